import type { CaseState } from './states'

type Station = { readonly toState: CaseState; readonly byStaffId: string | null }

/**
 * Who may not hold the case: the officer whose closing the worker appealed against, until it is closed again. Null: nobody.
 * Stations in order.
 */
export function barredByAppeal(stations: readonly Station[]): string | null {
  const closing = stations.findLastIndex(({ toState }) => toState === 'closed')
  const wasAppealed = closing >= 0 && stations.slice(closing).some(({ toState }) => toState === 'appeal')
  return wasAppealed ? (stations[closing]?.byStaffId ?? null) : null
}
