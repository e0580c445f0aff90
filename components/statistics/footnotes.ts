import type { ComparisonPoint } from '@/lib/domain/statistics/comparison/series'

/** The numbered footnotes of published figures, in the order of their numbers; words under `statistics.note_<code>`. */
export const FOOTNOTES = ['doubtful', 'rounded'] as const
export type Footnote = (typeof FOOTNOTES)[number]

/** The number of the footnote a published figure needs; null for none. */
export function footnoteNumber(point: ComparisonPoint | null): number | null {
  const code: Footnote | null =
    point === null ? null : point.isDoubtful ? 'doubtful' : point.isRounded ? 'rounded' : null
  return code === null ? null : FOOTNOTES.indexOf(code) + 1
}
