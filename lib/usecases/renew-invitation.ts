import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { insertInvitation } from '@/lib/data/invitations'
import { findStaffAccount } from '@/lib/data/staff-accounts'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import type { FreshInvitation } from './invite-staff'

/**
 * Makes a new link for somebody who lost the first one or forgot the password; earlier links end. The password in use, if
 * there is one, stays until the link is used. Refuses with `not_found`, or with `is_disabled` while the person is disabled.
 */
export async function renewInvitation(
  grant: Grant<'staff.manage'>,
  staffId: string,
): Promise<Result<FreshInvitation, { code: 'not_found' | 'is_disabled' }>> {
  const at = now()
  return within(grant, async (on) => {
    const account = await findStaffAccount(on, staffId, at)
    if (!account) return err({ code: 'not_found' })
    if (!account.isActive) return err({ code: 'is_disabled' })
    const invitation = await insertInvitation(on, staffId, at)
    await appendAudit(on, grant.actor.officeId, 'staff.renew_invitation', { detail: { staffId } })
    return ok(invitation)
  })
}
