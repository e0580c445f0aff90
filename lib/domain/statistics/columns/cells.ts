import type { Axis } from './axis'

/** Lines of a table with their totals: line `rows` (`columns`) is the total over all. A dimension that is not there has no lines. */
export type Grid = {
  readonly rows: number
  readonly columns: number
  /** Cells of a row: its columns and their total. */
  readonly stride: number
  readonly cells: number
}

/** What is counted in each cell of a grid. `payments`: payments, where payments are counted; else reports. */
export type Cells = {
  readonly grid: Grid
  readonly reporters: Int32Array
  readonly payments: Int32Array
  readonly base: Int32Array
  readonly baseReporters: Int32Array
  readonly hits: Int32Array
  readonly hitReporters: Int32Array
  readonly sum: Float64Array
  readonly squares: Float64Array
  readonly over: Float64Array
  readonly largest: Float64Array
  readonly second: Float64Array
}

/** The grid of two axes; null is no dimension. */
export function gridOf(rows: Axis | null, columns: Axis | null): Grid {
  const [height, width] = [rows?.values.length ?? 0, columns?.values.length ?? 0]
  return { rows: height, columns: width, stride: width + 1, cells: (height + 1) * (width + 1) }
}

/** Empty cells. */
export function newCells(grid: Grid): Cells {
  const whole = () => new Int32Array(grid.cells)
  const real = () => new Float64Array(grid.cells)
  return {
    grid,
    reporters: whole(),
    payments: whole(),
    base: whole(),
    baseReporters: whole(),
    hits: whole(),
    hitReporters: whole(),
    sum: real(),
    squares: real(),
    over: real(),
    largest: real(),
    second: real(),
  }
}

/** Adds what one report has in a cell: a sum and what divides it. */
export function addValue(cells: Cells, cell: number, value: number, over: number): void {
  cells.sum[cell] = (cells.sum[cell] as number) + value
  cells.squares[cell] = (cells.squares[cell] as number) + value * value
  cells.over[cell] = (cells.over[cell] as number) + over
  addLargest(cells, cell, Math.abs(value))
}

function addLargest({ largest, second }: Cells, cell: number, size: number): void {
  if (size > (largest[cell] as number)) {
    second[cell] = largest[cell] as number
    largest[cell] = size
  } else if (size > (second[cell] as number)) second[cell] = size
}

const ADDED = [
  'reporters',
  'payments',
  'base',
  'baseReporters',
  'hits',
  'hitReporters',
  'sum',
  'squares',
  'over',
] as const satisfies (keyof Cells)[]

/** Fills the totals from the inner cells, where every report stands in one line of each dimension. */
export function addTotals(cells: Cells): void {
  const { rows, columns, stride } = cells.grid
  if (columns > 0)
    for (let row = 0; row < Math.max(rows, 1); row++)
      for (let column = 0; column < columns; column++) addCell(cells, row * stride + column, row * stride + columns)
  if (rows > 0)
    for (let column = 0; column <= columns; column++)
      for (let row = 0; row < rows; row++) addCell(cells, row * stride + column, rows * stride + column)
}

function addCell(cells: Cells, from: number, to: number): void {
  for (const name of ADDED) cells[name][to] = (cells[name][to] as number) + (cells[name][from] as number)
  addLargest(cells, to, cells.largest[from] as number)
  addLargest(cells, to, cells.second[from] as number)
}
