import type { Axis } from './axis'
import type { Adding } from './walk'

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
  /** The two largest of `over`. */
  readonly overLargest: Float64Array
  readonly overSecond: Float64Array
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
    overLargest: real(),
    overSecond: real(),
  }
}

/** Takes the contribution of one report into the two largest of a cell. */
export function addLargest({ largest, second }: Pick<Cells, 'largest' | 'second'>, cell: number, size: number): void {
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

/** Fills the totals along the dimensions in which every report stands in one line. */
export function addTotals(cells: Cells, adding: Adding): void {
  eachTotal(cells.grid, adding, (from, to) => addCell(cells, from, to))
}

/** Every pair of a cell and the total it is added to; totals of totals come last. */
export function eachTotal(
  { rows, columns, stride }: Grid,
  adding: Adding,
  add: (from: number, to: number) => void,
): void {
  if (columns > 0 && adding.columns)
    for (let row = 0; row <= rows; row++)
      for (let column = 0; column < columns; column++) add(row * stride + column, row * stride + columns)
  if (rows > 0 && adding.rows)
    for (let column = 0; column <= columns; column++)
      for (let row = 0; row < rows; row++) add(row * stride + column, rows * stride + column)
}

function addCell(cells: Cells, from: number, to: number): void {
  for (const name of ADDED) cells[name][to] = (cells[name][to] as number) + (cells[name][from] as number)
  addLargest(cells, to, cells.largest[from] as number)
  addLargest(cells, to, cells.second[from] as number)
  const over = { largest: cells.overLargest, second: cells.overSecond }
  addLargest(over, to, cells.overLargest[from] as number)
  addLargest(over, to, cells.overSecond[from] as number)
}
