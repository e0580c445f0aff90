import type { ComparisonPoint } from '@/lib/domain/statistics/comparison/series'
import type { Comparison } from '@/lib/domain/statistics/workbench/address'

/** The numbered footnotes of published figures; words under `statistics.note_<code>`. */
export type Footnote = 'doubtful' | 'rounded'

/** The footnotes that the figures beside these measures need, in the order of their numbers. */
export function footnotesOf(comparison: Comparison, measures: readonly string[]): readonly Footnote[] {
  if (comparison.kind !== 'series') return []
  const points = comparison.series.points.filter(({ measure }) => measures.includes(measure))
  return (['doubtful', 'rounded'] as const).filter((code) => points.some((point) => footnoteOf(point) === code))
}

/** The number of the footnote a published figure needs; null for none. */
export function footnoteNumber(point: ComparisonPoint | null, footnotes: readonly Footnote[]): number | null {
  const code = point === null ? null : footnoteOf(point)
  return code === null || !footnotes.includes(code) ? null : footnotes.indexOf(code) + 1
}

function footnoteOf({ isDoubtful, isRounded }: ComparisonPoint): Footnote | null {
  return isDoubtful ? 'doubtful' : isRounded ? 'rounded' : null
}
