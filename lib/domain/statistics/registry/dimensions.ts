/**
 * The ways a statistic is broken down. `report`: a fact of the report. `payment`: a fact of each payment; a report can then stand in
 * several cells of one line, so that lines add up to more than their total.
 */
export const DIMENSION_CODES = [
  'origin',
  'corridor',
  'scheme',
  'programme',
  'sex',
  'age_band',
  'sector',
  'channel',
  'language',
  'office',
  'severity',
  'grievance',
  'indicator',
  'state',
  'closing_code',
  'fee_verdict',
  'received_month',
  'received_quarter',
  'received_year',
  'payee_role',
  'fee_category',
  'line_verdict',
  'paid_quarter',
  'paid_year',
] as const

/** A way a statistic is broken down; labels under `statistics.dimension_<code>`. */
export type DimensionCode = (typeof DIMENSION_CODES)[number]

/** A value of a dimension: a code of its list, a month `2025-03`, a quarter `2025-Q1`, a year, an office's code, or `unknown`. */
export type DimensionValue = string

/** What a report or payment is told of that nobody said. */
export const UNKNOWN: DimensionValue = 'unknown'

/** A way a statistic is broken down. */
export type Dimension = {
  readonly code: DimensionCode
  readonly of: 'report' | 'payment'
  /** A report (or payment) may have several values, and then stands in several lines. */
  readonly isMultiple: boolean
  /** Values follow one another in time: drawn as a line, and sorted. */
  readonly isTime: boolean
}

const PAYMENT: readonly DimensionCode[] = ['payee_role', 'fee_category', 'line_verdict', 'paid_quarter', 'paid_year']
const MULTIPLE: readonly DimensionCode[] = ['programme', 'grievance', 'indicator']
const TIME: readonly DimensionCode[] = [
  'received_month',
  'received_quarter',
  'received_year',
  'paid_quarter',
  'paid_year',
]

/** Every dimension, in the order of the choice. */
export const DIMENSIONS: readonly Dimension[] = DIMENSION_CODES.map((code) => ({
  code,
  of: PAYMENT.includes(code) ? 'payment' : 'report',
  isMultiple: MULTIPLE.includes(code),
  isTime: TIME.includes(code),
}))

/** The dimension of a code; null for a text that is none. */
export function dimensionOf(text: string): Dimension | null {
  return DIMENSIONS.find(({ code }) => code === text) ?? null
}
