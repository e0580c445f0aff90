import { comparisonFor } from '../comparison/all-series'
import type { ComparisonPoint, ComparisonSeries } from '../comparison/series'
import type { DimensionCode, DimensionValue } from '../registry/dimensions'
import { measureOf } from '../registry/measure-list'
import type { Measure, MeasureUnit } from '../registry/measures'
import type { ReleasedCell, ReleasedTable, Shown } from '../released-table'
import type { Interval } from '../raw-table'
import { differenceOf, publishedDifference, type Difference } from './difference'

/** What is beside a table: a published series, or the same measure of the second question. */
export type Beside =
  | { readonly kind: 'none' }
  | { readonly kind: 'series'; readonly series: ComparisonSeries }
  | { readonly kind: 'ours'; readonly table: ReleasedTable }

/** One line of an answer: ours, what is beside it, and how far apart they are. `row` null: all. */
export type AnswerLine = {
  readonly row: DimensionValue | null
  readonly cell: ReleasedCell
  /** The figure that stands in table and chart; for a count beside published shares the share of all reports. */
  readonly value: Shown
  readonly interval: Shown<Interval>
  readonly other: ReleasedCell | null
  readonly published: ComparisonPoint | null
  readonly difference: Difference | null
}

/** One measure of an answer, line by line, the line over all last. */
export type AnswerTable = {
  readonly measure: Measure
  readonly unit: MeasureUnit
  readonly rows: DimensionCode | null
  readonly lines: readonly AnswerLine[]
  readonly all: AnswerLine | null
}

/** A cell in which nobody stands: counted, none; of anything else there is nothing to tell. */
export function emptyCell(row: DimensionValue | null, column: DimensionValue | null, measure: Measure): ReleasedCell {
  const none = { sum: null, spread: null, interval: null, meanInterval: null }
  const value = measure.form === 'count' ? 0 : null
  return { row, column, reporters: 0, missing: 0, base: 0, hits: 0, value, ...none }
}

/**
 * Finds cells by their place. Places inside that are left out are those where nobody stands; a total that is left out is not told:
 * somebody stands in every line there is.
 */
export function cellFinder({ cells, measure, rows, columns }: ReleasedTable) {
  const place = (row: DimensionValue | null, column: DimensionValue | null) => `${row ?? ''} ${column ?? ''}`
  const found = new Map(cells.map((cell) => [place(cell.row, cell.column), cell]))
  const of = measureFor(measure)
  const isTotal = (row: DimensionValue | null, column: DimensionValue | null) =>
    columns.length > 0 &&
    ((row === null && column !== null && columns.includes(column)) ||
      (column === null && row !== null && rows.includes(row)))
  return (row: DimensionValue | null, column: DimensionValue | null): ReleasedCell =>
    found.get(place(row, column)) ?? (isTotal(row, column) ? heldBackCell(row, column) : emptyCell(row, column, of))
}

function heldBackCell(row: DimensionValue | null, column: DimensionValue | null): ReleasedCell {
  const none = { missing: 's', base: 's', hits: 's', sum: 's', value: 's', interval: null, meanInterval: null } as const
  return { row, column, reporters: 's', spread: null, ...none }
}

/** The lines of a table over all its columns. */
export function answerTable(table: ReleasedTable, rows: DimensionCode | null, beside: Beside): AnswerTable {
  const measure = measureFor(table.measure)
  const at = cellFinder(table)
  const otherAt = beside.kind === 'ours' ? cellFinder(beside.table) : null
  const total = at(null, null)
  const isShareOfAll = beside.kind === 'series' && isBesideShares(beside.series, measure)
  const unit = isShareOfAll ? 'share' : measure.unit
  const line = (row: DimensionValue | null): AnswerLine => {
    const cell = at(row, null)
    const value = isShareOfAll ? shareOf(cell.reporters, total.reporters) : cell.value
    const other = otherAt === null ? null : otherAt(row, null)
    const published =
      beside.kind === 'series' ? comparisonFor(beside.series, measure.code, row === null ? null : rows, row) : null
    const difference = other === null ? publishedDifference(value, published) : differenceOf(value, other.value, unit)
    return {
      row,
      cell,
      value,
      interval: isShareOfAll ? null : mainInterval(cell, measure),
      other,
      published,
      difference,
    }
  }
  return { measure, unit, rows, lines: table.rows.map(line), all: hasTotal(table) ? line(null) : null }
}

/** The interval of the figure that is drawn: of a share its own, of an amount that of the mean. */
export function mainInterval(cell: ReleasedCell, measure: Measure): Shown<Interval> {
  return measure.form === 'amount' ? cell.meanInterval : cell.interval
}

/** The measure of a code that a table holds. */
export function measureFor(code: string): Measure {
  const measure = measureOf(code)
  if (measure === null) throw new TypeError(`no measure ${code}`)
  return measure
}

function hasTotal({ cells }: ReleasedTable): boolean {
  return cells.some(({ row, column }) => row === null && column === null)
}

function isBesideShares(series: ComparisonSeries, { code, form }: Measure): boolean {
  return form === 'count' && series.points.some((point) => point.measure === code && point.unit === 'share')
}

function shareOf(part: Shown, whole: Shown): Shown {
  if (part === 's' || whole === 's') return 's'
  return part === null || whole === null || whole === 0 ? null : part / whole
}
