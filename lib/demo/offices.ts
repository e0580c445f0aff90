import type { Client } from 'pg'
import type { StaffActor } from '@/lib/access/grant'
import { hashPassword } from '@/lib/auth/password'
import { bytesOfSecret } from '@/lib/auth/app-code'
import { newId } from '@/lib/platform/ids'
import { wrapKey } from '@/lib/sealing/key-wrap'
import { DEMO_ACCOUNTS, DEMO_APP_SECRET, DEMO_OFFICES } from './accounts'

/** The people of one office of the demonstration who work on cases, as the actors their sessions would give. */
export type DemoDesk = {
  readonly officeId: string
  readonly intakeOrigins: readonly string[]
  readonly caseworkers: readonly StaffActor[]
  readonly supervisor: StaffActor
}

/**
 * Makes the offices and accounts that are not there yet. As owner: the application may not make offices, and an account with a
 * password comes only from an invitation.
 */
export async function makeOffices(owner: Client): Promise<DemoDesk[]> {
  for (const office of DEMO_OFFICES) {
    await owner.query(
      `INSERT INTO office (id, code, name, kind, country, intake_origins, is_default_intake, languages) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (code) DO NOTHING`,
      [
        newId(),
        office.code,
        office.name,
        office.kind,
        office.country,
        office.intakeOrigins,
        office.isDefaultIntake,
        office.languages,
      ],
    )
  }
  for (const account of DEMO_ACCOUNTS) {
    await owner.query(
      `WITH made AS (
         INSERT INTO staff (id, office_id, email, display_name, role) SELECT $1, id, $3, $4, $5 FROM office WHERE code = $2 ON CONFLICT (email) DO NOTHING RETURNING id)
       INSERT INTO staff_credential (staff_id, password_hash) SELECT id, $6 FROM made`,
      [newId(), account.office, account.email, account.displayName, account.role, await hashPassword(account.password)],
    )
    await giveApp(owner, account.email)
  }
  const desks: DemoDesk[] = []
  for (const { code } of DEMO_OFFICES) desks.push(await deskOf(owner, code))
  return desks
}

/** The authenticator app that everybody knows, where the account has no other second factor. */
async function giveApp(owner: Client, email: string): Promise<void> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM staff WHERE email = $1', [email])
  const [staff] = rows
  if (!staff) return
  const { wrappedKey, masterKeyId } = wrapKey('totp', staff.id, bytesOfSecret(DEMO_APP_SECRET))
  await owner.query(
    'INSERT INTO staff_totp (staff_id, wrapped_key, master_key_id, confirmed_at) VALUES ($1, $2, $3, now()) ON CONFLICT DO NOTHING',
    [staff.id, Buffer.from(wrappedKey), masterKeyId],
  )
}

async function deskOf(owner: Client, code: string): Promise<DemoDesk> {
  type Row = {
    office_id: string
    intake_origins: string[]
    id: string
    role: 'caseworker' | 'supervisor'
    display_name: string
    locale: string
  }
  const { rows } = await owner.query<Row>(
    `SELECT o.id AS office_id, o.intake_origins, s.id, s.role, s.display_name, s.locale FROM staff s JOIN office o ON o.id = s.office_id
      WHERE o.code = $1 AND s.role IN ('caseworker', 'supervisor') ORDER BY s.email`,
    [code],
  )
  const actors = rows.map((row): StaffActor => ({
    kind: 'staff',
    id: row.id,
    officeId: row.office_id,
    role: row.role,
    displayName: row.display_name,
    locale: row.locale,
  }))
  const supervisor = actors.find(({ role }) => role === 'supervisor')
  const [first] = rows
  if (!first || !supervisor) throw new Error(`the office ${code} has no staff`)
  return {
    officeId: first.office_id,
    intakeOrigins: first.intake_origins,
    caseworkers: actors.filter(({ role }) => role === 'caseworker'),
    supervisor,
  }
}
