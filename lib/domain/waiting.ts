import { pauseOf } from './deadlines'
import { AWAITING_WORKER_DAYS } from './response-targets'
import type { CaseState } from './workflow/states'

/** A station of a case, as far as waiting is concerned. */
type Station = { readonly toState: CaseState; readonly movedAt: Date }

/**
 * How long finished waits for the worker stopped the clock in all, in milliseconds; each at most 14 days. Stations in order.
 * With `since` only the part of each wait after that instant counts: what stops a clock that began to run then.
 */
export function pausedBy(stations: readonly Station[], since: Date | null = null): number {
  return stations.reduce((sum, { toState, movedAt }, index) => {
    const next = stations[index + 1]
    if (toState !== 'awaiting_worker' || !next) return sum
    const before = since === null ? 0 : pauseOf(movedAt, since)
    return sum + Math.max(0, pauseOf(movedAt, next.movedAt) - before)
  }, 0)
}

/** When a case last came to a state, or null. Stations in order. */
export function lastArrival(stations: readonly Station[], state: CaseState): Date | null {
  return stations.findLast((station) => station.toState === state)?.movedAt ?? null
}

/** Whether the office's clocks stand still: while the worker is asked something, for 14 days at most. Then they run again. */
export function standsStill(state: CaseState, awaitingSince: Date | null, at: Date): boolean {
  if (state !== 'awaiting_worker') return false
  return awaitingSince === null || at.getTime() < awaitingSince.getTime() + AWAITING_WORKER_DAYS * 86_400_000
}
