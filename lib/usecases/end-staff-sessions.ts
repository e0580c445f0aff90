import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { tellOfAccount } from '@/lib/data/notices'
import { findStaffAccount } from '@/lib/data/staff-accounts'
import { revokeSessionsOf } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** Signs somebody of the office out everywhere, from the next request on. Refuses with `not_found`. */
export function endStaffSessions(
  grant: Grant<'staff.manage'>,
  staffId: string,
): Promise<Result<null, { readonly code: 'not_found' }>> {
  return within(grant, async (on) => {
    const account = await findStaffAccount(on, staffId, now())
    if (!account) return err({ code: 'not_found' })
    await revokeSessionsOf(on, account.id, now())
    await tellOfAccount(on, account.id)
    await appendAudit(on, grant.actor.officeId, 'staff.end_sessions_of', { detail: { staffId: account.id } })
    return ok(null)
  })
}
