import { dayInJapan } from '@/lib/domain/calendar/day'
import type { LedgerWage } from '@/lib/domain/fees/ledger/ledger'
import type { WageInput } from '@/lib/domain/fees/ledger/ledger-changes'
import type { WageFactKind } from '@/lib/domain/fees/ledger/wage-facts'
import type { DemoReport } from '../demo-report'
import type { Random } from '../random'
import { monthAfter } from './job-facts'

/** Deductions of one month as pay slips have them, in thousandths of the pay. */
const DEDUCTIONS: readonly (readonly [WageFactKind, from: number, to: number])[] = [
  ['deduction_tax', 15, 30],
  ['deduction_social_insurance', 120, 150],
  ['deduction_rent', 100, 200],
  ['deduction_food_utilities', 20, 60],
]
/** Of whose pay something is kept back for what the journey cost. */
const RECOVERED = 0.25

/**
 * What an officer adds to the pay the worker told: the pay promised before coming, and the last month's pay slip where the first
 * month's pay is known. The month is the one before the report.
 */
export function payFactsOf(wages: readonly LedgerWage[], { course }: DemoReport, random: Random): WageInput[] {
  const forMonth = monthAfter(dayInJapan(course.receivedAt).slice(0, 7), -1)
  const share = (of: LedgerWage, kind: WageFactKind, thousandths: number): WageInput => ({
    kind,
    amount: { ...of.amount, amountMinor: (of.amount.amountMinor * BigInt(thousandths)) / 1000n },
    forMonth: kind === 'told_before' ? null : forMonth,
    hours: null,
  })
  const first = wages.find(({ kind }) => kind === 'first_month_actual')
  const contract = wages.find(({ kind }) => kind === 'contract_basic_wage')
  const promised = contract ? [share(contract, 'told_before', random.int(100, 112) * 10)] : []
  if (!first) return promised
  return [
    ...promised,
    share(first, 'last_month_actual', random.int(940, 1120)),
    { ...share(first, 'last_month_overtime', random.int(40, 160)), hours: random.int(8, 40) },
    ...DEDUCTIONS.map(([kind, from, to]) => share(first, kind, random.int(from, to))),
    ...(random.chance(RECOVERED) ? [share(first, 'deduction_recruitment_recovery', random.int(30, 120))] : []),
  ]
}
