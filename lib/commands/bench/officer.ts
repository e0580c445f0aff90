import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { StaffActor } from '@/lib/access/grant'

/** A caseworker of an office that has nobody and nothing else, made as owner. */
export async function makeOfficer(owner: Pool): Promise<StaffActor> {
  const [id, officeId] = [randomUUID(), randomUUID()]
  await owner.query(
    `INSERT INTO office (id, code, name, kind, country, languages) VALUES ($1, $2, 'Measured', 'ngo', 'JP', '{en}')`,
    [officeId, `measured-${officeId.slice(0, 8)}`],
  )
  await owner.query(
    `INSERT INTO staff (id, office_id, email, display_name, role) VALUES ($1, $2, $3, 'Measured', 'caseworker')`,
    [id, officeId, `${id}@example.org`],
  )
  return { kind: 'staff', id, officeId, role: 'caseworker', displayName: 'Measured', locale: 'en' }
}
