import type { PublishedConfidence } from '../published'
import type { DimensionCode, DimensionValue } from '../registry/dimensions'
import type { MeasureUnit } from '../registry/measures'

/** What a published figure says of a measure of ours: of an amount its mean, of anything else the value itself. */
export type ComparisonPoint = {
  readonly measure: string
  /** The line it stands in; null: over all. */
  readonly dimension: DimensionCode | null
  readonly value: DimensionValue | null
  readonly number: number
  readonly unit: MeasureUnit
  readonly confidence: PublishedConfidence
  readonly isRounded: boolean
  /** Shown with a footnote; in no chart and no difference. */
  readonly isDoubtful: boolean
  /** How many it is of, where published. */
  readonly people: number | null
}

/** Published figures of one origin, for display beside ours and never merged with them. Names and publishers stay in their language. */
export type ComparisonSeries = {
  readonly id: string
  readonly title: string
  readonly publisher: string
  /** What it is about, as its publisher says: `2021-12-10 to 2022-04-30`. */
  readonly period: string
  readonly url: string | null
  /** Where the figures were read when not in the publication itself. */
  readonly evidence: readonly string[]
  /** Message keys below `statistics.caveat`. */
  readonly caveats: readonly string[]
  readonly points: readonly ComparisonPoint[]
}
