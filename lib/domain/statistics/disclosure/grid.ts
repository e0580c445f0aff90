import { descriptorOf, type Descriptor } from './descriptor'
import type { Place, RawCell, RawTable } from '../raw-table'

/** What of a cell a ring of changes can move: all reporters, those (or their payments) that hit, do not, lack the fact; the sum. */
export type Parts = {
  readonly reporters: Float64Array
  readonly hits: Float64Array
  readonly others: Float64Array
  readonly missing: Float64Array
  readonly sum: Float64Array
}

/**
 * A table as a graph. Lines (rows and columns, that of the totals too) are points, cells lie between two of them. The parts of a line
 * less its total are constant, so whatever changes in secret runs in rings of held-back cells. Totals count against their parts: `sign`
 * is -1. A table with one line has a second point where nothing has to add up differently. Cells are numbered row by row, totals last.
 */
export type Grid = {
  readonly table: RawTable
  readonly size: number
  readonly points: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly sign: Int8Array
  /** 0: inside, 1: total of a row or a column, 2: the total. */
  readonly depth: Uint8Array
  /** Cells at each point. */
  readonly at: readonly (readonly number[])[]
  readonly places: readonly Place[]
  readonly cells: readonly (RawCell | null)[]
  readonly parts: Parts
  /** Reporters = hits + others + missing everywhere: a measure of reports, not of payments. */
  readonly isCoupled: boolean
  /** Some measures of our own work come in parts without a total. */
  readonly hasTotal: boolean
  /** Nobody can stand here, as anybody knows: January in the second quarter, Viet Nam in the corridor from Nepal. */
  readonly isNobodys: Uint8Array
  /** A report can stand in several lines, so that they add up to more than the total: who is in two of them is told, at worst. */
  readonly isOverlapping: boolean
}

/** A place as a text. */
export function placeKey({ row, column }: Place): string {
  return `${row ?? ''}\u0000${column ?? ''}`
}

/** The graph of a table. Cells that nobody stands in are there with zeros. */
export function gridOf(table: RawTable): Grid {
  const byPlace = new Map(table.cells.map((cell) => [placeKey(cell), cell]))
  const { rows, columns } = table
  const isFlat = rows.length === 0 || columns.length === 0
  const places = isFlat
    ? [
        ...rows.map((row): Place => ({ row, column: null })),
        ...columns.map((column): Place => ({ row: null, column })),
        { row: null, column: null },
      ]
    : [...rows, null].flatMap((row) => [...columns, null].map((column): Place => ({ row, column })))
  const size = places.length
  const from = new Int32Array(size)
  const to = new Int32Array(size)
  const sign = new Int8Array(size)
  const depth = new Uint8Array(size)
  places.forEach((place, cell) => {
    const totals = Number(place.row === null) + Number(place.column === null)
    depth[cell] = isFlat ? (totals === 2 ? 2 : 0) : totals
    sign[cell] = isFlat ? (totals === 2 ? -1 : 1) : totals === 1 ? -1 : 1
    from[cell] = isFlat ? 0 : Math.floor(cell / (columns.length + 1))
    to[cell] = isFlat ? Number(size > 1) : rows.length + 1 + (cell % (columns.length + 1))
  })
  const points = isFlat ? 2 : rows.length + columns.length + 2
  const at: number[][] = Array.from({ length: points }, () => [])
  for (let cell = 0; cell < size; cell++) {
    at[from[cell] ?? 0]?.push(cell)
    if (from[cell] !== to[cell]) at[to[cell] ?? 0]?.push(cell)
  }
  const cells = places.map((place) => byPlace.get(placeKey(place)) ?? null)
  const part = (value: (cell: RawCell) => number) =>
    Float64Array.from(cells, (cell) => (cell === null ? 0 : value(cell)))
  const parts: Parts = {
    reporters: part(({ reporters }) => reporters),
    hits: part(({ hits }) => hits),
    others: part(({ base, hits }) => base - hits),
    missing: part(({ missing }) => missing),
    sum: part(({ sum }) => sum),
  }
  const hasTotal = cells[size - 1] !== null
  return {
    table,
    size,
    points,
    from,
    to,
    sign,
    depth,
    at,
    places,
    cells,
    parts,
    isCoupled: table.cells.every(({ reporters, base, missing }) => reporters === base + missing),
    hasTotal,
    isNobodys: Uint8Array.from(places, (place, cell) =>
      Number(
        !isFlat && (cells[cell]?.reporters ?? 0) === 0 && isOfNobody(descriptorOf(table.query, place, table.measure)),
      ),
    ),
    isOverlapping: !hasTotal
      ? false
      : !isFlat
        ? !addsUp(parts.reporters, rows.length, columns.length)
        : !addsUpFlat(parts.reporters),
  }
}

function isOfNobody({ sets, months }: Descriptor): boolean {
  return months.length === 0 || [...sets.values()].some((values) => values.size === 0)
}

function addsUpFlat(values: Float64Array): boolean {
  let sum = 0
  for (let cell = 0; cell < values.length - 1; cell++) sum += values[cell] ?? 0
  return values.length === 1 || sum === values[values.length - 1]
}

function addsUp(values: Float64Array, rows: number, columns: number): boolean {
  const width = columns + 1
  for (let row = 0; row <= rows; row++) {
    if (!addsUpFlat(values.subarray(row * width, (row + 1) * width))) return false
  }
  for (let column = 0; column <= columns; column++) {
    const line = Float64Array.from({ length: rows + 1 }, (_, row) => values[row * width + column] ?? 0)
    if (!addsUpFlat(line)) return false
  }
  return true
}
