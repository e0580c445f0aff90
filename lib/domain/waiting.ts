import { pauseOf } from './deadlines'
import type { CaseState } from './workflow/states'

/** A station of a case, as far as waiting is concerned. */
type Station = { readonly toState: CaseState; readonly movedAt: Date }

/** How long finished waits for the worker stopped the clock in all, in milliseconds; each at most 14 days. Stations in order. */
export function pausedBy(stations: readonly Station[]): number {
  return stations.reduce((sum, station, index) => {
    const next = stations[index + 1]
    return station.toState === 'awaiting_worker' && next ? sum + pauseOf(station.movedAt, next.movedAt) : sum
  }, 0)
}

/** When a case last came to a state, or null. Stations in order. */
export function lastArrival(stations: readonly Station[], state: CaseState): Date | null {
  return stations.findLast((station) => station.toState === state)?.movedAt ?? null
}
