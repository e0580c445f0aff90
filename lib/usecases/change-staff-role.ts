import 'server-only'
import type { Grant } from '@/lib/access/grant'
import type { StaffRole } from '@/lib/access/policy'
import { appendAudit } from '@/lib/data/audit'
import { findStaffAccount, lockAdministrators, updateStaff } from '@/lib/data/staff-accounts'
import { revokeSessionsOf } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { mayStopAdministering, type StaffChangeError } from '@/lib/domain/staff-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/**
 * Gives somebody of the office another role. The person's sessions end, so that no page is left open with the former rights.
 * Refuses with `not_found`, `changed_meanwhile`, `own_account` or `last_administrator`.
 */
export async function changeStaffRole(
  grant: Grant<'staff.manage'>,
  change: { staffId: string; version: number; role: StaffRole },
): Promise<Result<null, StaffChangeError>> {
  const at = now()
  return within(grant, async (on) => {
    const administrators = await lockAdministrators(on)
    const account = await findStaffAccount(on, change.staffId, at)
    if (!account) return err({ code: 'not_found' })
    if (account.role === change.role) return ok(null)
    const refusal = mayStopAdministering({ actorId: grant.actor.id, staffId: account.id, administrators })
    if (refusal) return err(refusal)
    if (!(await updateStaff(on, account.id, change.version, { role: change.role })))
      return err({ code: 'changed_meanwhile' })
    await revokeSessionsOf(on, account.id, at)
    await appendAudit(on, grant.actor.officeId, 'staff.change_role', {
      detail: { staffId: account.id, from: account.role, to: change.role },
    })
    return ok(null)
  })
}
