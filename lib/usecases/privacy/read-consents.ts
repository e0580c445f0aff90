import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { listConsentCounts, type ConsentCount } from '@/lib/data/consent-register'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'

/** Which wordings were agreed to in the office, how often, and how often taken back. Taking it along is written down. */
export function readConsentRegister(
  grant: Grant<'consent.register'>,
  use: 'page' | 'csv',
): Promise<readonly ConsentCount[]> {
  return within(grant, async (on) => {
    const counts = await listConsentCounts(on, now())
    if (use === 'csv')
      await appendAudit(on, grant.actor.officeId, 'consents.exported', { detail: { lines: counts.length } })
    return counts
  })
}
