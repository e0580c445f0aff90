import 'server-only'
import type { StaffActor } from '@/lib/access/grant'
import type { StaffRole } from '@/lib/access/policy'
import { asKind, type BrowserKind } from '@/lib/domain/browser-kind'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

/** A staff session ends after this without a request. */
export const STAFF_IDLE_MINUTES = 30
/** On a machine that others use too. */
export const SHARED_IDLE_MINUTES = 10
/** Between the password and the second factor. */
export const HALF_OPEN_MINUTES = 10
/** What asks for a proof again takes one of the last minutes. */
export const PROOF_MINUTES = 10
/** A browser lent to a worker ends after this without a request: telling takes time, a forgotten device must not. */
export const KIOSK_IDLE_MINUTES = 60
/** A staff session ends after this whatever happens. */
export const STAFF_SESSION_HOURS = 8

const TOUCH_EVERY_MS = 60_000

/** Who a sign-in session belongs to (see useOpenSession). */
export async function useStaffSession(
  on: Scoped<'door.look_up'>,
  sessionId: string,
  now: Date,
): Promise<StaffActor | null> {
  return (await useOpenSession(on, sessionId, now))?.actor ?? null
}

/** Who is signed in, and after how many minutes without a request no longer. */
export type OpenSession = { readonly actor: StaffActor; readonly idleMinutes: number }

/**
 * Who a sign-in session belongs to, read fresh: null before the second factor was given, when it is revoked, idle or over, or when
 * the person was disabled.
 */
export async function useOpenSession(
  on: Scoped<'door.look_up'>,
  sessionId: string,
  now: Date,
): Promise<OpenSession | null> {
  const row = await on.db.staffSession.findUnique({ where: { id: sessionId }, include: { staff: true } })
  if (!row || !row.openedAt || row.revokedAt || row.kioskSince || row.expiresAt <= now || !row.staff.isActive)
    return null
  if (now.getTime() - row.lastSeenAt.getTime() > idleMinutes(row) * 60_000) return null
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS) {
    await on.db.staffSession.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } })
  }
  return { actor: actorOf(row.staff), idleMinutes: idleMinutes(row) }
}

/** How long a session lasts without a request. */
export function idleMinutes({ isShared }: { readonly isShared: boolean }): number {
  return isShared ? SHARED_IDLE_MINUTES : STAFF_IDLE_MINUTES
}

/** Somebody who gave the password and not yet the second factor. */
export type HalfOpen = {
  readonly sessionId: string
  readonly actor: StaffActor
  readonly email: string
  readonly isShared: boolean
}

/** Whose session this is while it waits for the second factor; null when it waits no longer. */
export async function findHalfOpen(on: Scoped<'door.look_up'>, sessionId: string, now: Date): Promise<HalfOpen | null> {
  const row = await on.db.staffSession.findUnique({ where: { id: sessionId }, include: { staff: true } })
  if (!row || row.openedAt || row.revokedAt || row.kioskSince || !row.staff.isActive) return null
  if (now.getTime() - row.createdAt.getTime() > HALF_OPEN_MINUTES * 60_000) return null
  return { sessionId, actor: actorOf(row.staff), email: row.staff.email, isShared: row.isShared }
}

/**
 * Opens a session whose second factor was given, under a new id: what was in the browser before opens nothing. Null: it was too late.
 * `provedAt`: when the person proved who it is; null when nobody can say.
 */
export async function openStaffSession(
  on: Scoped<'door.look_up'>,
  sessionId: string,
  { wrongBefore, provedAt }: { readonly wrongBefore: number; readonly provedAt: Date | null },
  now: Date,
): Promise<string | null> {
  const id = newId()
  const { count } = await on.db.staffSession.updateMany({
    where: { id: sessionId, openedAt: null, revokedAt: null },
    data: { id, openedAt: now, provedAt, lastSeenAt: now, wrongBefore, challenge: null },
  })
  return count === 1 ? id : null
}

/** An open session of this person; null for anybody else's. */
export async function findOwnSession(
  on: Scoped<'door.look_up'>,
  sessionId: string,
  staffId: string,
): Promise<{ readonly id: string; readonly wrongBefore: number; readonly isShared: boolean } | null> {
  return on.db.staffSession.findFirst({
    where: { id: sessionId, staffId, revokedAt: null, openedAt: { not: null } },
    select: { id: true, wrongBefore: true, isShared: true },
  })
}

/** When the person of this session last gave the password or a second factor; null when it is not theirs or not open. */
export async function findProof(on: Scoped<'door.look_up'>, sessionId: string, staffId: string): Promise<Date | null> {
  const row = await on.db.staffSession.findFirst({
    where: { id: sessionId, staffId, revokedAt: null, openedAt: { not: null } },
    select: { provedAt: true },
  })
  return row?.provedAt ?? null
}

/** Remembers that the person of an open session proved again who it is. */
export async function markProved(on: Scoped<'door.look_up'>, sessionId: string, now: Date): Promise<void> {
  await on.db.staffSession.updateMany({
    where: { id: sessionId, revokedAt: null, openedAt: { not: null } },
    data: { provedAt: now, challenge: null },
  })
}

/** Remembers what a passkey of this session is to sign. */
export async function setChallenge(
  on: Scoped<'door.look_up'>,
  sessionId: string,
  challenge: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await on.db.staffSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { challenge } })
}

/** What a passkey was to sign, once: it is gone with this. */
export async function takeChallenge(on: Scoped<'door.look_up'>, sessionId: string): Promise<Uint8Array | null> {
  const rows = await on.db.$queryRaw<{ challenge: Uint8Array | null }[]>`
    WITH before AS (SELECT id, challenge FROM staff_session WHERE id = ${sessionId}::uuid FOR UPDATE)
    UPDATE staff_session s SET challenge = NULL FROM before WHERE s.id = before.id RETURNING before.challenge`
  return rows[0]?.challenge ?? null
}

/**
 * Who lent this browser to a worker: the session is a kiosk, which opens one report and nothing else until its officer signs in
 * again. A worker may take longer over a page than an officer.
 */
export async function useKioskSession(
  on: Scoped<'door.look_up'>,
  sessionId: string,
  now: Date,
): Promise<StaffActor | null> {
  const row = await on.db.staffSession.findUnique({ where: { id: sessionId }, include: { staff: true } })
  if (!row || row.revokedAt || !row.kioskSince || row.expiresAt <= now || !row.staff.isActive) return null
  if (now.getTime() - row.lastSeenAt.getTime() > KIOSK_IDLE_MINUTES * 60_000) return null
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS) {
    await on.db.staffSession.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } })
  }
  return actorOf(row.staff)
}

/** Makes a session a kiosk, for the rest of its life: whoever signs in again gets a new one. */
export async function lockStaffSession(on: Scoped<'door.look_up'>, sessionId: string, now: Date): Promise<void> {
  await on.db.staffSession.updateMany({
    where: { id: sessionId, revokedAt: null, kioskSince: null },
    data: { kioskSince: now, lastSeenAt: now },
  })
}

/** An active member of staff as an actor, for what goes on in their name; null for anybody else. */
export async function findStaffActor(on: Scoped<'door.look_up'>, staffId: string): Promise<StaffActor | null> {
  const staff = await on.db.staff.findUnique({ where: { id: staffId } })
  return staff?.isActive ? actorOf(staff) : null
}

type StaffRow = Pick<StaffActor, 'id' | 'officeId' | 'displayName' | 'locale'> & { readonly role: string }

function actorOf({ id, officeId, role, displayName, locale }: StaffRow): StaffActor {
  return { kind: 'staff', id, officeId, role: role as StaffRole, displayName, locale }
}

/** Whose session this was, also when it has ended; to give back what was typed to the same person and nobody else. */
export async function findSessionOwner(on: Scoped<'door.look_up'>, sessionId: string): Promise<string | null> {
  const row = await on.db.staffSession.findUnique({ where: { id: sessionId }, select: { staffId: true } })
  return row?.staffId ?? null
}

/** What a session is opened with. */
export type NewSession = { readonly staffId: string; readonly isShared: boolean } & BrowserKind

/** Begins a session after the right password; it opens nothing yet. Returns its id. */
export async function insertStaffSession(on: Scoped<'door.look_up'>, session: NewSession, now: Date): Promise<string> {
  const id = newId()
  await on.db.staffSession.create({
    data: {
      id,
      ...session,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + STAFF_SESSION_HOURS * 3_600_000),
    },
    select: { id: true },
  })
  return id
}

/** A session as its person sees it. */
export type ListedSession = BrowserKind & {
  readonly id: string
  readonly openedAt: Date
  readonly lastSeenAt: Date
  readonly isShared: boolean
  readonly isKiosk: boolean
}

/** The sessions of somebody that still open something, the latest used first. */
export async function listOpenSessions(
  on: Scoped<'door.look_up'>,
  staffId: string,
  now: Date,
): Promise<ListedSession[]> {
  const rows = await on.db.staffSession.findMany({
    where: { staffId, revokedAt: null, openedAt: { not: null }, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
  })
  return rows.flatMap((row) => {
    const minutes = row.kioskSince ? KIOSK_IDLE_MINUTES : idleMinutes(row)
    if (!row.openedAt || now.getTime() - row.lastSeenAt.getTime() > minutes * 60_000) return []
    const { id, openedAt, lastSeenAt, isShared, browser, system } = row
    return [{ id, openedAt, lastSeenAt, isShared, isKiosk: row.kioskSince !== null, ...asKind(browser, system) }]
  })
}

/** Ends one session of this person; false when there is none. */
export async function revokeSessionOf(
  on: Scoped<'door.look_up'>,
  staffId: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const { count } = await on.db.staffSession.updateMany({
    where: { id: sessionId, staffId, revokedAt: null },
    data: { revokedAt: now },
  })
  return count === 1
}

/** Ends every session of a person but one. Returns how many. */
export async function revokeOtherSessions(
  on: Scoped<'door.look_up'>,
  staffId: string,
  keptId: string,
  now: Date,
): Promise<number> {
  const { count } = await on.db.staffSession.updateMany({
    where: { staffId, revokedAt: null, id: { not: keptId } },
    data: { revokedAt: now },
  })
  return count
}

/** Ends one session. */
export async function revokeStaffSession(on: Scoped<'door.look_up'>, sessionId: string, now: Date): Promise<void> {
  await on.db.staffSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } })
}

/** Ends every session of a person; with a change of role, password or of being active. */
export async function revokeSessionsOf(
  on: Scoped<'staff.manage' | 'door.look_up'>,
  staffId: string,
  now: Date,
): Promise<void> {
  await on.db.staffSession.updateMany({ where: { staffId, revokedAt: null }, data: { revokedAt: now } })
}

/** One more wrong password or code since the last sign-in. Does the same work for an address that nobody has. */
export async function addWrongProof(on: Scoped<'door.look_up'>, staffId: string | null): Promise<void> {
  await on.db.$executeRaw`UPDATE staff_credential SET wrong_tries = wrong_tries + 1 WHERE staff_id = ${staffId}::uuid`
}

/** How many wrong passwords and codes there were since the last sign-in; they are forgotten with this. */
export async function takeWrongProofs(on: Scoped<'door.look_up'>, staffId: string): Promise<number> {
  const rows = await on.db.$queryRaw<{ tries: number }[]>`
    WITH before AS (SELECT staff_id, wrong_tries FROM staff_credential WHERE staff_id = ${staffId}::uuid FOR UPDATE)
    UPDATE staff_credential c SET wrong_tries = 0 FROM before WHERE c.staff_id = before.staff_id RETURNING before.wrong_tries AS tries`
  return rows[0]?.tries ?? 0
}

/** The address somebody signs in with. */
export async function findStaffEmail(on: Scoped<'door.look_up'>, staffId: string): Promise<string> {
  const { email } = await on.db.staff.findUniqueOrThrow({ where: { id: staffId }, select: { email: true } })
  return email
}

/** The password hash of somebody; null when there is none. */
export async function findPasswordHash(on: Scoped<'door.look_up'>, staffId: string): Promise<string | null> {
  const row = await on.db.staffCredential.findUnique({ where: { staffId }, select: { passwordHash: true } })
  return row?.passwordHash ?? null
}

/** Whether this is the password hash of somebody still; no other is set before this transaction ends. */
export async function isPasswordStill(on: Scoped<'door.look_up'>, staffId: string, hash: string): Promise<boolean> {
  const rows = await on.db.$queryRaw<{ hash: string }[]>`
    SELECT password_hash AS hash FROM staff_credential WHERE staff_id = ${staffId}::uuid FOR UPDATE`
  return rows[0]?.hash === hash
}

/** Keeps a new hash of the same password, where nobody changed it meanwhile. */
export async function replaceHash(
  on: Scoped<'door.look_up'>,
  staffId: string,
  from: string,
  to: string,
): Promise<void> {
  await on.db.staffCredential.updateMany({ where: { staffId, passwordHash: from }, data: { passwordHash: to } })
}

/** Id and password hash of an active person by e-mail, for the door to check; null when there is none. */
export async function findCredential(
  on: Scoped<'door.look_up'>,
  email: string,
): Promise<{ staffId: string; passwordHash: string } | null> {
  const row = await on.db.staff.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: { id: true, isActive: true, credential: { select: { passwordHash: true } } },
  })
  return row?.isActive && row.credential ? { staffId: row.id, passwordHash: row.credential.passwordHash } : null
}
