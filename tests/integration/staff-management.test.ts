import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { authenticate } from '@/lib/auth/authenticate'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { hashPassword } from '@/lib/auth/password'
import type { StaffActor } from '@/lib/access/grant'
import type { StaffRole } from '@/lib/access/policy'
import { listStaffAccounts } from '@/lib/data/staff-accounts'
import { insertStaffSession, useStaffSession } from '@/lib/data/staff-sessions'
import { within } from '@/lib/data/within'
import { withClock } from '@/lib/platform/clock'
import { acceptInvitation } from '@/lib/usecases/accept-invitation'
import { changeStaffRole } from '@/lib/usecases/change-staff-role'
import { disableStaff } from '@/lib/usecases/disable-staff'
import { enableStaff } from '@/lib/usecases/enable-staff'
import { inviteStaff } from '@/lib/usecases/invite-staff'
import { renewInvitation } from '@/lib/usecases/renew-invitation'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { ownerPool } from '../support/database'

const PASSWORD = 'bốn từ dễ nhớ'
let officeId = ''
let first: StaffActor
let second: StaffActor

/** Somebody with a password, and how to act with the right to manage staff. */
async function withPassword(role: StaffRole): Promise<StaffActor> {
  const actor = await aStaffMember(officeId, role)
  await ownerPool().query('INSERT INTO staff_credential (staff_id, password_hash) VALUES ($1, $2)', [
    actor.id,
    await hashPassword(PASSWORD),
  ])
  return actor
}

const manage = (actor: StaffActor) => staffGrant(actor, 'staff.manage')
const accountOf = async (id: string) =>
  (await within(manage(first), (on) => listStaffAccounts(on, new Date()))).find((account) => account.id === id)
const openSession = (id: string) => within(doorGrantForAuth(), (on) => insertStaffSession(on, id, new Date()))
const whoIs = (session: string) => within(doorGrantForAuth(), (on) => useStaffSession(on, session, new Date()))

beforeEach(async () => {
  officeId = await anOffice(randomUUID())
  first = await withPassword('administrator')
  second = await withPassword('administrator')
})

describe('an invitation', () => {
  let person: { email: string; displayName: string; role: 'caseworker' }
  beforeEach(() => {
    person = { email: `${randomUUID()}@example.org`, displayName: 'Người Mới', role: 'caseworker' }
  })

  test('is a link that sets a password once; the token is stored nowhere', async () => {
    const invited = await inviteStaff(manage(first), person, 'vi')
    if (!invited.ok) throw new Error(invited.error.code)
    const { token } = invited.value
    const { rows } = await ownerPool().query<{ all: string }>(
      `SELECT (SELECT string_agg(i::text, '') FROM staff_invitation i) || (SELECT string_agg(a::text, '') FROM audit_event a) AS all`,
    )
    expect(rows[0]?.all).not.toContain(token)
    expect(await authenticate(person.email, PASSWORD)).toBeNull()
    expect(await acceptInvitation(doorGrantForAuth(), token, 'short')).toEqual({
      ok: false,
      error: { code: 'password_short', minimum: 12 },
    })
    expect(await acceptInvitation(doorGrantForAuth(), token, PASSWORD)).toEqual({ ok: true, value: null })
    const signedIn = await authenticate(person.email, PASSWORD)
    expect(await whoIs(signedIn?.sessionId ?? '')).toMatchObject({
      role: 'caseworker',
      officeId,
      displayName: 'Người Mới',
      locale: 'vi',
    })
    expect(await acceptInvitation(doorGrantForAuth(), token, `${PASSWORD} khác`)).toEqual({
      ok: false,
      error: { code: 'link_over' },
    })
  })

  test('pressed twice at once sets one password', async () => {
    const invited = await inviteStaff(manage(first), person, 'en')
    if (!invited.ok) throw new Error(invited.error.code)
    const { token } = invited.value
    const done = await Promise.all([
      acceptInvitation(doorGrantForAuth(), token, `${PASSWORD} 1`),
      acceptInvitation(doorGrantForAuth(), token, `${PASSWORD} 2`),
    ])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('ends after seven days, with a newer one, and when the person is disabled', async () => {
    const invited = await inviteStaff(manage(first), person, 'en')
    if (!invited.ok) throw new Error(invited.error.code)
    const later = new Date(Date.now() + 7 * 86_400_000 + 1)
    expect(
      await withClock(
        () => later,
        () => acceptInvitation(doorGrantForAuth(), invited.value.token, PASSWORD),
      ),
    ).toMatchObject({ error: { code: 'link_over' } })
    const account = (await within(manage(first), (on) => listStaffAccounts(on, new Date()))).find(
      ({ email }) => email === person.email,
    )
    if (!account) throw new Error('nobody was invited')
    expect(account).toMatchObject({ hasPassword: false, isActive: true })
    const renewed = await renewInvitation(manage(second), account.id)
    if (!renewed.ok) throw new Error(renewed.error.code)
    expect(await acceptInvitation(doorGrantForAuth(), invited.value.token, PASSWORD)).toMatchObject({
      error: { code: 'link_over' },
    })
    expect(await disableStaff(manage(first), { staffId: account.id, version: account.version })).toMatchObject({
      ok: true,
    })
    expect(await acceptInvitation(doorGrantForAuth(), renewed.value.token, PASSWORD)).toMatchObject({
      error: { code: 'link_over' },
    })
    expect(await renewInvitation(manage(first), account.id)).toEqual({ ok: false, error: { code: 'is_disabled' } })
  })

  test('to an address that is taken, in any office, is refused and leaves nothing behind', async () => {
    const elsewhere = await aStaffMember(await anOffice(randomUUID()), 'caseworker')
    const refused = await inviteStaff(manage(first), { ...person, email: `${elsewhere.id}@example.org` }, 'en')
    expect(refused).toEqual({ ok: false, error: { code: 'email_taken' } })
    const { rows } = await ownerPool().query('SELECT 1 FROM staff_invitation WHERE office_id = $1', [officeId])
    expect(rows).toEqual([])
  })

  test('cannot be made for somebody of another office, whatever the query', async () => {
    const elsewhere = await aStaffMember(await anOffice(randomUUID()), 'supervisor')
    const invite = within(
      manage(first),
      (on) =>
        on.db
          .$executeRaw`INSERT INTO staff_invitation (id, staff_id, office_id, token_hash, expires_at) VALUES (gen_random_uuid(), ${elsewhere.id}::uuid, ${officeId}::uuid, '\\x00', now() + interval '1 day')`,
    )
    await expect(invite).rejects.toThrow(/row-level security/)
  })

  test('to set a new password ends the sessions of the old one', async () => {
    const session = await openSession(second.id)
    const renewed = await renewInvitation(manage(first), second.id)
    if (!renewed.ok) throw new Error(renewed.error.code)
    expect(await whoIs(session)).not.toBeNull()
    await acceptInvitation(doorGrantForAuth(), renewed.value.token, 'another long password')
    expect(await whoIs(session)).toBeNull()
    expect(await authenticate(`${second.id}@example.org`, PASSWORD)).toBeNull()
  })
})

describe('a session', () => {
  test('is ended by an administrator and never begun again', async () => {
    const session = await openSession(second.id)
    const change = (set: string) =>
      within(manage(first), (on) => on.db.$executeRawUnsafe(`UPDATE staff_session SET ${set} WHERE id = '${session}'`))
    await expect(change(`expires_at = now() + interval '1 year', revoked_at = now()`)).rejects.toThrow(/may not change/)
    expect(await change('revoked_at = now()')).toBe(1)
    await expect(change('revoked_at = NULL')).rejects.toThrow(/row-level security/)
  })
})

describe('many wrong tries at once', () => {
  test('on one account take turns, each counted before the next is checked; too many are not checked at all', async () => {
    const address = `${randomUUID()}@example.org`
    const answers = await Promise.all(Array.from({ length: 6 }, () => authenticate(address, PASSWORD)))
    expect(answers).toEqual(Array.from({ length: 6 }, () => null))
    const started = performance.now()
    expect(await authenticate(address, PASSWORD)).toBeNull()
    expect(performance.now() - started).toBeGreaterThan(400)
    const known = `${first.id}@example.org`
    const good = await Promise.all(Array.from({ length: 12 }, () => authenticate(known, PASSWORD)))
    expect(good.filter((signedIn) => signedIn !== null)).toHaveLength(8)
  })
})

describe('disabling and changing a role', () => {
  test('a disabled person is out with the next request and cannot sign in until enabled again', async () => {
    const caseworker = await withPassword('caseworker')
    const session = await openSession(caseworker.id)
    expect(await whoIs(session)).not.toBeNull()
    expect(await disableStaff(manage(first), { staffId: caseworker.id, version: 1 })).toEqual({ ok: true, value: null })
    expect(await whoIs(session)).toBeNull()
    expect(await authenticate(`${caseworker.id}@example.org`, PASSWORD)).toBeNull()
    expect(await enableStaff(manage(first), { staffId: caseworker.id, version: 2 })).toEqual({ ok: true, value: null })
    expect(await whoIs(session)).toBeNull()
    expect(await authenticate(`${caseworker.id}@example.org`, PASSWORD)).not.toBeNull()
    const { rows } = await ownerPool().query(
      'SELECT action, actor_id, detail FROM audit_event WHERE office_id = $1 ORDER BY seq',
      [officeId],
    )
    expect(rows.map(({ action }: { action: string }) => action)).toEqual(['staff.disable', 'staff.enable'])
    expect(rows[0]).toMatchObject({ actor_id: first.id, detail: { staffId: caseworker.id } })
  })

  test('a changed role ends the sessions opened with the former one', async () => {
    const caseworker = await withPassword('caseworker')
    const session = await openSession(caseworker.id)
    expect(await changeStaffRole(manage(first), { staffId: caseworker.id, version: 1, role: 'supervisor' })).toEqual({
      ok: true,
      value: null,
    })
    expect(await whoIs(session)).toBeNull()
    expect(await accountOf(caseworker.id)).toMatchObject({ role: 'supervisor', version: 2 })
  })

  test('of two administrators who change the same person one is told, and nothing is overwritten', async () => {
    const caseworker = await withPassword('caseworker')
    const done = await Promise.all([
      changeStaffRole(manage(first), { staffId: caseworker.id, version: 1, role: 'supervisor' }),
      changeStaffRole(manage(second), { staffId: caseworker.id, version: 1, role: 'administrator' }),
    ])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(done).toContainEqual({ ok: false, error: { code: 'changed_meanwhile' } })
    expect((await accountOf(caseworker.id))?.version).toBe(2)
  })

  test('two administrators cannot shut each other out at once: one stays', async () => {
    const done = await Promise.all([
      disableStaff(manage(first), { staffId: second.id, version: 1 }),
      disableStaff(manage(second), { staffId: first.id, version: 1 }),
    ])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(done).toContainEqual({ ok: false, error: { code: 'not_allowed' } })
    const { rows } = await ownerPool().query(
      `SELECT id FROM staff WHERE office_id = $1 AND role = 'administrator' AND is_active`,
      [officeId],
    )
    expect(rows).toHaveLength(1)
  })

  test('nobody changes or disables their own account', async () => {
    expect(await disableStaff(manage(first), { staffId: first.id, version: 1 })).toEqual({
      ok: false,
      error: { code: 'own_account' },
    })
    expect(await changeStaffRole(manage(first), { staffId: first.id, version: 1, role: 'caseworker' })).toEqual({
      ok: false,
      error: { code: 'own_account' },
    })
  })

  test('an administrator neither sees nor changes people of another office', async () => {
    const elsewhere = await aStaffMember(await anOffice(randomUUID()), 'administrator')
    expect(await accountOf(elsewhere.id)).toBeUndefined()
    expect(await disableStaff(manage(first), { staffId: elsewhere.id, version: 1 })).toEqual({
      ok: false,
      error: { code: 'not_found' },
    })
    const changed = await within(
      manage(first),
      (on) => on.db.$executeRaw`UPDATE staff SET is_active = false WHERE id = ${elsewhere.id}::uuid`,
    )
    expect(changed).toBe(0)
    expect(await within(manage(first), (on) => on.db.$queryRaw`SELECT * FROM staff_credential`)).toEqual([])
  })
})
