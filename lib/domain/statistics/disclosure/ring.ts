import type { Grid } from './grid'

/**
 * Something that can move in secret along rings of open cells: a unit more here, one less there, every total as it was.
 * `takes` is the part that grows and shrinks, never below zero (or `floor`). `gives` is the part of the same cell that it grows from
 * (a cell whose count is known can only have more hits with fewer misses); null: the cell itself may grow, up to `ceiling`.
 */
export type Move = {
  readonly takes: Float64Array
  readonly gives: Float64Array | null
  readonly open: Uint8Array
  readonly ceiling: Float64Array | null
  readonly floor: Float64Array | null
  /** The same of `gives`. */
  readonly givesCeiling?: Float64Array | null
  readonly givesFloor?: Float64Array | null
  /** Collects the cells that were changed. */
  readonly touched?: number[]
}

type Way = { readonly cells: readonly number[]; readonly amount: number }

const of = (values: ArrayLike<number>, index: number): number => values[index] ?? 0

const roomUp = ({ takes, gives, ceiling, givesFloor }: Move, cell: number): number => {
  const room = gives === null ? Infinity : (gives[cell] ?? 0) - (givesFloor?.[cell] ?? 0)
  return ceiling === null ? room : Math.min(room, (ceiling[cell] ?? 0) - (takes[cell] ?? 0))
}
const roomDown = ({ takes, gives, floor, givesCeiling }: Move, cell: number): number => {
  const room = (takes[cell] ?? 0) - (floor?.[cell] ?? 0)
  return gives === null || !givesCeiling ? room : Math.min(room, (givesCeiling[cell] ?? 0) - (gives[cell] ?? 0))
}

/** How much a cell can change when a ring passes it from one point on. */
function room(grid: Grid, move: Move, cell: number, start: number): number {
  if (grid.isNobodys[cell] === 1) return 0
  const isForward = grid.from[cell] === start
  return isForward === (grid.sign[cell] === 1) ? roomUp(move, cell) : roomDown(move, cell)
}

function shift(grid: Grid, move: Move, cell: number, start: number, amount: number): void {
  const isForward = grid.from[cell] === start
  const change = isForward === (grid.sign[cell] === 1) ? amount : -amount
  move.touched?.push(cell)
  move.takes[cell] = (move.takes[cell] ?? 0) + change
  if (move.gives !== null) move.gives[cell] = (move.gives[cell] ?? 0) - change
}

/**
 * Moves a cell up (1) or down (-1) by at most `limit` along rings of open cells and says by how much: maximum flow, by shortest ways
 * (Edmonds and Karp 1972). The values of `move` are changed.
 */
export function push(grid: Grid, move: Move, target: number, direction: 1 | -1, limit: number): number {
  const isForward = (grid.sign[target] ?? 1) * direction === 1
  const tail = (isForward ? grid.from : grid.to)[target] ?? 0
  const head = (isForward ? grid.to : grid.from)[target] ?? 0
  let done = 0
  while (done < limit) {
    const own = Math.min(limit - done, direction === 1 ? roomUp(move, target) : roomDown(move, target))
    if (own <= 0) break
    const way = grid.size === 1 ? { cells: [], amount: Infinity } : shortest(grid, move, target, head, tail)
    if (way === null) break
    const amount = Math.min(own, way.amount)
    shift(grid, move, target, tail, amount)
    let point = head
    for (const cell of way.cells) {
      shift(grid, move, cell, point, amount)
      point = across(grid, cell, point)
    }
    done += amount
  }
  return done
}

/**
 * The cheapest ring through a cell over open cells and others at a price: the closed cells on it. Null when there is none, however
 * dear. Dijkstra over the points of the grid.
 */
export function cheapestRing(
  grid: Grid,
  move: Move,
  target: number,
  direction: 1 | -1,
  price: (cell: number, room: number) => number,
): { readonly cells: readonly number[]; readonly price: number } | null {
  if ((direction === 1 ? roomUp(move, target) : roomDown(move, target)) <= 0) return null
  const isForward = (grid.sign[target] ?? 1) * direction === 1
  const tail = (isForward ? grid.from : grid.to)[target] ?? 0
  const head = (isForward ? grid.to : grid.from)[target] ?? 0
  const cost = new Float64Array(grid.points).fill(Infinity)
  const via = new Int32Array(grid.points).fill(-1)
  const isDone = new Uint8Array(grid.points)
  cost[head] = 0
  for (;;) {
    let point = -1
    for (let other = 0; other < grid.points; other++) {
      if (isDone[other] === 0 && cost[other] !== Infinity && (point < 0 || of(cost, other) < of(cost, point)))
        point = other
    }
    if (point < 0) return null
    if (point === tail) break
    isDone[point] = 1
    for (const cell of grid.at[point] ?? []) {
      if (cell === target) continue
      const free = room(grid, move, cell, point)
      if (free <= 0) continue
      const next = across(grid, cell, point)
      const reached = of(cost, point) + (move.open[cell] === 1 ? 0 : price(cell, free))
      if (reached < of(cost, next)) {
        cost[next] = reached
        via[next] = cell
      }
    }
  }
  const cells: number[] = []
  for (let point = tail; point !== head;) {
    const cell = of(via, point)
    if (move.open[cell] === 0) cells.push(cell)
    point = across(grid, cell, point)
  }
  return { cells, price: of(cost, tail) }
}

function across(grid: Grid, cell: number, point: number): number {
  return (grid.from[cell] === point ? grid.to[cell] : grid.from[cell]) ?? 0
}

function shortest(grid: Grid, move: Move, target: number, head: number, tail: number): Way | null {
  const via = new Int32Array(grid.points).fill(-1)
  const amount = new Float64Array(grid.points)
  amount[head] = Infinity
  const queue = [head]
  for (let next = 0; next < queue.length && amount[tail] === 0; next++) {
    const point = queue[next] ?? 0
    for (const cell of grid.at[point] ?? []) {
      if (move.open[cell] === 0 || cell === target) continue
      const other = across(grid, cell, point)
      if (of(amount, other) > 0) continue
      const free = room(grid, move, cell, point)
      if (free <= 0) continue
      amount[other] = Math.min(of(amount, point), free)
      via[other] = cell
      queue.push(other)
    }
  }
  if (amount[tail] === 0) return null
  const cells: number[] = []
  for (let point = tail; point !== head;) {
    const cell = of(via, point)
    cells.push(cell)
    point = across(grid, cell, point)
  }
  return { cells: cells.toReversed(), amount: of(amount, tail) }
}
