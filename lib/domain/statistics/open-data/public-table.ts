import { publishedFigure, type Publication, type PublishedFigure } from '../publications'
import type { Interval } from '../raw-table'
import type { DimensionCode, DimensionValue } from '../registry/dimensions'
import { measureOf } from '../registry/measure-list'
import type { Measure, MeasureForm, MeasureUnit } from '../registry/measures'
import type { Release, ReleasedCell, Shown } from '../released-table'

/** The words a public table needs: of measures, dimensions and values, and what is said of all of them. */
export type PublicWords = {
  readonly locale: string
  readonly title: (publication: Publication) => string
  readonly measure: (code: string) => { readonly name: string; readonly about: string }
  readonly dimension: (code: DimensionCode) => string
  readonly value: (dimension: DimensionCode, value: DimensionValue) => string
  readonly caveat: (code: string) => string
  readonly warning: string
  readonly licence: string
}

type Line = {
  readonly dimension: DimensionCode
  readonly name: string
  readonly values: readonly { readonly code: DimensionValue; readonly label: string }[]
}

/** One number and what stands behind it. `n`: how many it is of; `missing`: how many did not tell; "s": held back; null: nobody. */
export type PublicCell = {
  readonly measure: string
  readonly row: DimensionValue | null
  readonly column: DimensionValue | null
  readonly value: Shown
  readonly n: Shown
  readonly missing: Shown
  readonly reports: Shown
  readonly interval_low: Shown
  readonly interval_high: Shown
  readonly interval_method: string | null
  readonly median: Shown
  readonly p25: Shown
  readonly p75: Shown
}

/** A figure of another publisher for one line, never merged with ours. */
export type PublicComparison = {
  readonly measure: string
  readonly row: DimensionValue | null
  readonly value: number
  readonly series: string
  readonly is_rounded: boolean
  readonly is_doubtful: boolean
}

/** A public table with all that is said of it, in one language: page, files and interface are made of this. */
export type PublicTable = {
  readonly name: string
  readonly title: string
  readonly language: string
  readonly query_id: string
  readonly published_on: string
  readonly rules_as_of: string | null
  readonly rates_as_of: string | null
  readonly smallest_cell: number
  readonly rounding: number
  readonly warning: string
  readonly licence: string
  readonly measures: readonly {
    readonly code: string
    readonly name: string
    readonly about: string
    readonly form: MeasureForm
    readonly unit: MeasureUnit
  }[]
  readonly rows: Line | null
  readonly columns: Line | null
  readonly cells: readonly PublicCell[]
  readonly published_elsewhere: readonly PublicComparison[]
  readonly series: readonly {
    readonly id: string
    readonly title: string
    readonly publisher: string
    readonly period: string
    readonly url: string | null
    readonly caveats: readonly string[]
  }[]
}

/**
 * A release as a public table. What would say that something changed, although no number did (the moment of reading, the count of
 * changes), is not in it.
 */
export function publicTable(
  publication: Publication,
  release: Release,
  publishedOn: string,
  words: PublicWords,
): PublicTable {
  const { query, queryId, rulesAsOf, ratesAsOf } = release.facts
  const [first] = release.tables
  const figures = comparisons(release)
  return {
    name: publication.name,
    title: words.title(publication),
    language: words.locale,
    query_id: queryId,
    published_on: publishedOn,
    rules_as_of: rulesAsOf,
    rates_as_of: ratesAsOf,
    smallest_cell: query.threshold,
    rounding: query.rounding,
    warning: words.warning,
    licence: words.licence,
    measures: release.tables.map(({ measure: code }) => {
      const { form, unit } = known(code)
      return { code, ...words.measure(code), form, unit }
    }),
    rows: line(query.rows, unite(release.tables.map(({ rows }) => rows)), words),
    columns: line(query.columns, first?.columns ?? [], words),
    cells: release.tables.flatMap(({ measure, cells }) => cells.map((cell) => publicCell(known(measure), cell))),
    published_elsewhere: figures.map(({ measure, row, point, series }) => ({
      measure,
      row,
      value: point.number,
      series: series.id,
      is_rounded: point.isRounded,
      is_doubtful: point.isDoubtful,
    })),
    series: [...new Set(figures.map(({ series }) => series))].map((series) => ({
      id: series.id,
      title: series.title,
      publisher: series.publisher,
      period: series.period,
      url: series.url,
      caveats: series.caveats.map(words.caveat),
    })),
  }
}

function comparisons({ facts, tables }: Release) {
  return tables.flatMap(({ measure, rows }) =>
    [...rows, null].flatMap((row) => {
      const figure: PublishedFigure | null = publishedFigure(measure, row === null ? null : facts.query.rows, row)
      return figure === null ? [] : [{ measure, row, ...figure }]
    }),
  )
}

// Of an amount the mean is told first, and with it the interval of the mean; of anything else there is only one.
function publicCell(measure: Measure, cell: ReleasedCell): PublicCell {
  const interval = measure.form === 'amount' ? cell.meanInterval : cell.interval
  const bound = (part: 'low' | 'high'): Shown =>
    interval === null || interval === 's' ? interval : (interval satisfies Interval)[part]
  return {
    measure: measure.code,
    row: cell.row,
    column: cell.column,
    value: cell.value,
    n: measure.form === 'count' ? cell.reporters : cell.base,
    missing: cell.missing,
    reports: cell.reporters,
    interval_low: bound('low'),
    interval_high: bound('high'),
    interval_method: interval === null || interval === 's' ? null : interval.method,
    median: cell.spread?.median ?? null,
    p25: cell.spread?.p25 ?? null,
    p75: cell.spread?.p75 ?? null,
  }
}

function line(dimension: DimensionCode | null, values: readonly DimensionValue[], words: PublicWords): Line | null {
  if (dimension === null) return null
  return {
    dimension,
    name: words.dimension(dimension),
    values: values.map((code) => ({ code, label: words.value(dimension, code) })),
  }
}

/** Lines of several measures: each table brings those that somebody stands in, in the order of the list. */
function unite(lists: readonly (readonly DimensionValue[])[]): DimensionValue[] {
  const longest = lists.toSorted((a, b) => b.length - a.length)
  return [...new Set(longest.flat())]
}

function known(code: string): Measure {
  const found = measureOf(code)
  if (found === null) throw new TypeError(`no such measure: ${code}`)
  return found
}
