import { finishedDesk } from '../desk-table'
import type { RawTable } from '../raw-table'
import type { ReleasedCell, ReleasedTable, Shown } from '../released-table'
import { placeKey } from './grid'
import { nextRelease, toldCells, type LoggedMeasure } from './over-time'
import { roundByLot } from './round'
import { ToldBefore, type LoggedRelease } from './told-before'

/**
 * A table as it may leave, and as the log keeps it: small and dominated cells held back, as many others as it takes, audited, after all
 * that was told before, rounded when asked. A table that cannot be told without telling of somebody comes with every inner cell held back.
 */
export function protect(
  table: RawTable,
  measure: LoggedMeasure,
  key = '',
  before: ToldBefore = new ToldBefore(),
): { readonly released: ReleasedTable; readonly logged: LoggedRelease } {
  const logged = nextRelease(table, measure, key, before)
  const told = toldCells(logged, table, measure)
  const cells = measure.form === 'desk' ? finishedDesk(table, told) : told
  const isRounded = table.query.rounding !== 1
  const { rows, columns } = table
  return {
    logged,
    released: {
      measure: measure.code,
      rows,
      columns,
      cells: isRounded ? cells.map((cell) => rounded(cell, table, measure)) : cells,
    },
  }
}

/** Counts as multiples of the rounding, a share made of those; sums and means of amounts stay as they are. */
export function rounded(
  cell: ReleasedCell,
  { query, measure }: Pick<RawTable, 'query' | 'measure'>,
  { form }: Pick<LoggedMeasure, 'form'>,
): ReleasedCell {
  const question = JSON.stringify([query.rows, query.columns, query.from, query.to, query.filters])
  const round = (part: string, count: Shown): Shown =>
    typeof count === 'number'
      ? roundByLot(count, query.rounding, `${question} ${measure} ${part} ${placeKey(cell)}`)
      : count
  const reporters = round('reporters', cell.reporters)
  const base = round('base', cell.base)
  const hits = round('hits', cell.hits)
  const isShare = form === 'share' && typeof base === 'number' && typeof hits === 'number'
  const value = form === 'count' ? reporters : isShare ? (base === 0 ? null : Math.min(1, hits / base)) : cell.value
  return { ...cell, reporters, missing: round('missing', cell.missing), base, hits, value }
}
