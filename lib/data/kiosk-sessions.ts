import 'server-only'
import type { StaffActor } from '@/lib/access/grant'
import { KIOSK_IDLE_MINUTES, stillInUse } from './session-life'
import { actorOf } from './staff-actor'
import type { Scoped } from './within'

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
  return (await stillInUse(on, row, KIOSK_IDLE_MINUTES, now)) ? actorOf(row.staff) : null
}

/** Makes a session a kiosk, for the rest of its life: whoever signs in again gets a new one. */
export async function lockStaffSession(on: Scoped<'door.look_up'>, sessionId: string, now: Date): Promise<void> {
  await on.db.staffSession.updateMany({
    where: { id: sessionId, revokedAt: null, kioskSince: null },
    data: { kioskSince: now, lastSeenAt: now },
  })
}
