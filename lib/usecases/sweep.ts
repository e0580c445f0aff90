import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { closeRunOutShares, deleteExpired, dropRunOutLinks, eraseDueCases, takeExpiredFiles } from '@/lib/data/sweep'
import { dropUnaskedReleases } from '@/lib/data/statistic-releases'
import { within } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { now } from '@/lib/platform/clock'
import { discardPlaces } from './files/sweep-files'
import { MOST_LOGGED_CELLS } from './statistics/refusal'

/** Shares closed in one go (migration share_notices). */
const MOST_SHARES = 100

/** Questions to the statistics leave the log when nobody asked them for so long; of a log that is full, after a week (ADR 040). */
const UNASKED_DAYS = 365
const UNASKED_DAYS_WHEN_FULL = 7
const DAY_MS = 86_400_000

/** What one sweep removed. */
export type Swept = { readonly expired: number; readonly erasedCases: number }

/**
 * Removes what was promised to go: drafts after a day, receipts after two hours (of reports that waited on
 * a phone after 30 days), sessions, counts of wrong tries, keys of links that ran out, what was shared with another office when its time is over, what nobody asked the statistics for a year, and cases on
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
  const daysAgo = (days: number) => dayInJapan(new Date(at.getTime() - days * DAY_MS))
  const [unasked, unaskedWhenFull] = [daysAgo(UNASKED_DAYS), daysAgo(UNASKED_DAYS_WHEN_FULL)]
  await within(grant, (on) => dropUnaskedReleases(on, { unasked, unaskedWhenFull, most: MOST_LOGGED_CELLS }))
  let erasedCases = 0
  for (;;) {
    const erased = await within(grant, (on) => eraseDueCases(on, at))
    if (erased === 0) return { expired, erasedCases }
    erasedCases += erased
  }
}
