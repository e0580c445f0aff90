import 'server-only'
import type { Scoped } from './within'

/** A staff session ends after this without a request. */
const STAFF_IDLE_MINUTES = 30
/** On a machine that others use too. */
export const SHARED_IDLE_MINUTES = 10
/** A browser lent to a worker ends after this without a request: telling takes time, a forgotten device must not. */
export const KIOSK_IDLE_MINUTES = 60
/** A staff session ends after this whatever happens. */
export const STAFF_SESSION_HOURS = 8

const TOUCH_EVERY_MS = 60_000

/** How long a session lasts without a request. */
export function idleMinutes({ isShared }: { readonly isShared: boolean }): number {
  return isShared ? SHARED_IDLE_MINUTES : STAFF_IDLE_MINUTES
}

/** Whether a session was used within so many minutes; then it is used now. */
export async function stillInUse(
  on: Scoped<'door.look_up'>,
  { id, lastSeenAt }: { readonly id: string; readonly lastSeenAt: Date },
  minutes: number,
  now: Date,
): Promise<boolean> {
  const idleMs = now.getTime() - lastSeenAt.getTime()
  if (idleMs > minutes * 60_000) return false
  if (idleMs > TOUCH_EVERY_MS) await on.db.staffSession.updateMany({ where: { id }, data: { lastSeenAt: now } })
  return true
}
