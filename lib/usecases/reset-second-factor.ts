import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { resetSecondFactor } from '@/lib/data/colleague-factors'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/**
 * Takes the second factor of a colleague away who lost it: sessions end, and the next sign-in, which tells who did it, sets a new
 * one up. Refuses with `not_found` for oneself, for people of other offices, and for whom the role does not reach.
 */
export function resetColleagueFactor(
  grant: Grant<'staff.reset_factor'>,
  staffId: string,
): Promise<Result<null, { readonly code: 'not_found' }>> {
  return within(grant, async (on) => {
    if (!(await resetSecondFactor(on, staffId, now()))) return err({ code: 'not_found' })
    await appendAudit(on, grant.actor.officeId, 'staff.reset_second_factor', { detail: { staffId } })
    return ok(null)
  })
}
