import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { addWrongTry, countWrongTries, dayCountOf, tryCountOf } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import { NETWORK_FILES_MAXIMUM, NETWORK_MEBIBYTES_MAXIMUM } from '@/lib/domain/files/limits'
import { now } from '@/lib/platform/clock'

const MEBIBYTE = 1024 * 1024

/**
 * Counts a file that is about to begin, and says whether its network may begin one more: anybody can have a draft, so files are
 * counted by where they come from. Only the network's hash of the day is kept. What was begun counts whether it arrives or not.
 */
export function mayBeginFile(door: Grant<'door.look_up'>, network: string, bytes: number): Promise<boolean> {
  const at = now()
  const files = tryCountOf('file', network, at)
  const mebibytes = dayCountOf('file-mebibytes', network, at)
  const size = Math.ceil(bytes / MEBIBYTE)
  return within(door, async (on) => {
    if ((await countWrongTries(on, files)) >= NETWORK_FILES_MAXIMUM) return false
    if ((await countWrongTries(on, mebibytes)) + size > NETWORK_MEBIBYTES_MAXIMUM) return false
    await addWrongTry(on, files)
    await addWrongTry(on, mebibytes, size)
    return true
  })
}
