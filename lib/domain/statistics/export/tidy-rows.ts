import type { Release, ReleaseFacts } from '../released-table'
import { measureOf } from '../registry/measure-list'
import type { DimensionCode, DimensionValue } from '../registry/dimensions'
import type { FileNames } from './names'
import { figuresOf, statusOf, TOTAL } from './tidy-columns'

/** A value of a tidy table: a code, a number, `s` for held back, null for nothing to tell. */
export type TidyValue = string | number | null
export type TidyRow = readonly TidyValue[]

/** What every row says of where its numbers are from: people who reported, not people drawn by lot. */
export const BASIS = 'self_reported_not_a_sample'

/** A release as rows, one per cell, in the order of TIDY_COLUMNS; made as they are asked for. */
export function* tidyRows({ facts, tables }: Release, names: FileNames): Generator<TidyRow> {
  const { query } = facts
  const about = aboutOf(facts)
  const [rowName, columnName] = [nameOf(names, query.rows), nameOf(names, query.columns)]
  for (const { measure, cells } of tables) {
    const unit = measureOf(measure)?.unit ?? null
    const measureName = names.measure(measure)
    for (const cell of cells) {
      const figures = figuresOf(cell)
      const row: TidyValue[] = [
        measure,
        measureName,
        unit,
        query.rows,
        cell.row ?? TOTAL,
        rowName(cell.row),
        query.columns,
        cell.column ?? TOTAL,
        columnName(cell.column),
        statusOf(figures),
      ]
      // Pushed one by one: of a large table spreading them costs as much as writing them.
      for (let at = 0; at < figures.length; at += 1) row.push(figures[at] ?? null)
      row.push(methodOf(cell.interval), methodOf(cell.meanInterval))
      for (let at = 0; at < about.length; at += 1) row.push(about[at] ?? null)
      row.push(cell.since ?? null)
      yield row
    }
  }
}

/** How many rows that will be. */
export function countTidyRows({ tables }: Release): number {
  return tables.reduce((sum, { cells }) => sum + cells.length, 0)
}

function aboutOf({ query, queryId, asOf }: ReleaseFacts): TidyValue[] {
  return [query.threshold, BASIS, queryId, asOf.toISOString()]
}

/** Names of one line of a table, each looked up once. */
function nameOf(names: FileNames, dimension: DimensionCode | null): (value: DimensionValue | null) => string {
  const known = new Map<DimensionValue | null, string>()
  return (value) => {
    const name = known.get(value) ?? names.value(dimension, value)
    known.set(value, name)
    return name
  }
}

function methodOf(interval: { readonly method: string } | 's' | null): TidyValue {
  return typeof interval === 'object' && interval !== null ? interval.method : interval
}
