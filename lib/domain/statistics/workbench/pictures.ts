import { dimensionOf, type DimensionCode } from '../registry/dimensions'
import type { Measure } from '../registry/measures'

/** What an answer is drawn as. */
export type Picture = 'bars' | 'spread' | 'lines' | 'flow'

const FLOW_FROM: ReadonlySet<DimensionCode> = new Set(['origin', 'corridor'])
const FLOW_TO: ReadonlySet<DimensionCode> = new Set(['scheme', 'sector'])

/**
 * The pictures of one measure: over time a line; reports from countries to schemes or sectors a flow; anything else bars, and
 * amounts also how they are spread. Nothing for a measure without lines: one bar says no more than its number.
 */
export function picturesOf(
  measure: Measure,
  rows: DimensionCode | null,
  columns: DimensionCode | null,
): readonly Picture[] {
  if (rows === null) return []
  if (dimensionOf(rows)?.isTime === true) return ['lines']
  if (measure.form === 'count' && columns !== null && FLOW_FROM.has(rows) && FLOW_TO.has(columns))
    return ['flow', 'bars']
  return measure.form === 'amount' ? ['bars', 'spread'] : ['bars']
}
