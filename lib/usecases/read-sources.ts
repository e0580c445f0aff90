import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listLiveRules } from '@/lib/data/fee-rules'
import { within } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { allSources, bySourceAge, type AgedSource } from '@/lib/domain/sources/source-age'
import { now } from '@/lib/platform/clock'

/** Every source of what workers are told, the oldest first, with its age today. */
export async function readSources(grant: Grant<'source.read'>): Promise<readonly AgedSource[]> {
  const rules = await within(grant, (on) => listLiveRules(on))
  return bySourceAge(allSources(rules), dayInJapan(now()))
}
