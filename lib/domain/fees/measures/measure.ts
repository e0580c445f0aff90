/** What a measure lacks; nothing is put in its place. Labels under `ledger.gap_…`. */
export const MEASURE_GAPS = [
  'no_payment_told',
  'payment_amount',
  'payment_rate',
  'first_month_pay',
  'last_month_pay',
  'pay_rate',
  'not_first_job_abroad',
  'first_job_abroad_not_told',
  'recovery_without_payment',
  'first_month_deductions',
  'told_total',
  'told_pay',
  'told_before_signing',
  'loan_outstanding',
  'loan_rate',
  'loan_term',
  'loan_repayment',
  'loan_facts_disagree',
  'verdict',
] as const

/** A fact that a measure lacks, or that makes it less sure. */
export type MeasureGap = (typeof MEASURE_GAPS)[number]

/** A figure, with what should be known when reading it; or the facts it cannot be made without. */
export type Measure<Value> =
  | { readonly value: Value; readonly remarks: readonly MeasureGap[] }
  | { readonly missing: readonly MeasureGap[] }

/** Whether a measure could be made. */
export function isMeasured<Value>(
  measure: Measure<Value>,
): measure is { readonly value: Value; readonly remarks: readonly MeasureGap[] } {
  return 'value' in measure
}
