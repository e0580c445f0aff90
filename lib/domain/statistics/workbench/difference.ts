import type { ComparisonPoint } from '../comparison/series'
import type { MeasureUnit } from '../registry/measures'
import type { Shown } from '../released-table'

/** How far ours lies from the other: points for shares, per cent of the other for everything else. */
export type Difference = { readonly kind: 'points' | 'percent'; readonly value: number }

/** Ours less theirs; null where one side is missing, held back or zero, so that there is nothing to take it from. */
export function differenceOf(ours: Shown, theirs: Shown, unit: MeasureUnit): Difference | null {
  if (typeof ours !== 'number' || typeof theirs !== 'number') return null
  if (unit === 'share') return { kind: 'points', value: (ours - theirs) * 100 }
  return theirs === 0 ? null : { kind: 'percent', value: (ours / theirs - 1) * 100 }
}

/** The difference from a published figure; none from a doubtful one. */
export function publishedDifference(ours: Shown, point: ComparisonPoint | null): Difference | null {
  return point === null || point.isDoubtful ? null : differenceOf(ours, point.number, point.unit)
}
