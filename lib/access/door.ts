import 'server-only'
import { notHere } from './not-here'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { readSessionId } from '@/lib/auth/session'
import { findSessionOwner, useOpenSession, type OpenSession } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { useWorkerSession, wasWorkerSession } from '@/lib/data/worker-sessions'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { hashToken } from '@/lib/platform/token'
import { readCookie } from './cookies'
import { grantOpen, grantStaff, type Grant, type StaffActor } from './grant'
import type { StaffPermission } from './policy'
import { noteRefusal } from './refuse'

/** The staff session of this request, read fresh from the database; null when nobody is signed in. */
export const currentSession = cache(async (): Promise<OpenSession | null> => {
  const sessionId = await readSessionId()
  if (!sessionId) return null
  return within(doorGrant(), (on) => useOpenSession(on, sessionId, now()))
})

/** The signed-in member of staff of this request; null when nobody is signed in. */
export async function currentStaff(): Promise<StaffActor | null> {
  return (await currentSession())?.actor ?? null
}

/**
 * The pass for something only staff do. Nobody signed in: to the sign-in page of this language, and back here afterwards.
 * Signed in without the right: not found, the same as a page that does not exist.
 */
export async function requireGrant<P extends StaffPermission>(
  permission: P,
  options: { locale: string; returnTo?: string; tokenHash?: Uint8Array },
): Promise<Grant<P>> {
  const actor = await currentStaff()
  if (!actor) redirect(signInPath(options.locale, options.returnTo))
  const grant = grantStaff(actor, permission, options.tokenHash ?? null)
  if (grant) return grant
  await noteRefusal(actor, permission)
  return notHere(options.locale)
}

/** The pass, or null: for actions that must first keep what was typed. */
export async function findGrant<P extends StaffPermission>(
  permission: P,
  tokenHash?: Uint8Array,
): Promise<Grant<P> | null> {
  const actor = await currentStaff()
  return actor && grantStaff(actor, permission, tokenHash ?? null)
}

/** Whose session this browser still names although it is over; to keep what they typed for them and nobody else. */
export async function endedStaffId(): Promise<string | null> {
  const sessionId = await readSessionId()
  return sessionId ? within(doorGrant(), (on) => findSessionOwner(on, sessionId)) : null
}

/** The case of the worker who came back with the code in this browser; null when the session is over. */
export const currentWorkerCase = cache(async (): Promise<string | null> => {
  const token = await readCookie('track')
  return token ? within(doorGrant(), (on) => useWorkerSession(on, token, now())) : null
})

/** Whether somebody came back with a code in this browser, also when that is over. */
export async function hadWorkerSession(): Promise<boolean> {
  const token = await readCookie('track')
  return within(doorGrant(), (on) => wasWorkerSession(on, token))
}

/** The pass of a worker for the one case; without a session, to the page that asks for the code. */
export async function requireWorkerGrant<P extends 'own_case.read' | 'own_case.write'>(
  permission: P,
  locale: string,
): Promise<Grant<P>> {
  const caseId = await currentWorkerCase()
  if (!caseId) redirect(`/${locale}/track?ended=1`)
  return grantOpen({ kind: 'worker', caseId }, permission)
}

/** The pass of a worker, or null: for actions that must not lose what was typed. */
export async function findWorkerGrant<P extends 'own_case.read' | 'own_case.write'>(
  permission: P,
): Promise<Grant<P> | null> {
  const caseId = await currentWorkerCase()
  return caseId ? grantOpen({ kind: 'worker', caseId }, permission) : null
}

/** The pass to read and write the draft of one token. Anybody may have a draft; nobody may have somebody else's. */
export function draftGrant(token: string): Grant<'report.draft'> {
  return grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(token))
}

/** The pass to send a report: for one new case, and for the draft it comes from. */
export function submitGrant(token: string | null): Grant<'report.submit'> {
  return grantOpen({ kind: 'reporter', caseId: newId() }, 'report.submit', token ? hashToken(token) : null)
}

/** The pass to check fees: anybody may, nothing of it is kept. */
export function checkGrant(): Grant<'fees.check'> {
  return grantOpen({ kind: 'reporter', caseId: null }, 'fees.check')
}

/** The pass to say that words of a page are wrong: anybody may. */
export function commentGrant(): Grant<'translation.comment'> {
  return grantOpen({ kind: 'reporter', caseId: null }, 'translation.comment')
}

/** The pass of a supervisor to open, and to read, cases of other offices in an emergency. */
export function rescueGrant({ actor }: Grant<'case.break_glass'>): Grant<'case.rescue'> {
  const { id, officeId, displayName } = actor
  return grantOpen({ kind: 'rescuer', id, officeId, displayName }, 'case.rescue')
}

/** The pass of a party: for the one question that its link is of, as long as the link is open. */
export function partyGrant(token: string): Grant<'party_request.answer'> {
  return grantOpen({ kind: 'party' }, 'party_request.answer', hashToken(token))
}

/** The door's own pass, to find out who somebody is. */
export function doorGrant(): Grant<'door.look_up'> {
  return grantOpen({ kind: 'door' }, 'door.look_up')
}

function signInPath(locale: string, returnTo: string | undefined): string {
  return returnTo ? `/${locale}/sign-in?next=${encodeURIComponent(returnTo)}` : `/${locale}/sign-in`
}
