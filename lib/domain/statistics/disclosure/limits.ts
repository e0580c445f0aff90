import type { Move } from './ring'

/** The parts of a cell that other measures can tell of. */
export type LimitedPart = 'reporters' | 'hits' | 'others' | 'missing'

/** The smallest and the largest number of a part of each cell. */
export type Between = { readonly low: Float64Array; readonly high: Float64Array }

/** Between which numbers parts lie for whoever knows what other measures tell of the same people. */
export type Limits = Readonly<Record<LimitedPart, Between>>

/** Nothing is known. */
export function noLimits(size: number): Limits {
  const open = (): Between => ({ low: new Float64Array(size), high: new Float64Array(size).fill(Infinity) })
  return { reporters: open(), hits: open(), others: open(), missing: open() }
}

/** Whether a part of a cell is known from elsewhere: it is not this table that tells it. */
export function isSettled(limits: Limits | null | undefined, part: LimitedPart, cell: number): boolean {
  return limits?.[part] !== undefined && limits[part].low[cell] === limits[part].high[cell]
}

type Bounds = Pick<Move, 'ceiling' | 'floor'>

/** Bounds of a move with what is known of its part besides. */
export function within({ ceiling, floor }: Bounds, between: Between | undefined): Bounds {
  if (between === undefined) return { ceiling, floor }
  return {
    ceiling: ceiling === null ? between.high : ceiling.map((most, cell) => Math.min(most, between.high[cell] ?? most)),
    floor: floor === null ? between.low : floor.map((least, cell) => Math.max(least, between.low[cell] ?? least)),
  }
}
