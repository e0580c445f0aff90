import type { StatisticQuery } from './query'
import type { Interval, Place, Spread } from './raw-table'
import type { DimensionValue } from './registry/dimensions'

/** A number that is shown, or `s`: held back so that nobody can be found. Null: nothing to tell (nobody has the fact). */
export type Shown<T = number> = T | 's' | null

/** One cell as anybody may see it; parts as in RawCell. `value` is the share (0 to 1), the ratio, the count, or the mean. */
export type ReleasedCell = Place & {
  readonly reporters: Shown
  readonly missing: Shown
  readonly base: Shown
  readonly hits: Shown
  readonly sum: Shown
  readonly value: Shown
  readonly spread: { readonly [Part in keyof Spread]: Shown } | null
  readonly interval: Shown<Interval>
  readonly meanInterval: Shown<Interval>
  /** When what is told was first told so (ISO 8601). It moves with a number that is told, never otherwise: that would tell somebody came. */
  readonly since?: string
}

/** What a table says about itself, so that the same numbers can be made again. */
export type ReleaseFacts = {
  /** Twelve hexadecimal digits of the SHA-256 of the question's text: the same question has the same. */
  readonly queryId: string
  readonly query: StatisticQuery
  /** Whose reports: `public`, `all` or the id of an office. */
  readonly scope: string
  readonly asOf: Date
  /** The number of its last writing in the log of releases, one order for all processes: the same version, the same numbers. */
  readonly version: number
  readonly rulesAsOf: string | null
  readonly ratesAsOf: string | null
}

/** One measure of a question after everything that must be held back is. */
export type ReleasedTable = {
  readonly measure: string
  readonly rows: readonly DimensionValue[]
  readonly columns: readonly DimensionValue[]
  readonly cells: readonly ReleasedCell[]
}

/** The answer to a question: a table for each measure, of the same facts. */
export type Release = { readonly facts: ReleaseFacts; readonly tables: readonly ReleasedTable[] }
