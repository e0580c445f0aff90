import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { deleteOldNotices } from '@/lib/data/sweep'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

/** Removes read notices after 90 days, all of them after a year. Returns how many went. */
export function forgetNotices(): Promise<number> {
  return within(grantOpen({ kind: 'system' }, 'system.sweep'), (on) => deleteOldNotices(on, now()))
}
