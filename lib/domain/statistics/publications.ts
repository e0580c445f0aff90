import { comparisonFor, seriesFor } from './comparison/all-series'
import type { ComparisonPoint, ComparisonSeries } from './comparison/series'
import type { StatisticQuery } from './query'
import { DEFAULT_QUERY } from './query-text'
import type { DimensionCode, DimensionValue } from './registry/dimensions'
import { measureOf } from './registry/measure-list'

/** A table that anybody may read: its name in addresses, and the question it answers. */
export type Publication = { readonly name: string; readonly query: StatisticQuery }

/** Every public table, in the order of the page. A name is an address and is never used again for another question. */
export const PUBLICATIONS: readonly Publication[] = [
  table('reports-by-corridor', ['reports'], 'corridor', 'received_year'),
  table('fees-by-corridor', ['paid_total'], 'corridor', 'received_year'),
  table(
    'fees-by-country',
    [
      'paid_total',
      'paid_sending_share',
      'paid_sending',
      'paid_broker_share',
      'paid_broker',
      'in_debt_share',
      'debt_amount',
    ],
    'origin',
  ),
  table('fees-by-payee', ['payer_share', 'paid_amount'], 'payee_role'),
  table('fees-by-kind', ['payer_share', 'paid_amount'], 'fee_category'),
  table('fees-and-law', ['over_cap_reports', 'prohibited_payments', 'above_cap_amount'], 'corridor'),
  table('recruitment-cost', ['rci_first_month', 'recruitment_cost'], 'origin'),
  table('grievances', ['reports'], 'grievance'),
  table(
    'outcomes',
    ['closed_share', 'remedy_rate', 'claimed_amount', 'repaid_amount', 'repaid_over_claimed'],
    'received_year',
  ),
]

/** The measures that public tables show, each once, in the order they are first met. */
export const PUBLISHED_MEASURES: readonly string[] = [...new Set(PUBLICATIONS.flatMap(({ query }) => query.measures))]

/** The public table of a name; null for a text that is none. */
export function publicationOf(name: string): Publication | null {
  return PUBLICATIONS.find((publication) => publication.name === name) ?? null
}

/** A figure that somebody else published for one line of a public table, and of whom. */
export type PublishedFigure = { readonly series: ComparisonSeries; readonly point: ComparisonPoint }

/** What was published elsewhere for a line of a measure, in the same unit; null when nothing was. The total is the line null. */
export function publishedFigure(
  measure: string,
  dimension: DimensionCode | null,
  value: DimensionValue | null,
): PublishedFigure | null {
  const unit = measureOf(measure)?.unit
  for (const series of seriesFor(measure)) {
    const point = comparisonFor(series, measure, dimension, value)
    if (point !== null && point.unit === unit) return { series, point }
  }
  return null
}

function table(
  name: string,
  measures: readonly string[],
  rows: DimensionCode,
  columns: DimensionCode | null = null,
): Publication {
  return { name, query: { ...DEFAULT_QUERY, measures, rows, columns } }
}
