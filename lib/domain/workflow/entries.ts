import type { CaseState } from './states'

/** A station of a case: where it came from, where it went, when. */
type Station = { readonly fromState: CaseState | null; readonly toState: CaseState; readonly movedAt: Date }

/**
 * When a case last entered one of these states, or null. Coming back from waiting for the worker is no entry: the case had only
 * paused there. Stations in order.
 */
export function lastEntry(stations: readonly Station[], ...states: readonly CaseState[]): Date | null {
  return (
    stations.findLast(({ fromState, toState }) => states.includes(toState) && fromState !== 'awaiting_worker')
      ?.movedAt ?? null
  )
}
