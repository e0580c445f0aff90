import type { StatisticQuery } from './query'
import type { DimensionValue } from './registry/dimensions'

/** What lies where: a value of rows and columns; null is the total over all of them (or there is no such line). */
export type Place = { readonly row: DimensionValue | null; readonly column: DimensionValue | null }

/** How an amount is spread. Quantiles interpolate linearly, as PostgreSQL's percentile_cont. */
export type Spread = {
  readonly mean: number
  readonly p10: number
  readonly p25: number
  readonly median: number
  readonly p75: number
  readonly p80: number
  readonly p90: number
}

/** Between these the value lies with 95 % confidence, if the reports were drawn by lot; `method` says how it was found. */
export type Interval = {
  readonly low: number
  readonly high: number
  readonly method: 'clopper_pearson' | 'binomial_order' | 'bootstrap' | 'normal'
}

/**
 * One cell before anything is held back: never leaves the process. `reporters`: different reports that stand here. `base`: those
 * (or those payments) that have the fact; the others are `missing`. `hits`: those of a share that have it. `sum` in the unit of
 * the measure. `over`: the denominator of a ratio; its hits are those with anything above it. `largest`, `overLargest`: the two
 * largest contributions of one report each to the sum (of a share of payments: to `base`) and to `over`, for the dominance rule.
 * `hitReporters`, `baseReporters`: reports behind hits and base, which differ from them where payments are counted.
 */
export type RawCell = Place & {
  readonly reporters: number
  readonly missing: number
  readonly base: number
  readonly baseReporters: number
  readonly hits: number
  readonly hitReporters: number
  readonly sum: number
  readonly over: number
  readonly largest: readonly [number, number]
  readonly overLargest: readonly [number, number]
  readonly spread: Spread | null
  /** Of the share, the median (`amount`) or null. */
  readonly interval: Interval | null
  /** Of the mean of an amount. */
  readonly meanInterval: Interval | null
}

/** The answer to one measure of a question: all inner cells that anybody stands in, row totals, column totals, the total. */
export type RawTable = {
  readonly query: StatisticQuery
  readonly measure: string
  readonly rows: readonly DimensionValue[]
  readonly columns: readonly DimensionValue[]
  readonly cells: readonly RawCell[]
  /** The transaction before which all facts are in: the same number in every process. Says nothing of the order of releases. */
  readonly version: number
  /** When the facts were read last; no change that was made a minute before it is missing. */
  readonly asOf: Date
}
