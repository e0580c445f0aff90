import type { RawTable } from '../raw-table'
import type { ReleasedCell, ReleasedTable, Shown } from '../released-table'
import { NarrowIntervalError } from './audit'
import { gridOf, placeKey } from './grid'
import { choosePattern, everyInnerCell, freshTies } from './pattern'
import { releasedCells, type Telling } from './released-cells'
import { roundByLot } from './round'

/**
 * A table as it may leave: small and dominated cells held back, as many others as it takes, audited, rounded when asked. A table that
 * cannot be told without telling of somebody comes with every inner cell held back.
 */
export function protect(table: RawTable, telling: Telling): ReleasedTable {
  const grid = gridOf(table)
  const { threshold, rounding } = table.query
  const pattern = (() => {
    try {
      return choosePattern(grid, telling.form, threshold, freshTies(grid.size))
    } catch (error) {
      if (error instanceof NarrowIntervalError) return everyInnerCell(grid, threshold)
      throw error
    }
  })()
  const cells = releasedCells(grid, pattern, telling)
  const { measure, rows, columns } = table
  return { measure, rows, columns, cells: rounding === 1 ? cells : cells.map((cell) => rounded(cell, table, telling)) }
}

/** Counts as multiples of the rounding, a share made of those; sums and means of amounts stay as they are. */
export function rounded(
  cell: ReleasedCell,
  { query, measure }: Pick<RawTable, 'query' | 'measure'>,
  { form }: Telling,
): ReleasedCell {
  const round = (part: string, count: Shown): Shown =>
    typeof count === 'number' ? roundByLot(count, query.rounding, `${measure} ${part} ${placeKey(cell)}`) : count
  const reporters = round('reporters', cell.reporters)
  const base = round('base', cell.base)
  const hits = round('hits', cell.hits)
  const isShare = form === 'share' && typeof base === 'number' && typeof hits === 'number'
  const value = form === 'count' ? reporters : isShare ? (base === 0 ? null : Math.min(1, hits / base)) : cell.value
  return { ...cell, reporters, missing: round('missing', cell.missing), base, hits, value }
}
