import 'server-only'
import { grantStaff } from '@/lib/access/grant'
import type { StaffRole } from '@/lib/access/policy'
import { appendAudit } from '@/lib/data/audit'
import { forgetFactorReset } from '@/lib/data/second-factors'
import {
  openStaffSession,
  revokeStaffSession,
  takeWrongProofs,
  useStaffSession,
  type HalfOpen,
} from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { authenticate, type SignInTry } from './authenticate'
import { doorGrantForAuth } from './door-grant'
import { factorsOf, type FactorKind } from './second-factor'
import { clearSession, readSessionId, writeSession } from './session'

/** What comes after the right password: the second factor, or to set one up. */
export type NextStep = 'second' | 'set-up'

/** Checks e-mail and password and writes the half-open session into the browser. Null: the two do not fit. */
export async function signIn(attempt: SignInTry): Promise<NextStep | null> {
  const begun = await authenticate(attempt)
  if (!begun) return null
  await writeSession(begun.sessionId)
  return nextStepOf(begun.staffId)
}

/** Whether somebody has a second factor to ask for. Recovery codes alone are none: they only help out. */
async function nextStepOf(staffId: string): Promise<NextStep> {
  const { hasApp, passkeys } = await factorsOf(staffId)
  return hasApp || passkeys > 0 ? 'second' : 'set-up'
}

/** So many wrong proofs before a sign-in are told to the person. */
const TOLD_FROM = 5

/**
 * Opens the session after the second factor: a new id in the browser, the event in the office's chain. Null: it was too late.
 * `isTold`: there were many wrong proofs before.
 */
export async function completeSignIn(
  { sessionId, actor }: HalfOpen,
  factor: FactorKind,
): Promise<{ role: StaffRole; isTold: boolean } | null> {
  const grant = grantStaff(actor, 'session.own')
  if (!grant) return null
  const opened = await within(doorGrantForAuth(), async (on) => {
    const wrong = await takeWrongProofs(on, actor.id)
    const id = await openStaffSession(on, sessionId, wrong, now())
    if (id !== null) await forgetFactorReset(on, actor.id)
    return id === null ? null : { id, wrong }
  })
  if (opened === null) return null
  await within(grant, (on) => appendAudit(on, actor.officeId, 'staff.sign_in', { detail: { factor } }))
  await writeSession(opened.id)
  return { role: actor.role, isTold: opened.wrong >= TOLD_FROM }
}

/** Ends the session of this browser, here and in the database. Harmless when there is none. */
export async function signOut(): Promise<void> {
  const sessionId = await readSessionId()
  if (sessionId) {
    const actor = await within(doorGrantForAuth(), (on) => useStaffSession(on, sessionId, now()))
    const grant = actor && grantStaff(actor, 'session.own')
    if (grant) await within(grant, (on) => appendAudit(on, actor.officeId, 'staff.sign_out'))
    await within(doorGrantForAuth(), (on) => revokeStaffSession(on, sessionId, now()))
  }
  await clearSession()
}
