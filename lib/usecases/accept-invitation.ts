import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { hashPassword, PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@/lib/auth/password'
import { appendAudit } from '@/lib/data/audit'
import { endOpenInvitations, findOpenInvitation, markInvitationAccepted, saveCredential } from '@/lib/data/invitations'
import { revokeSessionsOf } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

export type AcceptInvitationError =
  | { readonly code: 'link_over' }
  | { readonly code: 'password_short'; readonly minimum: number }
  | { readonly code: 'password_long'; readonly maximum: number }

/**
 * Sets the password of the person a link was made for; the link, other open links and the person's sessions end.
 * Refuses with `link_over` (unknown, used, too old, or the person was disabled), `password_short` or `password_long`.
 */
export async function acceptInvitation(
  grant: Grant<'door.look_up'>,
  token: string,
  password: string,
): Promise<Result<null, AcceptInvitationError>> {
  const length = [...password].length
  if (length < PASSWORD_MIN_LENGTH) return err({ code: 'password_short', minimum: PASSWORD_MIN_LENGTH })
  if (length > PASSWORD_MAX_LENGTH) return err({ code: 'password_long', maximum: PASSWORD_MAX_LENGTH })
  const at = now()
  // Looked up before the costly hash, so that guessing links keeps nobody's processor busy.
  if (!(await within(grant, (on) => findOpenInvitation(on, token, at)))) return err({ code: 'link_over' })
  const passwordHash = await hashPassword(password)
  return within(grant, async (on) => {
    const invitation = await findOpenInvitation(on, token, at)
    if (!invitation || !(await markInvitationAccepted(on, invitation.id, at))) return err({ code: 'link_over' })
    await saveCredential(on, invitation.staffId, passwordHash, at)
    await endOpenInvitations(on, invitation.staffId, at)
    await revokeSessionsOf(on, invitation.staffId, at)
    await appendAudit(on, invitation.officeId, 'staff.accept_invitation', { detail: { staffId: invitation.staffId } })
    return ok(null)
  })
}
