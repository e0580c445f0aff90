import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { endOpenInvitations } from '@/lib/data/invitations'
import { findStaffAccount, lockAdministrators, updateStaff } from '@/lib/data/staff-accounts'
import { revokeSessionsOf } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { mayStopAdministering, type StaffChangeError } from '@/lib/domain/staff-changes'
import { now } from '@/lib/platform/clock'

/**
 * Shuts somebody of the office out, from the next request on; open links end too. Cases stay assigned to the person.
 * Refuses with `not_found`, `changed_meanwhile`, `own_account` or `last_administrator`.
 */
export async function disableStaff(
  grant: Grant<'staff.manage'>,
  change: { staffId: string; version: number },
): Promise<Result<null, StaffChangeError>> {
  const at = now()
  return within(grant, async (on) => {
    const administrators = await lockAdministrators(on)
    const account = await findStaffAccount(on, change.staffId, at)
    if (!account) return err({ code: 'not_found' })
    if (!account.isActive) return ok(null)
    const refusal = mayStopAdministering({ actorId: grant.actor.id, staffId: account.id, administrators })
    if (refusal) return err(refusal)
    if (!(await updateStaff(on, account.id, change.version, { isActive: false, disabledAt: at })))
      return err({ code: 'changed_meanwhile' })
    await revokeSessionsOf(on, account.id, at)
    await endOpenInvitations(on, account.id, at)
    await appendAudit(on, grant.actor.officeId, 'staff.disable', { detail: { staffId: account.id } })
    return ok(null)
  })
}
