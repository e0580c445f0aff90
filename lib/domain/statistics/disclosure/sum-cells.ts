import type { Grid } from './grid'
import type { Ties } from './reporter-cells'
import { cheapestRing, push, type Move } from './ring'
import { isDominated, sumMargin } from './rules'

const PRICE_OF_TOTAL = [1, 1e9, 1e12] as const

/**
 * Whether a held-back sum is safe: as far as anybody can tell it may lie above and below the truth by the margin of the p % rule.
 * Source: upper and lower protection levels, Handbook on Statistical Disclosure Control (rules.ts).
 */
export function isSumSafe(grid: Grid, open: Uint8Array, cell: number): boolean {
  const margin = marginOf(grid, cell)
  return margin === 0 || ([1, -1] as const).every((way) => push(grid, moveOf(grid, open), cell, way, margin) >= margin)
}

/** The cells whose sum and mean are held back: `inside`, those that one reporter dominates, and as many others as it takes. */
export function chooseSums(
  grid: Grid,
  inside: Uint8Array,
  ties: Ties,
): { readonly open: Uint8Array; readonly isSafe: boolean } {
  const open = inside.slice()
  grid.cells.forEach((cell, index) => {
    if (cell !== null && ties.known[index] === 0 && (isDominated(cell) || ties.hide[index] === 1)) open[index] = 1
  })
  for (let isChanged = true; isChanged;) {
    isChanged = false
    for (let cell = 0; cell < grid.size; cell++) {
      while (open[cell] === 1 && !isSumSafe(grid, open, cell)) {
        const added = nextRing(grid, open, cell, ties)
        if (added.length === 0) return { open, isSafe: false }
        for (const other of added) open[other] = 1
        isChanged = true
      }
    }
  }
  return { open, isSafe: true }
}

function marginOf(grid: Grid, cell: number): number {
  const raw = grid.cells[cell] ?? null
  return raw === null ? 0 : sumMargin(raw)
}

// Sums of differences go below zero; nobody's sum is nothing.
function moveOf(grid: Grid, open: Uint8Array): Move {
  const takes = grid.parts.sum.slice()
  const ceiling = Float64Array.from(grid.cells, (cell) => (cell === null || cell.base === 0 ? 0 : Infinity))
  const isSigned = takes.some((sum) => sum < 0)
  const floor = isSigned
    ? Float64Array.from(grid.cells, (cell) => (cell === null || cell.base === 0 ? 0 : -Infinity))
    : null
  return { takes, gives: null, open, ceiling, floor }
}

function nextRing(grid: Grid, open: Uint8Array, cell: number, ties: Ties): readonly number[] {
  const margin = marginOf(grid, cell)
  for (const way of [1, -1] as const) {
    const move = moveOf(grid, open)
    const done = push(grid, move, cell, way, margin)
    if (done >= margin) continue
    const price = (other: number, room: number) =>
      ties.known[other] === 1
        ? Infinity
        : (PRICE_OF_TOTAL[grid.depth[other] ?? 0] ?? 1) *
          (grid.parts.reporters[other] ?? 0) *
          (room < margin - done ? 9 : 1)
    const ring = cheapestRing(grid, move, cell, way, price)
    if (ring !== null && ring.price < Infinity) return ring.cells
  }
  return []
}
