import type { Grid } from './grid'
import { within, type Limits } from './limits'
import { bounds, type Slack } from './reporter-cells'
import { push, type Move } from './ring'

/** The parts a reporter of a cell is in. */
export const KINDS = ['hits', 'others', 'missing'] as const
export type Kind = (typeof KINDS)[number]

/** What is held back: reporters, and what is inside (`base`, `missing`, `hits`); whoever is in the first is in the second. */
export type Hidden = { readonly reporters: Uint8Array; readonly inside: Uint8Array }

type PerKind = Record<Kind, Float64Array>

/**
 * Looks for other tables that would be told in the same words, and keeps how far from the truth each part of each cell was seen. In a
 * cell whose reporters are shown one part grows only from another; where they are held back it grows by itself, too. Payments are
 * bound to no number of reporters. Holding back more cells never takes away what was seen.
 */
export class Probe {
  readonly grid: Grid
  readonly hidden: Hidden
  readonly limits: Limits | null
  readonly #state: PerKind
  readonly #up: PerKind
  readonly #down: PerKind
  readonly #touched: number[] = []

  constructor(grid: Grid, hidden: Hidden, limits: Limits | null = null) {
    const none = (): PerKind => ({
      hits: new Float64Array(grid.size),
      others: new Float64Array(grid.size),
      missing: new Float64Array(grid.size),
    })
    const { hits, others, missing } = grid.parts
    this.grid = grid
    this.hidden = hidden
    this.limits = limits
    this.#state = { hits: hits.slice(), others: others.slice(), missing: missing.slice() }
    this.#up = none()
    this.#down = none()
  }

  /** How far a part of a cell was seen from the truth. */
  seen(cell: number, kind: Kind): Slack {
    return { up: this.#up[kind][cell] ?? 0, down: this.#down[kind][cell] ?? 0 }
  }

  /** Moves a part of a cell as far as `limit`, hands the table reached to `look`, and puts everything back. */
  reach(
    cell: number,
    kind: Kind,
    direction: 1 | -1,
    limit: number,
    look: (done: number) => void = () => undefined,
  ): void {
    let done = 0
    const exchange = () => {
      for (const other of KINDS) {
        if (other === kind || done >= limit) continue
        done += push(this.grid, this.swap(kind, other), cell, direction, limit - done)
      }
    }
    exchange()
    const isFree = this.#free[cell] === 1
    if (done < limit && isFree) done += push(this.grid, this.#alone(kind), cell, direction, limit - done)
    if (done < limit && isFree && direction === 1) {
      for (const other of KINDS) if (other !== kind) push(this.grid, this.#alone(other), cell, 1, limit - done)
      exchange()
    }
    look(done)
    this.#restore()
  }

  /** How far the reporters of a cell can be moved if their parts must add up, too: each part by itself, added. */
  joined(cell: number, limit: number): Slack {
    const sum = (direction: 1 | -1) => {
      let done = 0
      for (const kind of KINDS) {
        if (done < limit) done += push(this.grid, this.#alone(kind), cell, direction, limit - done)
      }
      this.#restore()
      return done
    }
    return { up: sum(1), down: sum(-1) }
  }

  /** One part grows from another of the same cell. */
  swap(kind: Kind, other: Kind): Move {
    return {
      takes: this.#state[kind],
      gives: this.#state[other],
      open: this.hidden.inside,
      ceiling: this.limits?.[kind].high ?? null,
      floor: this.limits?.[kind].low ?? null,
      givesCeiling: this.limits?.[other].high ?? null,
      givesFloor: this.limits?.[other].low ?? null,
      touched: this.#touched,
    }
  }

  get #free(): Uint8Array {
    return this.grid.isCoupled ? this.hidden.reporters : this.hidden.inside
  }

  #alone(kind: Kind): Move {
    const of = within(bounds(this.grid, this.grid.parts[kind], this.#free), this.limits?.[kind])
    return { takes: this.#state[kind], gives: null, open: this.#free, ...of, touched: this.#touched }
  }

  #restore(): void {
    for (const cell of this.#touched) {
      for (const kind of KINDS) {
        const truth = this.grid.parts[kind][cell] ?? 0
        const change = (this.#state[kind][cell] ?? 0) - truth
        if (change > (this.#up[kind][cell] ?? 0)) this.#up[kind][cell] = change
        if (-change > (this.#down[kind][cell] ?? 0)) this.#down[kind][cell] = -change
        this.#state[kind][cell] = truth
      }
    }
    this.#touched.length = 0
  }
}
