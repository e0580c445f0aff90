import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { closeRunOutShares, deleteExpired, dropRunOutLinks, eraseDueCases, takeExpiredFiles } from '@/lib/data/sweep'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { discardPlaces } from './files/sweep-files'

/** Shares closed in one go (migration share_notices). */
const MOST_SHARES = 100

/** What one sweep removed. */
export type Swept = { readonly expired: number; readonly erasedCases: number }

/**
 * Removes what was promised to go: drafts after a day, receipts after two hours (of reports that waited on
 * a phone after 30 days), sessions, counts of wrong tries, keys of links that ran out, what was shared with another office when its time is over, and cases on
 * the day they were to be erased, and the bytes of their files. Several processes may sweep at once: each row goes once.
 */
export async function sweep(): Promise<Swept> {
  const grant = grantOpen({ kind: 'system' }, 'system.sweep')
  const at = now()
  const { expired, places } = await within(grant, async (on) => {
    const taken = await takeExpiredFiles(on, at)
    return { places: taken, expired: await deleteExpired(on, at) }
  })
  await discardPlaces(places)
  await within(grant, (on) => dropRunOutLinks(on, at))
  while ((await within(grant, (on) => closeRunOutShares(on, at))) === MOST_SHARES);
  let erasedCases = 0
  for (;;) {
    const erased = await within(grant, (on) => eraseDueCases(on, at))
    if (erased === 0) return { expired, erasedCases }
    erasedCases += erased
  }
}
