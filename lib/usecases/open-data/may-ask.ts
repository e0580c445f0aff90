import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { addWrongTry, countWrongTries, tryCountOf } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

/** So many questions of one network in a quarter of an hour: every table in every form and language, three times. */
export const ASKED_PER_WINDOW = 900

/** Whether this network may ask the public interface once more. It is counted by its hash of the day only; no address is kept. */
export async function mayAskPublicData(door: Grant<'door.look_up'>, network: string): Promise<boolean> {
  const tries = tryCountOf('public-data', network, now())
  return within(door, async (on) => {
    if ((await countWrongTries(on, tries)) >= ASKED_PER_WINDOW) return false
    await addWrongTry(on, tries)
    return true
  })
}
