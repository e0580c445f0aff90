import 'server-only'
import type { StaffActor } from '@/lib/access/grant'
import type { StaffRole } from '@/lib/access/policy'
import type { Scoped } from './within'

/** An active member of staff as an actor, for what goes on in their name; null for anybody else. */
export async function findStaffActor(on: Scoped<'door.look_up'>, staffId: string): Promise<StaffActor | null> {
  const staff = await on.db.staff.findUnique({ where: { id: staffId } })
  return staff?.isActive ? actorOf(staff) : null
}

type StaffRow = Pick<StaffActor, 'id' | 'officeId' | 'displayName' | 'locale'> & { readonly role: string }

/** A row of the staff as who acts. */
export function actorOf({ id, officeId, role, displayName, locale }: StaffRow): StaffActor {
  return { kind: 'staff', id, officeId, role: role as StaffRole, displayName, locale }
}
