import 'server-only'
import { addPasskey } from '@/lib/auth/passkeys'
import { confirmApp } from '@/lib/auth/second-factor'
import { appendAudit } from '@/lib/data/audit'
import { countFactors, deletePasskey, lockPasskeys } from '@/lib/data/second-factors'
import { unlinkIdentity } from '@/lib/data/staff-identities'
import { revokeOtherSessions } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import type { OwnAccount } from './own-account'

/** Takes another authenticator app over, whose code proves it. The former app opens nothing any more; other sessions end. */
export async function changeOwnApp(own: OwnAccount, code: string): Promise<boolean> {
  const isChanged = await confirmApp(own.sessionId, own.grant.actor.id, code)
  if (isChanged) await changed(own, 'staff.change_app')
  return isChanged
}

/** Adds the passkey that this browser made. */
export async function addOwnPasskey(
  own: OwnAccount,
  answer: Parameters<typeof addPasskey>[1],
  name: string,
): Promise<boolean> {
  const { grant, sessionId } = own
  const isAdded = await addPasskey({ sessionId, staffId: grant.actor.id }, answer, name)
  if (isAdded) await within(grant, (on) => appendAudit(on, grant.actor.officeId, 'staff.add_passkey'))
  return isAdded
}

/** Removes a passkey; other sessions end. Refuses with `last_factor`: then nothing would be left for the second step. */
export async function removeOwnPasskey(
  own: OwnAccount,
  passkeyId: string,
): Promise<Result<null, { readonly code: 'not_found' | 'last_factor' }>> {
  const { grant, door } = own
  const refusal = await within(door, async (on) => {
    await lockPasskeys(on, grant.actor.id)
    const { hasApp, passkeys } = await countFactors(on, grant.actor.id)
    if (!hasApp && passkeys < 2) return 'last_factor' as const
    return (await deletePasskey(on, grant.actor.id, passkeyId)) ? null : ('not_found' as const)
  })
  if (refusal !== null) return err({ code: refusal })
  await changed(own, 'staff.remove_passkey')
  return ok(null)
}

/** The account of the office opens this one no more; other sessions end. */
export async function unlinkOwnIdentity(own: OwnAccount): Promise<void> {
  if (await within(own.door, (on) => unlinkIdentity(on, own.grant.actor.id)))
    await changed(own, 'staff.unlink_identity')
}

async function changed({ grant, door, sessionId }: OwnAccount, action: string): Promise<void> {
  await within(door, (on) => revokeOtherSessions(on, grant.actor.id, sessionId, now()))
  await within(grant, (on) => appendAudit(on, grant.actor.officeId, action))
}
