import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { countTurn } from '@/lib/data/flow'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

const MEBIBYTE = 1024 * 1024

/**
 * Counts a file that is about to begin, and says whether its network may begin one more: anybody can have a draft, so files are
 * counted by where they come from. Only the network's hash of the day is kept. What was begun counts whether it arrives or not.
 */
export function mayBeginFile(door: Grant<'door.look_up'>, network: string, bytes: number): Promise<boolean> {
  const at = now()
  return within(door, async (on) => {
    const files = await countTurn(on, { name: 'file', network, at })
    if (!files.went) return false
    const room = await countTurn(on, { name: 'file_mebibytes', network, at, cost: Math.ceil(bytes / MEBIBYTE) })
    return room.went
  })
}
