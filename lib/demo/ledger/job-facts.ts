import { dayInJapan } from '@/lib/domain/calendar/day'
import type { Ledger, LedgerLine, LedgerPlacement } from '@/lib/domain/fees/ledger/ledger'
import type { Programme, RuleCondition } from '@/lib/domain/fees/rules/fee-rule'
import type { Money } from '@/lib/domain/money/money'
import type { DemoReport } from '../demo-report'
import type { Random } from '../random'

/** From the payment to the first day of work: the course, the visa, the flight. */
const MONTHS_TO_WORK = 7
const MONTHS_TO_SIGNING = 2
/** The fair recruitment initiative begins in this month (prisma/seed/fee-rules.json). */
export const FERI_FROM = '2025-04'
const FIRST_JOB = 0.92
/** The job as the officer writes it down, months counted from the payment to the sending organisation; what the worker told stays. */
export function jobOf(
  { placement: told, lines }: Ledger,
  { country, course }: DemoReport,
  random: Random,
): Omit<LedgerPlacement, 'version'> {
  const paidOn = lines.find((line) => line.payeeRole === 'sending_organization')?.paidOn ?? null
  const paid = paidOn === null || paidOn.length < 7 ? null : paidOn.slice(0, 7)
  const received = dayInJapan(course.receivedAt).slice(0, 7)
  const earlier = (month: string) => (month < received ? month : received)
  const hasLabourContract = country === 'CN' ? random.chance(0.5) : null
  const condition = (holds: boolean): RuleCondition[] =>
    hasLabourContract === holds ? ['labour_contract_with_sender'] : []
  const programmes: Programme[] = country === 'VN' && paid !== null && paid >= FERI_FROM ? ['feri'] : []
  return {
    contractMonths: told?.contractMonths ?? 36,
    contractSignedOn: paid && earlier(monthAfter(paid, MONTHS_TO_SIGNING)),
    workStartedOn: paid && earlier(monthAfter(paid, MONTHS_TO_WORK)),
    workEndedOn: null,
    isFirstJobAbroad: random.chance(FIRST_JOB),
    toldTotal: told?.toldTotal ?? toldBefore(lines),
    programmes,
    conditionsMet: condition(true),
    conditionsNotMet: condition(false),
  }
}

/** What the worker was told before signing that it would cost in all: the payments told then, where they are in one currency. */
function toldBefore(lines: readonly LedgerLine[]): Money | null {
  const told = lines.filter((line) => line.toldBeforeSigning === true && line.amountMinor !== null)
  const currency = told[0]?.currency ?? null
  if (currency === null || told.some((line) => line.currency !== currency)) return null
  return { amountMinor: told.reduce((sum, line) => sum + (line.amountMinor ?? 0n), 0n), currency }
}

/** A month (`YYYY-MM`) so many later, or earlier below zero. */
export function monthAfter(month: string, months: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${Math.floor(number / 12)}-${((number % 12) + 1).toString().padStart(2, '0')}`
}
