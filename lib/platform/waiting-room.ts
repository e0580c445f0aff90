import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'

/** How many may wait at once: of one network, so that a dormitory gets its turn, and of all, so that none fills the server. */
export type WaitingLimits = { readonly ofNetwork: number; readonly inAll: number }

/**
 * A place to wait in before a try is looked at. The answer waits `delayMs` and is true, or is false at once where too many of
 * this network, or of all, wait already. `network` is a hash; nobody is named here.
 */
export function waitingRoom(limits: WaitingLimits): (network: string, delayMs: number) => Promise<boolean> {
  const waiting = new Map<string, number>()
  return async (network, delayMs) => {
    const ofNetwork = waiting.get(network) ?? 0
    const inAll = [...waiting.values()].reduce((sum, count) => sum + count, 0)
    if (ofNetwork >= limits.ofNetwork || inAll >= limits.inAll) return false
    waiting.set(network, ofNetwork + 1)
    try {
      await wait(delayMs)
    } finally {
      const left = (waiting.get(network) ?? 1) - 1
      if (left === 0) waiting.delete(network)
      else waiting.set(network, left)
    }
    return true
  }
}
