import 'server-only'
import { grantStaff } from '@/lib/access/grant'
import type { StaffRole } from '@/lib/access/policy'
import { appendAudit } from '@/lib/data/audit'
import { findOpenProvider } from '@/lib/data/identity-providers'
import { tellOfAccount } from '@/lib/data/notices'
import { forgetFactorReset } from '@/lib/data/second-factors'
import { linkIdentity } from '@/lib/data/staff-identities'
import { openStaffSession, type HalfOpen } from '@/lib/data/half-open-sessions'
import { takeWrongProofs } from '@/lib/data/staff-credentials'
import { revokeStaffSession, useStaffSession } from '@/lib/data/staff-sessions'
import { within, type Scoped } from '@/lib/data/within'
import { isOfDomain } from '@/lib/domain/office-sign-in'
import { now } from '@/lib/platform/clock'
import { authenticate, type SignInTry } from './authenticate'
import { doorGrantForAuth } from './door-grant'
import { forgetErrand, readErrand, type Errand } from './office/errand'
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
export async function nextStepOf(staffId: string): Promise<NextStep> {
  const { hasApp, passkeys } = await factorsOf(staffId)
  return hasApp || passkeys > 0 ? 'second' : 'set-up'
}

/** So many wrong proofs before a sign-in are told to the person. */
const TOLD_FROM = 5

/**
 * Opens the session after the second factor: a new id in the browser, the event in the office's chain. Null: it was too late.
 * `isTold`: there were many wrong proofs before. `provedAt`: when the person proved who it is, if anybody can say. Whom the office's
 * provider vouched for in this browser is linked now: password and second factor have shown that it is the same person. `isFirst`: the
 * factor was set up a moment ago.
 */
export async function completeSignIn(
  half: HalfOpen,
  factor: FactorKind | 'office',
  { provedAt = now(), isFirst = false }: { readonly provedAt?: Date | null; readonly isFirst?: boolean } = {},
): Promise<{ role: StaffRole; isTold: boolean } | null> {
  const { sessionId, actor } = half
  const grant = grantStaff(actor, 'session.own')
  if (!grant) return null
  const vouched = factor === 'office' ? null : await readErrand('vouched')
  const opened = await within(doorGrantForAuth(), async (on) => {
    const wrong = await takeWrongProofs(on, actor.id)
    const id = await openStaffSession(on, sessionId, { wrongBefore: wrong, provedAt }, now())
    if (id === null) return null
    await forgetFactorReset(on, actor.id)
    const isLinked = vouched !== null && (await link(on, half, vouched))
    if (isLinked) await tellOfAccount(on, actor.id)
    return { id, wrong, isLinked }
  })
  if (opened === null) return null
  await within(grant, async (on) => {
    if (isFirst) await appendAudit(on, actor.officeId, `staff.add_${factor}`)
    if (opened.isLinked) await appendAudit(on, actor.officeId, 'staff.link_identity')
    await appendAudit(on, actor.officeId, 'staff.sign_in', { detail: { factor } })
  })
  await writeSession(opened.id)
  if (vouched !== null) await forgetErrand()
  return { role: actor.role, isTold: opened.wrong >= TOLD_FROM }
}

/** Links somebody with who the provider of the own office says it is, where both have the same address and the office allows it. */
async function link(
  on: Scoped<'door.look_up'>,
  { actor, email }: HalfOpen,
  vouched: Extract<Errand, { is: 'vouched' }>,
): Promise<boolean> {
  const provider = await findOpenProvider(on, vouched.providerId)
  const fits =
    provider !== null &&
    provider.officeId === actor.officeId &&
    provider.issuer === vouched.issuer &&
    email.toLowerCase() === vouched.email &&
    isOfDomain(email, provider.domains)
  return fits && linkIdentity(on, actor.id, vouched, now())
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
