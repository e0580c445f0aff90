import type { DimensionCode, DimensionValue } from './registry/dimensions'

/** The smallest number of reporters a cell is shown of. */
export const THRESHOLDS = [5, 10] as const
export type Threshold = (typeof THRESHOLDS)[number]

/** Values one dimension is narrowed to; several are "one of". Sorted, without doubles. */
export type DimensionFilter = { readonly dimension: DimensionCode; readonly values: readonly DimensionValue[] }

/**
 * A question to the statistics. Same question, same text: `filters` are sorted by dimension, months are whole (Japan time), null is
 * open. Several measures stand side by side and then have no columns.
 */
export type StatisticQuery = {
  readonly measures: readonly string[]
  readonly rows: DimensionCode | null
  readonly columns: DimensionCode | null
  /** Months of receipt, `YYYY-MM`, both included. */
  readonly from: string | null
  readonly to: string | null
  readonly filters: readonly DimensionFilter[]
  readonly threshold: Threshold
  /** Counts as multiples of this, 1 leaves them as they are. */
  readonly rounding: 1 | 5
}

/** Whose reports may be counted: one office, or all. Decided at the door, never by the address. */
export type StatisticScope = { readonly officeId: string | null; readonly isPublic: boolean }
