import type { CountTable } from './case-counts'
import { cheapestRing, type Cell } from './hidden-cells'

/** Counts of fewer people than this are held back (house rule, after the domain notes: n >= 5). */
export const SMALLEST_CELL = 5

/** A count, or `s` where it is held back. 0 is shown: "counted, none". */
export type ShownCount = number | 's'

/** A table of counts in which no number below the threshold can be read or worked out. */
export type ShownTable = {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly ShownCount[])[]
  readonly rowTotals: readonly ShownCount[]
  readonly columnTotals: readonly ShownCount[]
  readonly total: ShownCount
}

type GridCell = Cell & { readonly count: number; readonly isTotal: boolean; isHidden: boolean }

// Small counts are given up first, zeros only in need, totals last.
const PRICE_OF_ZERO = 1e6
const PRICE_OF_TOTAL = 1e9

/**
 * Holds back every count from 1 to `threshold` - 1, totals included, and then as few others as it
 * takes that no held-back count follows from the shown ones by adding and subtracting, and that no
 * shown total less its shown parts leaves fewer than `threshold`.
 */
export function suppressSmallCells(table: CountTable, threshold = SMALLEST_CELL): ShownTable {
  const grid = gridOf(table, threshold)
  for (;;) {
    const chosen = firstOpenRing(grid) ?? thinLine(grid, threshold)
    if (chosen.length === 0) break
    for (const cell of chosen) cell.isHidden = true
  }
  const shown = (row: number, column: number): ShownCount => {
    const cell = grid.find((candidate) => candidate.row === row && candidate.column === column)
    return cell === undefined || cell.isHidden ? 's' : cell.count
  }
  const { rows, columns } = table
  return {
    rows,
    columns,
    cells: rows.map((_, row) => columns.map((__, column) => shown(row, column))),
    rowTotals: rows.map((_, row) => shown(row, columns.length)),
    columnTotals: columns.map((_, column) => shown(rows.length, column)),
    total: shown(rows.length, columns.length),
  }
}

function gridOf(table: CountTable, threshold: number): GridCell[] {
  const cell = (row: number, column: number, count: number): GridCell => ({
    row,
    column,
    count,
    isTotal: row === table.rows.length || column === table.columns.length,
    isHidden: count > 0 && count < threshold,
  })
  return [
    ...table.cells.flatMap((row, i) => row.map((count, j) => cell(i, j, count))),
    ...table.rowTotals.map((count, i) => cell(i, table.columns.length, count)),
    ...table.columnTotals.map((count, j) => cell(table.rows.length, j, count)),
    cell(table.rows.length, table.columns.length, table.total),
  ]
}

function firstOpenRing(grid: readonly GridCell[]): GridCell[] | null {
  for (const cell of grid.filter(({ isHidden }) => isHidden)) {
    const ring = ringOf(cell, grid)
    if (ring.length > 0) return ring
  }
  return null
}

// The cells still to be hidden so that a ring of hidden cells passes through this one.
function ringOf(around: GridCell, grid: readonly GridCell[]): GridCell[] {
  const priced = grid.map((cell) => ({ ...cell, price: cell.isHidden ? 0 : priceOf(cell) }))
  const ring = cheapestRing(around, priced).filter((cell) => cell.price > 0)
  return grid.filter((cell) => ring.some(({ row, column }) => row === cell.row && column === cell.column))
}

function priceOf({ count, isTotal }: GridCell): number {
  return (isTotal ? PRICE_OF_TOTAL : 0) + (count === 0 ? PRICE_OF_ZERO : count)
}

// A line whose hidden parts together are fewer than the threshold says "these are one or two people":
// one more part of it has to go.
function thinLine(grid: readonly GridCell[], threshold: number): GridCell[] {
  for (const cell of grid.filter(({ isHidden, isTotal }) => isHidden && !isTotal)) {
    for (const axis of ['row', 'column'] as const) {
      const line = grid.filter((other) => other[axis] === cell[axis])
      const parts = line.filter(({ isTotal }) => !isTotal)
      const isTotalShown = line.some(({ isTotal, isHidden }) => isTotal && !isHidden)
      const hidden = parts.filter(({ isHidden }) => isHidden)
      if (!isTotalShown || hidden.reduce((sum, { count }) => sum + count, 0) >= threshold) continue
      const [next] = line.filter(({ isHidden }) => !isHidden).toSorted((a, b) => priceOf(a) - priceOf(b))
      if (next !== undefined) return [next]
    }
  }
  return []
}

/** A figure about `people`, or `s` when they are too few to tell; null when there are none. */
export function heldBack<T>(value: T, people: number, threshold = SMALLEST_CELL): T | 's' | null {
  if (people === 0) return null
  return people < threshold ? 's' : value
}
