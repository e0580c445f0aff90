import type { DimensionCode } from './dimensions'

/**
 * How a measure is made of facts.
 * `count`: reports. `share`: `hits` of `base`. `amount`: how a fact is spread over those who have it (mean, median, quartiles, sum).
 * `ratio`: one sum over another. `desk`: a measure of our own work, counted by `app.kpi_counts` (lib/domain/learning/kpis.ts).
 */
export type MeasureForm = 'count' | 'share' | 'amount' | 'ratio' | 'desk'

/** What a value is counted in; shares are fractions of one, months and percentages plain numbers. */
export type MeasureUnit = 'reports' | 'payments' | 'share' | 'yen' | 'months' | 'percent_a_year' | 'hours' | 'score'

/** What the numbers are about: groups of the choice. */
export const MEASURE_GROUPS = [
  'intake',
  'fees',
  'verdicts',
  'recruitment_cost',
  'debt',
  'told_and_paid',
  'grievances',
  'outcomes',
  'desk',
] as const
export type MeasureGroup = (typeof MEASURE_GROUPS)[number]

/**
 * A statistic as data. Words: `statistics.measure_<code>` (name), `measure_<code>_about` (definition in words),
 * `measure_<code>_formula`, `measure_<code>_population`, `measure_<code>_quality`.
 */
export type Measure = {
  readonly code: string
  readonly group: MeasureGroup
  readonly form: MeasureForm
  readonly unit: MeasureUnit
  /** What is gone through: reports, or the payments of reports. */
  readonly of: 'report' | 'payment'
  readonly dimensions: readonly DimensionCode[]
  /** Where definition or formula come from; null: ours. */
  readonly source: string | null
  /** May stand on public pages. */
  readonly isPublic: boolean
}
