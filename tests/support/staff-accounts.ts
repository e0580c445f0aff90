import type { StaffActor } from '@/lib/access/grant'
import type { StaffRole } from '@/lib/access/policy'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { hashPassword } from '@/lib/auth/password'
import { authenticate } from '@/lib/auth/authenticate'
import { insertStaffSession, openStaffSession } from '@/lib/data/half-open-sessions'
import { useStaffSession } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { aStaffMember, staffGrant } from './builders'
import { ownerPool } from './database'

export const PASSWORD = 'bốn từ dễ nhớ'

/** Somebody of an office with that password. */
export async function withPassword(officeId: string, role: StaffRole): Promise<StaffActor> {
  const actor = await aStaffMember(officeId, role)
  await ownerPool().query('INSERT INTO staff_credential (staff_id, password_hash) VALUES ($1, $2)', [
    actor.id,
    await hashPassword(PASSWORD),
  ])
  return actor
}

export const manage = (actor: StaffActor) => staffGrant(actor, 'staff.manage')

const KIND = { browser: 'firefox', system: 'android' } as const

/** A session of somebody who gave the password and nothing else. */
export const beginSession = (staffId: string, at = new Date(), isShared = false): Promise<string> =>
  within(doorGrantForAuth(), (on) => insertStaffSession(on, { staffId, isShared, ...KIND }, at))

/** A session of somebody who gave the password and the second factor. */
export async function openSession(staffId: string, at = new Date(), isShared = false): Promise<string> {
  const half = await beginSession(staffId, at, isShared)
  const id = await within(doorGrantForAuth(), (on) => openStaffSession(on, half, { wrongBefore: 0, provedAt: at }, at))
  if (id === null) throw new Error('the session did not open')
  return id
}

/** The first step of signing in from some network. */
export const tryPassword = (email: string, password = PASSWORD, network = '203.0.113') =>
  authenticate({ email, password, network, isShared: false, kind: KIND })

export const whoIs = (session: string) => within(doorGrantForAuth(), (on) => useStaffSession(on, session, new Date()))
