import 'server-only'
import type { StaffActor } from '@/lib/access/grant'
import type { StaffRole } from '@/lib/access/policy'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

/** A staff session ends after this without a request. */
export const STAFF_IDLE_MINUTES = 30
/** A browser lent to a worker ends after this without a request: telling takes time, a forgotten device must not. */
export const KIOSK_IDLE_MINUTES = 60
/** A staff session ends after this whatever happens. */
export const STAFF_SESSION_HOURS = 8

const TOUCH_EVERY_MS = 60_000

/** Who a sign-in session belongs to, read fresh: null when it is revoked, idle or over, or when the person was disabled. */
export async function useStaffSession(
  on: Scoped<'door.look_up'>,
  sessionId: string,
  now: Date,
): Promise<StaffActor | null> {
  const row = await on.db.staffSession.findUnique({ where: { id: sessionId }, include: { staff: true } })
  if (!row || row.revokedAt || row.kioskSince || row.expiresAt <= now || !row.staff.isActive) return null
  if (now.getTime() - row.lastSeenAt.getTime() > STAFF_IDLE_MINUTES * 60_000) return null
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS) {
    await on.db.staffSession.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } })
  }
  return actorOf(row.staff)
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

/** Opens a session after a successful sign-in; returns its id. */
export async function insertStaffSession(on: Scoped<'door.look_up'>, staffId: string, now: Date): Promise<string> {
  const id = newId()
  await on.db.staffSession.create({
    data: {
      id,
      staffId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + STAFF_SESSION_HOURS * 3_600_000),
    },
    select: { id: true },
  })
  return id
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
