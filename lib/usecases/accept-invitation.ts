import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { hashChosen, lengthRefusal, type PasswordRefusal } from '@/lib/auth/choose-password'
import { appendAudit } from '@/lib/data/audit'
import { endOpenInvitations, findOpenInvitation, markInvitationAccepted } from '@/lib/data/invitations'
import { saveCredential } from '@/lib/data/staff-credentials'
import { tellOfAccount } from '@/lib/data/notices'
import { revokeSessionsOf } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

export type AcceptInvitationError = { readonly code: 'link_over' } | PasswordRefusal

/**
 * Sets the password of the person a link was made for; the link, other open links and the person's sessions end.
 * Refuses with `link_over` (unknown, used, too old, or the person was disabled), or with what stands against the password.
 */
export async function acceptInvitation(
  grant: Grant<'door.look_up'>,
  token: string,
  password: string,
): Promise<Result<null, AcceptInvitationError>> {
  const tooShort = lengthRefusal(password)
  if (tooShort) return err(tooShort)
  const at = now()
  // Looked up before the costly hash, so that guessing links keeps nobody's processor busy.
  const open = await within(grant, (on) => findOpenInvitation(on, token, at))
  if (!open) return err({ code: 'link_over' })
  const chosen = await hashChosen(password, [open.email, open.displayName, open.officeName])
  if (!chosen.ok) return chosen
  return within(grant, async (on) => {
    const invitation = await findOpenInvitation(on, token, at)
    if (!invitation || !(await markInvitationAccepted(on, invitation.id, at))) return err({ code: 'link_over' })
    await saveCredential(on, invitation.staffId, chosen.value, at)
    await endOpenInvitations(on, invitation.staffId, at)
    await revokeSessionsOf(on, invitation.staffId, at)
    await tellOfAccount(on, invitation.staffId)
    await appendAudit(on, invitation.officeId, 'staff.accept_invitation', { detail: { staffId: invitation.staffId } })
    return ok(null)
  })
}
