import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { countWrongTries, takePlace, tryCountOf, type TryCount } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import { slowingDelayMs } from '@/lib/domain/slowing'
import { now } from '@/lib/platform/clock'
import { waitingRoom, type WaitingLimits } from '@/lib/platform/waiting-room'

/** What of somebody unknown is tried: a secret code, the link of a party, a box from a phone. */
export type SlowedKind = 'secret-code' | 'party-link' | 'outbox'

/** Where a wrong try is counted, and whether this one had its wait; false: too many of this network, or of all, wait already. */
export type SlowedTry = { readonly tries: TryCount; readonly went: boolean }

/**
 * Lets a try wait as long as the wrong ones of its network before it make it. The places of a network are given out in the database,
 * so that asking several processes gives no more of them; those of all are each process's own, because they protect its memory.
 * `isFree`: who did the challenge waits for nobody.
 */
export function slowedTries(kind: SlowedKind, limits: WaitingLimits) {
  const waitedTurn = waitingRoom(limits)
  return async (door: Grant<'door.look_up'>, network: string, isFree = false): Promise<SlowedTry> => {
    const at = now()
    const tries = tryCountOf(kind, network, at)
    const delay = isFree ? 0 : slowingDelayMs(await within(door, (on) => countWrongTries(on, tries)))
    if (delay === 0) return { tries, went: true }
    const hasPlace = await within(door, (on) => takePlace(on, kind, network, at, limits.ofNetwork))
    return { tries, went: hasPlace && (await waitedTurn(Buffer.from(tries.bucketHash).toString('hex'), delay)) }
  }
}
