import 'server-only'
import type { StaffActor } from '@/lib/access/grant'
import type { BrowserKind } from '@/lib/domain/browser-kind'
import { newId } from '@/lib/platform/ids'
import { STAFF_SESSION_HOURS } from './session-life'
import { actorOf } from './staff-actor'
import type { Scoped } from './within'

/** Between the password and the second factor. */
export const HALF_OPEN_MINUTES = 10

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
