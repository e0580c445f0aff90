import 'server-only'
import type { StaffActor } from '@/lib/access/grant'
import { asKind, type BrowserKind } from '@/lib/domain/browser-kind'
import { idleMinutes, KIOSK_IDLE_MINUTES, stillInUse } from './session-life'
import { actorOf } from './staff-actor'
import type { Scoped } from './within'

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
  const minutes = idleMinutes(row)
  return (await stillInUse(on, row, minutes, now)) ? { actor: actorOf(row.staff), idleMinutes: minutes } : null
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

/** Whose session this was, also when it has ended; to give back what was typed to the same person and nobody else. */
export async function findSessionOwner(on: Scoped<'door.look_up'>, sessionId: string): Promise<string | null> {
  const row = await on.db.staffSession.findUnique({ where: { id: sessionId }, select: { staffId: true } })
  return row?.staffId ?? null
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
