import type { DimensionCode, DimensionValue } from '../registry/dimensions'
import { PUBLISHED_COSTS } from './published-costs'
import type { ComparisonPoint, ComparisonSeries } from './series'
import { SURVEY_SERIES } from './survey-series'
import { WORKFORCE_SERIES } from './workforce'

/** Every published series, the survey first. */
export const COMPARISON_SERIES: readonly ComparisonSeries[] = [SURVEY_SERIES, ...PUBLISHED_COSTS, ...WORKFORCE_SERIES]

/** The series of an id; null for a text that is none. */
export function seriesOf(id: string): ComparisonSeries | null {
  return COMPARISON_SERIES.find((series) => series.id === id) ?? null
}

/** The series that say anything of a measure. */
export function seriesFor(measure: string): readonly ComparisonSeries[] {
  return COMPARISON_SERIES.filter(({ points }) => points.some((point) => point.measure === measure))
}

/** The published figure beside one line of a table; corridors to Japan are compared as their country. Null: not published. */
export function comparisonFor(
  series: ComparisonSeries,
  measure: string,
  dimension: DimensionCode | null,
  value: DimensionValue | null,
): ComparisonPoint | null {
  const isCorridor = dimension === 'corridor'
  const line = value === null ? null : isCorridor ? value.slice(0, value.indexOf('-')) : value
  const by = value === null ? null : isCorridor ? 'origin' : dimension
  return (
    series.points.find((point) => point.measure === measure && point.dimension === by && point.value === line) ?? null
  )
}
