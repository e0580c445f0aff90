import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import type { StaffActor } from '@/lib/access/grant'
import { listStaffAccounts } from '@/lib/data/staff-accounts'
import { within } from '@/lib/data/within'
import { withClock } from '@/lib/platform/clock'
import { acceptInvitation } from '@/lib/usecases/accept-invitation'
import { disableStaff } from '@/lib/usecases/disable-staff'
import { inviteStaff } from '@/lib/usecases/invite-staff'
import { renewInvitation } from '@/lib/usecases/renew-invitation'
import { aStaffMember, anOffice } from '../support/builders'
import { ownerPool } from '../support/database'
import { manage, openSession, PASSWORD, tryPassword, whoIs, withPassword } from '../support/staff-accounts'

let officeId = ''
let first: StaffActor
let second: StaffActor

beforeEach(async () => {
  officeId = await anOffice(randomUUID())
  first = await withPassword(officeId, 'administrator')
  second = await withPassword(officeId, 'administrator')
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
    expect(await tryPassword(person.email)).toBeNull()
    expect(await acceptInvitation(doorGrantForAuth(), token, 'short')).toEqual({
      ok: false,
      error: { code: 'password_short', minimum: 12 },
    })
    expect(await acceptInvitation(doorGrantForAuth(), token, PASSWORD)).toEqual({ ok: true, value: null })
    const signedIn = await tryPassword(person.email)
    // The password alone opens nothing.
    expect(await whoIs(signedIn?.sessionId ?? '')).toBeNull()
    expect(await whoIs(await openSession(signedIn?.staffId ?? ''))).toMatchObject({
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
    expect(await tryPassword(`${second.id}@example.org`)).toBeNull()
  })
})
