import type { Grid } from './grid'
import { cheapestRing, push, type Move } from './ring'
import { fewOutside } from './overlapping-lines'
import { isSettled, within, type Limits } from './limits'
import { isFew } from './rules'

/**
 * What earlier releases and other tables say: cells that must be held back, and cells that are known whatever happens. Those of
 * `careless` are held back, but may be worked out. `limits`: between which numbers parts lie for whoever knows other measures.
 */
export type Ties = {
  readonly hide: Uint8Array
  readonly known: Uint8Array
  readonly careless?: Uint8Array
  limits?: Limits | null
}

/** No ties. */
export function noTies(size: number): Ties {
  return { hide: new Uint8Array(size), known: new Uint8Array(size) }
}

// Small counts are given up first, then zeros, totals last.
const PRICE_OF_ZERO = 1e6
const PRICE_OF_TOTAL = [0, 1e9, 1e12] as const

/** What it costs to hold back one more cell for a ring that needs `need` of it. */
export function priceOf(grid: Grid, cell: number, room: number, need: number): number {
  const count = Math.abs(grid.parts.reporters[cell] ?? 0)
  const size = count === 0 ? PRICE_OF_ZERO : count
  return (PRICE_OF_TOTAL[grid.depth[cell] ?? 0] ?? 0) + size * (1 + Math.max(0, need - room))
}

/** How far a held-back number may lie from the truth, as far as anybody can tell. */
export type Slack = { readonly up: number; readonly down: number }

/**
 * Whether a held-back count is safe: what it may be reaches the threshold, and is of at least as many numbers. One of the counted is
 * the reader himself, so that a count of somebody is at least 1. Source: required protection as sliding protection of `threshold` - 1
 * (Fischetti and Salazar 2000), and the reach so that "few" itself is not told.
 */
export function isWide(value: number, { up, down }: Slack, threshold: number): boolean {
  return value + up >= threshold && up + Math.min(down, value - lowest(value)) >= threshold - 1
}

function lowest(value: number): number {
  return value > 0 ? 1 : 0
}

function moveOf(grid: Grid, open: Uint8Array, limits: Limits | null = null): Move {
  const { reporters } = grid.parts
  return { takes: reporters.slice(), gives: null, open, ...within(bounds(grid, reporters, open), limits?.reporters) }
}

/** Where a report stands in several lines, no cell is larger than a total that is shown, and no total smaller than its largest cell. */
export function bounds(grid: Grid, values: Float64Array, open: Uint8Array): Pick<Move, 'ceiling' | 'floor'> {
  if (!grid.isOverlapping) return { ceiling: null, floor: null }
  const ceiling = new Float64Array(grid.size).fill(Infinity)
  const floor = new Float64Array(grid.size)
  for (const cells of grid.at) {
    const total = cells.find((cell) => isTotalOf(grid, cell, cells))
    if (total === undefined) continue
    for (const cell of cells) {
      if (cell === total) continue
      floor[total] = Math.max(floor[total] ?? 0, values[cell] ?? 0)
      if (open[total] === 0) ceiling[cell] = Math.min(ceiling[cell] ?? 0, values[total] ?? 0)
    }
  }
  return { ceiling, floor }
}

// The last cell of a line is its total.
function isTotalOf(grid: Grid, cell: number, cells: readonly number[]): boolean {
  return cell === Math.max(...cells) && (grid.depth[cell] ?? 0) > 0
}

/** How far the count of reporters of a held-back cell can be moved; looked for no further than the rule asks. */
export function reporterSlack(
  grid: Grid,
  open: Uint8Array,
  cell: number,
  threshold: number,
  limits: Limits | null = null,
): Slack {
  const value = grid.parts.reporters[cell] ?? 0
  const up = push(grid, moveOf(grid, open, limits), cell, 1, Math.max(threshold - value, threshold - 1))
  if (isWide(value, { up, down: 0 }, threshold)) return { up, down: 0 }
  const down = push(grid, moveOf(grid, open, limits), cell, -1, Math.min(value, threshold))
  return { up, down }
}

/**
 * The cells whose number of reporters is held back: those of few, and as many others as it takes that no number can be worked out
 * closer than `isWide` asks. `isSafe` is false when `ties.known` leave no way.
 */
export function chooseReporters(
  grid: Grid,
  threshold: number,
  ties: Ties,
): { readonly open: Uint8Array; readonly isSafe: boolean } {
  const open = new Uint8Array(grid.size)
  for (let cell = 0; cell < grid.size; cell++) {
    const isHeldBack = isFew(grid.parts.reporters[cell] ?? 0, threshold) || ties.hide[cell] === 1
    if (isHeldBack && ties.known[cell] === 0) open[cell] = 1
  }
  for (const cell of fewOutside(grid, grid.parts.reporters, threshold, (one) => open[one] === 1)) {
    if (ties.known[cell] === 0) open[cell] = 1
  }
  if (!grid.hasTotal) open[grid.size - 1] = 1
  let isSafe = true
  const isCared = (cell: number) => ties.careless?.[cell] !== 1 && !isSettled(ties.limits, 'reporters', cell)
  // Holding back one more cell makes no other one narrower, so that each is looked at once.
  const queue = grid.places.flatMap((_, cell) => (open[cell] === 1 && isCared(cell) ? [cell] : []))
  for (const cell of queue) {
    for (let added = oneRing(grid, open, cell, threshold, ties); added !== null;) {
      if (added.length === 0) isSafe = false
      for (const other of added) open[other] = 1
      queue.push(...added.filter(isCared))
      added = added.length === 0 ? null : oneRing(grid, open, cell, threshold, ties)
    }
  }
  return { open, isSafe }
}

// Null: the cell is safe; otherwise the cells still to be held back, none when there is no ring.
function oneRing(grid: Grid, open: Uint8Array, cell: number, threshold: number, ties: Ties): readonly number[] | null {
  const value = grid.parts.reporters[cell] ?? 0
  const need = Math.max(threshold - value, threshold - 1)
  const move = moveOf(grid, open, ties.limits)
  const up = push(grid, move, cell, 1, need)
  if (isWide(value, { up, down: 0 }, threshold)) return null
  const price = (wanted: number) => (other: number, room: number) =>
    ties.known[other] === 1 ? Infinity : priceOf(grid, other, room, wanted)
  const upwards = cheapestRing(grid, move, cell, 1, price(need - up))
  const back = moveOf(grid, open, ties.limits)
  const down = push(grid, back, cell, -1, Math.min(value, threshold))
  if (isWide(value, { up, down }, threshold)) return null
  const downwards = value + up < threshold ? null : cheapestRing(grid, back, cell, -1, price(threshold - 1 - up - down))
  const best = [upwards, downwards]
    .filter((ring) => ring !== null)
    .toSorted((a, b) => a.price - b.price)
    .find((ring) => ring.price < Infinity && ring.cells.length > 0)
  return best?.cells ?? []
}
