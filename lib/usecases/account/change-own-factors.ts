import 'server-only'
import { addPasskey } from '@/lib/auth/passkeys'
import { confirmApp } from '@/lib/auth/second-factor'
import { appendAudit } from '@/lib/data/audit'
import { tellOfAccount } from '@/lib/data/notices'
import { countFactors, deletePasskey, lockPasskeys } from '@/lib/data/second-factors'
import { unlinkIdentity } from '@/lib/data/staff-identities'
import { revokeOtherSessions } from '@/lib/data/staff-sessions'
import { within, type Scoped } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import type { OwnAccount } from './own-account'

/** Takes another authenticator app over, whose code proves it. The former app opens nothing any more; other sessions end. */
export async function changeOwnApp(own: OwnAccount, code: string): Promise<boolean> {
  const isChanged = await confirmApp(own.sessionId, own.grant.actor.id, code)
  if (!isChanged) return false
  await within(own.door, (on) => revokeOtherSessions(on, own.grant.actor.id, own.sessionId, now()))
  await noteChange(own, 'staff.change_app')
  return true
}

/** Adds the passkey that this browser made. */
export async function addOwnPasskey(
  own: OwnAccount,
  answer: Parameters<typeof addPasskey>[1],
  name: string,
): Promise<boolean> {
  const isAdded = await addPasskey({ sessionId: own.sessionId, staffId: own.grant.actor.id }, answer, name)
  if (isAdded) await noteChange(own, 'staff.add_passkey')
  return isAdded
}

/** Removes a passkey; other sessions end. Refuses with `last_factor`: then nothing would be left for the second step. */
export async function removeOwnPasskey(
  own: OwnAccount,
  passkeyId: string,
): Promise<Result<null, { readonly code: 'not_found' | 'last_factor' }>> {
  const { id } = own.grant.actor
  const refusal = await within(own.door, async (on) => {
    await lockPasskeys(on, id)
    const { hasApp, passkeys } = await countFactors(on, id)
    if (!hasApp && passkeys < 2) return 'last_factor' as const
    if (!(await deletePasskey(on, id, passkeyId))) return 'not_found' as const
    await closeElsewhere(on, own)
    return null
  })
  if (refusal !== null) return err({ code: refusal })
  await noteChange(own, 'staff.remove_passkey')
  return ok(null)
}

/** The account of the office opens this one no more; other sessions end. */
export async function unlinkOwnIdentity(own: OwnAccount): Promise<void> {
  const isUnlinked = await within(own.door, async (on) => {
    if (!(await unlinkIdentity(on, own.grant.actor.id))) return false
    await closeElsewhere(on, own)
    return true
  })
  if (isUnlinked) await noteChange(own, 'staff.unlink_identity')
}

/** With the change itself: the other sessions end, and the person is told. */
async function closeElsewhere(on: Scoped<'door.look_up'>, { grant, sessionId }: OwnAccount): Promise<void> {
  await revokeOtherSessions(on, grant.actor.id, sessionId, now())
  await tellOfAccount(on, grant.actor.id)
}

function noteChange({ grant }: OwnAccount, action: string): Promise<void> {
  return within(grant, (on) => appendAudit(on, grant.actor.officeId, action))
}
