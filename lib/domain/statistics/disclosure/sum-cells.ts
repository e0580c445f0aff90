import type { MeasureForm } from '../registry/measures'
import type { Grid } from './grid'
import type { Ties } from './reporter-cells'
import { cheapestRing, push, type Move } from './ring'
import { isDominated, sumMargin } from './rules'

const PRICE_OF_TOTAL = [1, 1e9, 1e12] as const

/**
 * Looks for other sums that would be told in the same words. A held-back sum is safe when, as far as anybody can tell, it may lie above
 * and below the truth by the margin of the p % rule. Source: upper and lower protection levels, Handbook on Statistical Disclosure
 * Control (rules.ts). Sums of differences go below zero; nobody's sum is nothing.
 */
export class SumProbe {
  readonly #grid: Grid
  readonly #move: Move & { readonly touched: number[] }
  readonly #up: Float64Array
  readonly #down: Float64Array

  constructor(grid: Grid, open: Uint8Array) {
    const takes = grid.parts.sum.slice()
    const ofNobody = (otherwise: number) =>
      Float64Array.from(grid.cells, (cell) => (cell === null || cell.base === 0 ? 0 : otherwise))
    const floor = takes.some((sum) => sum < 0) ? ofNobody(-Infinity) : null
    this.#grid = grid
    this.#move = { takes, gives: null, open, ceiling: ofNobody(Infinity), floor, touched: [] }
    this.#up = new Float64Array(grid.size)
    this.#down = new Float64Array(grid.size)
  }

  /** Whether a held-back sum may lie far enough from the truth. */
  isSafe(cell: number): boolean {
    return this.needOf(cell, 1) === 0 && this.needOf(cell, -1) === 0
  }

  /** By how much more a sum must be able to move; what was moved is handed to `look` before it is put back. */
  needOf(cell: number, way: 1 | -1, look: (move: Move, need: number) => void = () => undefined): number {
    const raw = this.#grid.cells[cell] ?? null
    const margin = raw === null ? 0 : sumMargin(raw)
    if (((way === 1 ? this.#up : this.#down)[cell] ?? 0) >= margin) return 0
    const need = margin - push(this.#grid, this.#move, cell, way, margin)
    if (need > 0) look(this.#move, need)
    for (const other of this.#move.touched) {
      const truth = this.#grid.parts.sum[other] ?? 0
      const change = (this.#move.takes[other] ?? 0) - truth
      if (change > (this.#up[other] ?? 0)) this.#up[other] = change
      if (-change > (this.#down[other] ?? 0)) this.#down[other] = -change
      this.#move.takes[other] = truth
    }
    this.#move.touched.length = 0
    return need
  }
}

/** The tables of sums that a measure tells: of a ratio also that of what divides it, which follows from sum and value. */
export function summedGrids(grid: Grid, form: MeasureForm): readonly Grid[] {
  if (form !== 'ratio') return [grid]
  const cells = grid.cells.map((cell) => cell && { ...cell, sum: cell.over, largest: cell.overLargest })
  return [grid, { ...grid, cells, parts: { ...grid.parts, sum: Float64Array.from(cells, (cell) => cell?.sum ?? 0) } }]
}

/**
 * The cells whose sum and mean are held back: `inside`, those that one reporter dominates, and as many others as it takes. A ratio is
 * held back where either of its two sums must be.
 */
export function chooseSums(
  grids: readonly Grid[],
  inside: Uint8Array,
  ties: Ties,
): { readonly open: Uint8Array; readonly isSafe: boolean } {
  const dominated = inside.slice()
  for (const { cells } of grids) {
    cells.forEach((cell, index) => {
      const isHeldBack = cell !== null && (isDominated(cell) || ties.hide[index] === 1)
      if (isHeldBack && ties.known[index] === 0) dominated[index] = 1
    })
  }
  let [open, before] = [dominated, -1]
  // What one sum takes the other must bear, too: until neither needs more.
  while (before !== countOf(open)) {
    before = countOf(open)
    for (const grid of grids) {
      const more = withRings(grid, open, ties)
      if (more === null) return { open, isSafe: false }
      open = more
    }
  }
  return { open, isSafe: true }
}

function countOf(open: Uint8Array): number {
  return open.reduce((sum, isOpen) => sum + isOpen, 0)
}

// Null when no choice will do.
function withRings(grid: Grid, hidden: Uint8Array, ties: Ties): Uint8Array<ArrayBuffer> | null {
  const open = Uint8Array.from(hidden)
  const probe = new SumProbe(grid, open)
  const queue = grid.places.flatMap((_, cell) => (open[cell] === 1 ? [cell] : []))
  for (const cell of queue) {
    while (!probe.isSafe(cell)) {
      const added = nextRing(grid, probe, open, cell, ties)
      if (added.length === 0) return null
      for (const other of added) open[other] = 1
      queue.push(...added)
    }
  }
  return open
}

function nextRing(grid: Grid, probe: SumProbe, open: Uint8Array, cell: number, ties: Ties): readonly number[] {
  let found: readonly number[] = []
  for (const way of [1, -1] as const) {
    probe.needOf(cell, way, (move, need) => {
      const price = (other: number, room: number) => {
        if (ties.known[other] === 1) return Infinity
        const size = (PRICE_OF_TOTAL[grid.depth[other] ?? 0] ?? 1) * (grid.parts.reporters[other] ?? 0)
        return room < need ? 9 * size : size
      }
      const ring = cheapestRing(grid, move, cell, way, price)
      if (ring !== null && ring.price < Infinity) found = ring.cells
    })
    if (found.length > 0) break
  }
  return found.filter((other) => open[other] === 0)
}
