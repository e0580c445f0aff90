import type { LedgerPlacement, LedgerWage } from '@/lib/domain/fees/ledger/ledger'
import type { WageInput } from '@/lib/domain/fees/ledger/ledger-changes'
import type { WageFactKind } from '@/lib/domain/fees/ledger/wage-facts'
import type { Programme, RuleCondition } from '@/lib/domain/fees/rules/fee-rule'
import type { DemoReport } from '../demo-report'
import type { Random } from '../random'

/** From the payment to the first day of work: the course, the visa, the flight. */
const MONTHS_TO_WORK = 7
const MONTHS_TO_SIGNING = 2
/** The fair recruitment initiative begins in this month (prisma/seed/fee-rules.json). */
const FERI_FROM = '2025-04'
const FIRST_JOB = 0.92
/** Deductions of one month as pay slips have them, in thousandths of the pay. */
const DEDUCTIONS: readonly (readonly [WageFactKind, from: number, to: number])[] = [
  ['deduction_tax', 15, 30],
  ['deduction_social_insurance', 120, 150],
  ['deduction_rent', 100, 200],
  ['deduction_food_utilities', 20, 60],
]

/** The job as the officer writes it down after the payment of `paidOn`; what the worker told stays. */
export function jobOf(
  told: LedgerPlacement | null,
  { country, course }: DemoReport,
  paidOn: string | null,
  random: Random,
): Omit<LedgerPlacement, 'version'> {
  const paid = paidOn === null || paidOn.length < 7 ? null : paidOn.slice(0, 7)
  const received = course.receivedAt.toISOString().slice(0, 7)
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
    toldTotal: told?.toldTotal ?? null,
    programmes,
    conditionsMet: condition(true),
    conditionsNotMet: condition(false),
  }
}

/** The last month's pay slip, where the first month's pay is known; the month is the one before the report. */
export function lastMonthOf(wages: readonly LedgerWage[], { course }: DemoReport, random: Random): WageInput[] {
  const first = wages.find(({ kind }) => kind === 'first_month_actual')
  if (!first) return []
  const forMonth = monthAfter(course.receivedAt.toISOString().slice(0, 7), -1)
  const part = (kind: WageFactKind, thousandths: number): WageInput => ({
    kind,
    amount: { ...first.amount, amountMinor: (first.amount.amountMinor * BigInt(thousandths)) / 1000n },
    forMonth,
    hours: null,
  })
  return [
    part('last_month_actual', random.int(940, 1120)),
    { ...part('last_month_overtime', random.int(40, 160)), hours: random.int(8, 40) },
    ...DEDUCTIONS.map(([kind, from, to]) => part(kind, random.int(from, to))),
    ...(random.chance(0.25) ? [part('deduction_recruitment_recovery', random.int(30, 120))] : []),
  ]
}

function monthAfter(month: string, months: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${Math.floor(number / 12)}-${((number % 12) + 1).toString().padStart(2, '0')}`
}
