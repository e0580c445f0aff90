import type { StaffActor } from '@/lib/access/grant'
import type { StaffRole } from '@/lib/access/policy'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { hashPassword } from '@/lib/auth/password'
import { insertStaffSession, useStaffSession } from '@/lib/data/staff-sessions'
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
export const openSession = (id: string) => within(doorGrantForAuth(), (on) => insertStaffSession(on, id, new Date()))
export const whoIs = (session: string) => within(doorGrantForAuth(), (on) => useStaffSession(on, session, new Date()))
