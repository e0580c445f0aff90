import 'server-only'
import { redirect } from 'next/navigation'
import { readSessionId } from '@/lib/auth/session'
import { findProof, PROOF_MINUTES } from '@/lib/data/session-proofs'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { doorGrant } from './door'
import type { Grant } from './grant'
import type { StaffPermission } from './policy'

/** Whether this person gave the password or a second factor in this browser within the last minutes. */
export async function hasProvedLately(grant: Grant<StaffPermission>): Promise<boolean> {
  const sessionId = await readSessionId()
  if (sessionId === null) return false
  const proved = await within(doorGrant(), (on) => findProof(on, sessionId, grant.actor.id))
  return proved !== null && now().getTime() - proved.getTime() <= PROOF_MINUTES * 60_000
}

/** Before what must not be done from a machine left open: whoever did not prove lately who it is does, and comes back to `returnTo`. */
export async function requireStepUp(
  grant: Grant<StaffPermission>,
  { locale, returnTo }: { readonly locale: string; readonly returnTo: string },
): Promise<void> {
  if (!(await hasProvedLately(grant))) redirect(proveAgainPath(locale, returnTo))
}

/** The page that asks for the password or a second factor again, and leads back. */
export function proveAgainPath(locale: string, returnTo: string): string {
  return `/${locale}/sign-in/again?next=${encodeURIComponent(returnTo)}`
}
