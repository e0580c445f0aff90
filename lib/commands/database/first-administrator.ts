import { Client } from 'pg'
import { newId } from '@/lib/platform/ids'

export type FirstAdministrator = {
  readonly email: string
  readonly displayName: string
  readonly officeName: string
  /** ISO 3166-1 alpha-2: where the desk is. */
  readonly country: string
  readonly locale: string
}

export type MadeAdministrator = { readonly staffId: string; readonly officeId: string; readonly isNewOffice: boolean }

/**
 * Makes the office, when there is none of this name, and an administrator in it without a password. As owner, because
 * the application may not make offices. The first office takes every report until another is made for a country.
 *
 * @returns null when the address belongs to somebody who is no active administrator of this office
 */
export async function makeAdministrator(
  ownerUrl: string,
  person: FirstAdministrator,
): Promise<MadeAdministrator | null> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const found = await client.query<{ id: string }>('select id from office where lower(name) = lower($1)', [
      person.officeName,
    ])
    const officeId = found.rows[0]?.id ?? newId()
    const isNewOffice = found.rowCount === 0
    if (isNewOffice) {
      await client.query(
        `insert into office (id, code, name, kind, country, intake_origins, is_default_intake, languages)
         values ($1, $2, $3, 'ngo', $4, '{}', not exists (select 1 from office where is_default_intake), '{en,vi}')`,
        [officeId, codeFrom(person.officeName, officeId), person.officeName, person.country],
      )
    }
    await client.query(
      `insert into staff (id, office_id, email, display_name, role, locale) values ($1, $2, $3, $4, 'administrator', $5)
       on conflict (email) do nothing`,
      [newId(), officeId, person.email, person.displayName, person.locale],
    )
    const staff = await client.query<{ id: string }>(
      `select id from staff where email = $1 and office_id = $2 and role = 'administrator' and is_active`,
      [person.email, officeId],
    )
    const staffId = staff.rows[0]?.id
    await client.query(staffId === undefined ? 'rollback' : 'commit')
    return staffId === undefined ? null : { staffId, officeId, isNewOffice }
  } finally {
    await client.end()
  }
}

/** Takes the second factor of somebody away and ends the sessions: of an administrator who is alone and lost it, whom no colleague can help. */
export async function forgetSecondFactor(ownerUrl: string, staffId: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    for (const table of ['staff_totp', 'staff_passkey', 'staff_recovery_code', 'staff_identity'])
      await client.query(`delete from ${table} where staff_id = $1`, [staffId])
    await client.query('update staff_session set revoked_at = now() where staff_id = $1 and revoked_at is null', [
      staffId,
    ])
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** A stored code for an office: its name in small Latin letters, and the end of its id so that no two are alike. */
function codeFrom(name: string, id: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 40)
  return [letters, id.slice(-6)].filter(Boolean).join('_')
}
