import type { Grid } from './grid'
import { bounds, isWide, priceOf, type Slack, type Ties } from './reporter-cells'
import { cheapestRing, push, type Move } from './ring'
import { isFewWithin } from './rules'

const KINDS = ['hits', 'others', 'missing'] as const
type Kind = (typeof KINDS)[number]
type State = Record<Kind, Float64Array>

/** What is held back: reporters, and what is inside (`base`, `missing`, `hits`); whoever is in the first is in the second. */
export type Hidden = { readonly reporters: Uint8Array; readonly inside: Uint8Array }

function stateOf({ parts }: Grid): State {
  return { hits: parts.hits.slice(), others: parts.others.slice(), missing: parts.missing.slice() }
}

// In a cell whose reporters are shown one part grows only from another; where they are held back it grows by itself. Payments are
// bound to no number of reporters.
function freeCells(grid: Grid, hidden: Hidden): Uint8Array {
  return grid.isCoupled ? hidden.reporters : hidden.inside
}

function swap(state: State, kind: Kind, other: Kind, open: Uint8Array): Move {
  return { takes: state[kind], gives: state[other], open, ceiling: null, floor: null }
}

function free(grid: Grid, state: State, kind: Kind, hidden: Hidden): Move {
  const open = freeCells(grid, hidden)
  return { takes: state[kind], gives: null, open, ...bounds(grid, grid.parts[kind], open) }
}

// Moves one part of one cell as far as `limit`, by every kind of ring one after the other. Each step leaves a table that could be.
function reach(
  grid: Grid,
  state: State,
  hidden: Hidden,
  cell: number,
  kind: Kind,
  direction: 1 | -1,
  limit: number,
): number {
  let done = 0
  const others = KINDS.filter((other) => other !== kind)
  const byExchange = () => {
    for (const other of others) {
      if (done < limit) done += push(grid, swap(state, kind, other, hidden.inside), cell, direction, limit - done)
    }
  }
  byExchange()
  const isFree = freeCells(grid, hidden)[cell] === 1
  if (done < limit && isFree) done += push(grid, free(grid, state, kind, hidden), cell, direction, limit - done)
  if (done < limit && isFree && direction === 1) {
    for (const other of others) push(grid, free(grid, state, other, hidden), cell, 1, limit - done)
    byExchange()
  }
  return done
}

/** How far a part of a held-back cell can be moved; looked for no further than the rule asks. */
export function innerSlack(grid: Grid, hidden: Hidden, cell: number, kind: Kind, threshold: number): Slack {
  const value = grid.parts[kind][cell] ?? 0
  const up = reach(grid, stateOf(grid), hidden, cell, kind, 1, Math.max(threshold - value, threshold - 1))
  if (isWide(value, { up, down: 0 }, threshold)) return { up, down: 0 }
  return { up, down: reach(grid, stateOf(grid), hidden, cell, kind, -1, Math.min(value, threshold)) }
}

/**
 * Whether a part of a held-back cell is safe: as for reporters where these are shown; where they are held back themselves, and so
 * wide already, it must not be known. Nothing there is to be known of a part that nobody is in.
 */
export function isPartSafe(grid: Grid, hidden: Hidden, cell: number, kind: Kind, threshold: number): boolean {
  const value = grid.parts[kind][cell] ?? 0
  if (value === 0) return true
  const slack = innerSlack(grid, hidden, cell, kind, threshold)
  if (hidden.reporters[cell] === 1) return slack.up + Math.min(slack.down, value - 1) >= 1
  return isWide(value, slack, threshold)
}

/** How far the reporters of a held-back cell can be moved if their parts, too, must add up: each part by itself, added. */
export function joinedSlack(grid: Grid, hidden: Hidden, cell: number, threshold: number): Slack {
  const state = stateOf(grid)
  const below = stateOf(grid)
  const slack = { up: 0, down: 0 }
  for (const kind of KINDS) {
    slack.up += push(grid, free(grid, state, kind, hidden), cell, 1, 2 * threshold - slack.up)
    slack.down += push(grid, free(grid, below, kind, hidden), cell, -1, 2 * threshold - slack.down)
  }
  return slack
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
    if (isFewWithin(cell, threshold) || ties.hide[index] === 1) hidden.inside[index] = 1
  })
  for (let isChanged = true; isChanged;) {
    isChanged = false
    for (let cell = 0; cell < grid.size; cell++) {
      if (hidden.inside[cell] === 0) continue
      for (const kind of KINDS) {
        while (!isPartSafe(grid, hidden, cell, kind, threshold)) {
          const added = cheapest(grid, hidden, cell, kind, threshold, ties)
          if (added.length === 0) return { hidden, isSafe: false }
          for (const other of added) hidden.inside[other] = 1
          isChanged = true
        }
      }
    }
  }
  return { hidden, isSafe: true }
}

function cheapest(
  grid: Grid,
  hidden: Hidden,
  cell: number,
  kind: Kind,
  threshold: number,
  ties: Ties,
): readonly number[] {
  const rings = ([1, -1] as const).flatMap((direction) => {
    const state = stateOf(grid)
    reach(grid, state, hidden, cell, kind, direction, threshold)
    return KINDS.filter((other) => other !== kind).flatMap((other) => {
      const price = (at: number, room: number) =>
        ties.known[at] === 1 || (grid.parts.reporters[at] ?? 0) === 0
          ? Infinity
          : priceOf(grid, at, room, threshold - 1)
      const ring = cheapestRing(grid, swap(state, kind, other, hidden.inside), cell, direction, price)
      return ring === null || ring.price === Infinity || ring.cells.length === 0 ? [] : [ring]
    })
  })
  return rings.toSorted((a, b) => a.price - b.price)[0]?.cells ?? []
}
