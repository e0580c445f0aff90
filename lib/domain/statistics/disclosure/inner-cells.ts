import type { Grid } from './grid'
import { isSettled } from './limits'
import { KINDS, Probe, type Hidden, type Kind } from './probe'
import { fewOutside } from './overlapping-lines'
import { isWide, priceOf, type Ties } from './reporter-cells'
import { cheapestRing } from './ring'
import { isFewWithin, isLopsided } from './rules'

/**
 * Whether a part of a held-back cell is safe: as for reporters where these are shown; where they are held back themselves, and so
 * wide already, it must not be known. Nothing there is to be known of a part that nobody is in.
 */
export function isPartSafe(probe: Probe, cell: number, kind: Kind, threshold: number): boolean {
  const value = probe.grid.parts[kind][cell] ?? 0
  if (value === 0 || isSettled(probe.limits, kind, cell)) return true
  const isHeldBack = probe.hidden.reporters[cell] === 1
  const isSeen = () => {
    const { up, down } = probe.seen(cell, kind)
    return isHeldBack ? up + Math.min(down, value - 1) >= 1 : isWide(value, { up, down }, threshold)
  }
  if (isSeen()) return true
  probe.reach(cell, kind, 1, isHeldBack ? 1 : Math.max(threshold - value, threshold - 1))
  if (isSeen()) return true
  if (value > 1) probe.reach(cell, kind, -1, Math.min(value - 1, threshold - 1))
  return isSeen()
}

/**
 * The cells of which only the reporters are told (or nothing): with few inside, and as many others as it takes. `isSafe` is false when
 * no choice will do: then nothing inside may be told of any cell.
 */
export function chooseInner(
  grid: Grid,
  reporters: Uint8Array,
  threshold: number,
  ties: Ties,
): { readonly hidden: Hidden; readonly isSafe: boolean } {
  const hidden: Hidden = { reporters, inside: reporters.slice() }
  grid.cells.forEach((cell, index) => {
    if (cell === null || ties.known[index] === 1) return
    const isHeldBack = isFewWithin(cell, threshold) || (!grid.isCoupled && isLopsided(cell))
    if (isHeldBack || ties.hide[index] === 1) hidden.inside[index] = 1
  })
  for (const kind of KINDS) {
    for (const cell of fewOutside(grid, grid.parts[kind], threshold, (one) => hidden.inside[one] === 1)) {
      if (ties.known[cell] === 0) hidden.inside[cell] = 1
    }
  }
  const probe = new Probe(grid, hidden, ties.limits)
  const queue = grid.places.flatMap((_, cell) => (hidden.inside[cell] === 1 ? [cell] : []))
  for (const cell of queue) {
    for (const kind of KINDS) {
      while (!isPartSafe(probe, cell, kind, threshold)) {
        const added = cheapest(probe, cell, kind, threshold, ties)
        if (added.length === 0) return { hidden, isSafe: false }
        for (const other of added) hidden.inside[other] = 1
        queue.push(...added)
      }
    }
  }
  return { hidden, isSafe: true }
}

// The cells that are cheapest to hold back so that the part can go further than it does.
function cheapest(probe: Probe, cell: number, kind: Kind, threshold: number, ties: Ties): readonly number[] {
  const { grid } = probe
  const price = (at: number, room: number) =>
    ties.known[at] === 1 || (grid.parts.reporters[at] ?? 0) === 0 ? Infinity : priceOf(grid, at, room, threshold - 1)
  let best: { readonly cells: readonly number[]; readonly price: number } | null = null
  for (const direction of [1, -1] as const) {
    probe.reach(cell, kind, direction, threshold, () => {
      for (const other of KINDS) {
        if (other === kind) continue
        const ring = cheapestRing(grid, probe.swap(kind, other), cell, direction, price)
        if (ring === null || ring.price === Infinity || ring.cells.length === 0) continue
        if (best === null || ring.price < best.price) best = ring
      }
    })
  }
  return best === null ? [] : (best as { readonly cells: readonly number[] }).cells
}
