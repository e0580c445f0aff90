import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { listStaffAccounts } from '@/lib/data/staff-accounts'
import { within } from '@/lib/data/within'
import { changeStaffRole } from '@/lib/usecases/change-staff-role'
import { disableStaff } from '@/lib/usecases/disable-staff'
import { enableStaff } from '@/lib/usecases/enable-staff'
import { aStaffMember, anOffice } from '../support/builders'
import { ownerPool } from '../support/database'
import { manage, openSession, tryPassword, whoIs, withPassword } from '../support/staff-accounts'

let officeId = ''
let first: StaffActor
let second: StaffActor

const accountOf = async (id: string) =>
  (await within(manage(first), (on) => listStaffAccounts(on, new Date()))).find((account) => account.id === id)

beforeEach(async () => {
  officeId = await anOffice(randomUUID())
  first = await withPassword(officeId, 'administrator')
  second = await withPassword(officeId, 'administrator')
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
    const answers = await Promise.all(Array.from({ length: 6 }, () => tryPassword(address)))
    expect(answers).toEqual(Array.from({ length: 6 }, () => null))
    const started = performance.now()
    expect(await tryPassword(address)).toBeNull()
    expect(performance.now() - started).toBeGreaterThan(400)
    const known = `${first.id}@example.org`
    const good = await Promise.all(Array.from({ length: 12 }, () => tryPassword(known)))
    expect(good.filter((signedIn) => signedIn !== null)).toHaveLength(8)
  })
})

describe('disabling and changing a role', () => {
  test('a disabled person is out with the next request and cannot sign in until enabled again', async () => {
    const caseworker = await withPassword(officeId, 'caseworker')
    const session = await openSession(caseworker.id)
    expect(await whoIs(session)).not.toBeNull()
    expect(await disableStaff(manage(first), { staffId: caseworker.id, version: 1 })).toEqual({ ok: true, value: null })
    expect(await whoIs(session)).toBeNull()
    expect(await tryPassword(`${caseworker.id}@example.org`)).toBeNull()
    expect(await enableStaff(manage(first), { staffId: caseworker.id, version: 2 })).toEqual({ ok: true, value: null })
    expect(await whoIs(session)).toBeNull()
    expect(await tryPassword(`${caseworker.id}@example.org`)).not.toBeNull()
    const { rows } = await ownerPool().query(
      'SELECT action, actor_id, detail FROM audit_event WHERE office_id = $1 ORDER BY seq',
      [officeId],
    )
    expect(rows.map(({ action }: { action: string }) => action)).toEqual(['staff.disable', 'staff.enable'])
    expect(rows[0]).toMatchObject({ actor_id: first.id, detail: { staffId: caseworker.id } })
  })

  test('a changed role ends the sessions opened with the former one', async () => {
    const caseworker = await withPassword(officeId, 'caseworker')
    const session = await openSession(caseworker.id)
    expect(await changeStaffRole(manage(first), { staffId: caseworker.id, version: 1, role: 'supervisor' })).toEqual({
      ok: true,
      value: null,
    })
    expect(await whoIs(session)).toBeNull()
    expect(await accountOf(caseworker.id)).toMatchObject({ role: 'supervisor', version: 2 })
  })

  test('of two administrators who change the same person one is told, and nothing is overwritten', async () => {
    const caseworker = await withPassword(officeId, 'caseworker')
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
