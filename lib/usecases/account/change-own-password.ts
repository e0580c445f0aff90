import 'server-only'
import { hashChosen, type PasswordRefusal } from '@/lib/auth/choose-password'
import { appendAudit } from '@/lib/data/audit'
import { saveCredential } from '@/lib/data/staff-credentials'
import { tellOfAccount } from '@/lib/data/notices'
import { findOffice } from '@/lib/data/offices'
import { findStaffEmail } from '@/lib/data/staff-credentials'
import { revokeOtherSessions } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import type { OwnAccount } from './own-account'

/** Sets a new password of one's own; all other sessions end. */
export async function changeOwnPassword(
  { grant, door, sessionId }: OwnAccount,
  password: string,
): Promise<Result<null, PasswordRefusal>> {
  const { id, officeId, displayName } = grant.actor
  const office = await within(grant, (on) => findOffice(on, officeId))
  const email = await within(door, (on) => findStaffEmail(on, id))
  const chosen = await hashChosen(password, [email, displayName, office?.name ?? ''])
  if (!chosen.ok) return chosen
  await within(door, async (on) => {
    await saveCredential(on, id, chosen.value, now())
    await revokeOtherSessions(on, id, sessionId, now())
    await tellOfAccount(on, id)
  })
  await within(grant, (on) => appendAudit(on, officeId, 'staff.change_password'))
  return ok(null)
}
