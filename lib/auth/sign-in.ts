import 'server-only'
import { grantStaff } from '@/lib/access/grant'
import type { StaffRole } from '@/lib/access/policy'
import { appendAudit } from '@/lib/data/audit'
import { revokeStaffSession, useStaffSession } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { authenticate } from './authenticate'
import { doorGrantForAuth } from './door-grant'
import { clearSession, readSessionId, writeSession } from './session'

/** Checks e-mail and password, writes the session into the browser and the event into the office's chain. Null: the two do not fit. */
export async function signIn(email: string, password: string): Promise<{ role: StaffRole } | null> {
  const opened = await authenticate(email, password)
  if (!opened) return null
  const actor = await within(doorGrantForAuth(), (on) => useStaffSession(on, opened.sessionId, now()))
  // Disabled between the two looks: the same answer as a wrong password.
  const grant = actor && grantStaff(actor, 'session.own')
  if (!grant) return null
  await within(grant, (on) => appendAudit(on, actor.officeId, 'staff.sign_in'))
  await writeSession(opened.sessionId)
  return { role: actor.role }
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
