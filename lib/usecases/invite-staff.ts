import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { insertInvitation } from '@/lib/data/invitations'
import { insertStaff } from '@/lib/data/staff-accounts'
import { findUniqueViolation } from '@/lib/data/unique-violation'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import type { InviteStaffInput } from '@/lib/schemas/settings/invite-staff'

/** A link to hand over: the token is told once and kept nowhere. */
export type FreshInvitation = { readonly token: string; readonly expiresAt: Date }

/**
 * Adds somebody to the office and makes the link with which this person sets a password. Nothing is sent.
 * Refuses with `email_taken` when somebody, in any office, has the address.
 */
export async function inviteStaff(
  grant: Grant<'staff.manage'>,
  person: InviteStaffInput,
  locale: string,
): Promise<Result<FreshInvitation, { code: 'email_taken' }>> {
  const at = now()
  try {
    return ok(
      await within(grant, async (on) => {
        const staffId = await insertStaff(on, { ...person, locale }, at)
        const invitation = await insertInvitation(on, staffId, at)
        await appendAudit(on, grant.actor.officeId, 'staff.invite', { detail: { staffId, role: person.role } })
        return invitation
      }),
    )
  } catch (error) {
    if (findUniqueViolation(error) === null) throw error
    return err({ code: 'email_taken' })
  }
}
