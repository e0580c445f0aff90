import type { WageFactKind } from '../ledger/wage-facts'
import type { Measure, MeasureGap } from './measure'

/** A fact about pay in whole yen; null where no rate is known. `forMonth` is `YYYY-MM`, null when not told. */
export type PaidWage = { readonly kind: WageFactKind; readonly jpy: bigint | null; readonly forMonth: string | null }

/**
 * The two readings of "monthly earnings" in SDG 10.7.1. `first_month`: the first full month's actual earnings in the first job of
 * the last destination (later official texts, national surveys); `last_month`: the last month (metadata text of 2018).
 */
export const EARNINGS_KINDS = ['first_month', 'last_month'] as const
export type EarningsKind = (typeof EARNINGS_KINDS)[number]

/** The reading used where only one can be shown: the later official one. */
export const DEFAULT_EARNINGS: EarningsKind = 'first_month'

const ACTUAL_PAY = { first_month: 'first_month_actual', last_month: 'last_month_actual' } as const

// Spent or taken, but earned; tax and social insurance are not, and what "other" was nobody knows.
const EARNED_ALTHOUGH_TAKEN: readonly WageFactKind[] = [
  'deduction_recruitment_recovery',
  'deduction_rent',
  'deduction_food_utilities',
]

/**
 * The earnings of one month, Ek of SDG 10.7.1: what arrived, with overtime and bonus, after tax and social insurance, plus what
 * was taken from it to recover recruitment costs, and plus rent, food and power, which are spending and not a lower wage (the
 * domain notes, part 8, keep rent apart). Deductions of other kinds are not added back: what they were for is not known.
 * Deductions without a month are those of the last month. The first month is corrected by deductions told for that very month;
 * where deductions were told, but none for it, that is remarked and nothing is guessed.
 */
export function earnings(wages: readonly PaidWage[], kind: EarningsKind): Measure<bigint> {
  const pay = latestOf(wages, ACTUAL_PAY[kind])
  if (pay === undefined) return { missing: [kind === 'first_month' ? 'first_month_pay' : 'last_month_pay'] }
  const taken = wages.filter((wage) => EARNED_ALTHOUGH_TAKEN.includes(wage.kind))
  const ofMonth = taken.filter(({ forMonth }) =>
    kind === 'first_month'
      ? forMonth !== null && forMonth === pay.forMonth
      : forMonth === null || pay.forMonth === null || forMonth === pay.forMonth,
  )
  if ([pay, ...ofMonth].some(({ jpy }) => jpy === null)) return { missing: ['pay_rate'] }
  const value = [pay, ...ofMonth].reduce((sum, { jpy }) => sum + (jpy ?? 0n), 0n)
  if (value <= 0n) return { missing: [kind === 'first_month' ? 'first_month_pay' : 'last_month_pay'] }
  const remarks: readonly MeasureGap[] =
    kind === 'first_month' && taken.length > 0 && ofMonth.length === 0 ? ['first_month_deductions'] : []
  return { value, remarks }
}

/** The earnings in whole yen for the columns `cases.first_month_jpy` and `last_month_jpy`, null where they are not known. */
export function earningsJpy(wages: readonly PaidWage[], kind: EarningsKind): bigint | null {
  const measure = earnings(wages, kind)
  return 'value' in measure ? measure.value : null
}

/** Of a fact told for several months the last; without months the one told last. */
export function latestOf(wages: readonly PaidWage[], kind: WageFactKind): PaidWage | undefined {
  return wages
    .filter((wage) => wage.kind === kind)
    .reduce<PaidWage | undefined>(
      (found, wage) => (found === undefined || (wage.forMonth ?? '') >= (found.forMonth ?? '') ? wage : found),
      undefined,
    )
}
