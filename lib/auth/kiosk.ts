import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { lockStaffSession } from '@/lib/data/kiosk-sessions'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { doorGrantForAuth } from './door-grant'
import { readSessionId } from './session'

/**
 * Makes this browser a kiosk: its session opens one worker's report and nothing of the staff, until the officer signs in again, which
 * needs the password and makes a new session.
 */
export async function beginKiosk(grant: Grant<'case.file_for_worker'>): Promise<void> {
  const sessionId = await readSessionId()
  if (sessionId === null) return
  await within(doorGrantForAuth(), (on) => lockStaffSession(on, sessionId, now()))
  await within(grant, (on) => appendAudit(on, grant.actor.officeId, 'staff.kiosk_begun'))
}
