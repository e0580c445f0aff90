import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { codeAt } from '@/lib/auth/app-code'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { confirmApp, factorResetOf, factorsOf, pendingApp, useCode } from '@/lib/auth/second-factor'
import { findHalfOpen, HALF_OPEN_MINUTES, openStaffSession } from '@/lib/data/half-open-sessions'
import { findProof } from '@/lib/data/session-proofs'
import { useStaffSession } from '@/lib/data/staff-sessions'
import { forgetSecondFactor } from '@/lib/commands/database/first-administrator'
import { within } from '@/lib/data/within'
import { withClock } from '@/lib/platform/clock'
import { makeRecoveryCodes } from '@/lib/usecases/account/make-recovery-codes'
import { anOffice, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { manage, openSession, tryPassword, whoIs, withPassword } from '../support/staff-accounts'

const NOW = new Date('2026-11-21T09:00:10Z')
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const door = doorGrantForAuth()

let officeId = ''
let officer: StaffActor

beforeEach(async () => {
  officeId = await anOffice(randomUUID())
  officer = await withPassword(officeId, 'caseworker')
})

/** An authenticator app of the officer, set up at NOW; returns what it shows at a moment. */
async function withApp(): Promise<(at: Date) => string> {
  const session = await openSession(officer.id, NOW)
  const secret = await pendingApp(session, officer.id)
  expect(
    await withClock(
      () => NOW,
      () => confirmApp(session, officer.id, codeAt(secret, NOW)),
    ),
  ).toBe(true)
  return (at) => codeAt(secret, at)
}

const give = (typed: string, at: Date) =>
  withClock(
    () => at,
    () => useCode(officer.id, typed),
  )
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

describe('a session after the password', () => {
  test('opens nothing, waits ten minutes, and opens once under another id', async () => {
    const begun = await withClock(
      () => NOW,
      () => tryPassword(`${officer.id}@example.org`),
    )
    const id = begun?.sessionId ?? ''
    const half = (at: Date) => within(door, (on) => findHalfOpen(on, id, at))
    expect(await within(door, (on) => useStaffSession(on, id, NOW))).toBeNull()
    expect(await half(later(HALF_OPEN_MINUTES * 60))).toMatchObject({ actor: { id: officer.id } })
    expect(await half(later(HALF_OPEN_MINUTES * 60 + 1))).toBeNull()
    const opened = await within(door, (on) =>
      openStaffSession(on, id, { wrongBefore: 0, provedAt: later(60) }, later(60)),
    )
    expect(opened).not.toBe(id)
    expect(await within(door, (on) => useStaffSession(on, opened ?? '', later(61)))).toMatchObject({ id: officer.id })
    expect(
      await within(door, (on) => openStaffSession(on, id, { wrongBefore: 0, provedAt: later(62) }, later(62))),
    ).toBeNull()
    expect(
      await within(door, (on) =>
        openStaffSession(on, opened ?? '', { wrongBefore: 0, provedAt: later(62) }, later(62)),
      ),
    ).toBeNull()
    expect(await half(later(62))).toBeNull()
    expect(await within(door, (on) => findProof(on, opened ?? '', officer.id))).toEqual(later(60))
    expect(await within(door, (on) => findProof(on, opened ?? '', randomUUID()))).toBeNull()
  })

  test('ends after ten idle minutes on a machine that others use', async () => {
    const shared = await openSession(officer.id, NOW, true)
    const own = await openSession(officer.id, NOW, false)
    const at = (id: string, minutes: number) => within(door, (on) => useStaffSession(on, id, later(minutes * 60 + 1)))
    expect(await at(own, 29)).not.toBeNull()
    expect(await at(shared, 9)).not.toBeNull()
    expect(await at(shared, 19 + 1)).toBeNull()
    expect(await at(own, 29 + 31)).toBeNull()
  })
})

describe('a code of the authenticator app', () => {
  test('opens once; the one before it does not count any more, the next one does', async () => {
    const shows = await withApp()
    expect(await give(shows(NOW), later(5))).toEqual({ ok: false, error: { code: 'code_used' } })
    expect(await give(shows(later(30)), later(30))).toEqual({ ok: true, value: 'app' })
    expect(await give(shows(later(30)), later(31))).toEqual({ ok: false, error: { code: 'code_used' } })
    expect(await give(shows(NOW), later(32))).toEqual({ ok: false, error: { code: 'code_used' } })
    expect(await give(shows(later(60)), later(60))).toEqual({ ok: true, value: 'app' })
  })

  test('sent twice at once opens once', async () => {
    const shows = await withApp()
    const at = later(90)
    const both = await withClock(
      () => at,
      () => Promise.all([useCode(officer.id, shows(at)), useCode(officer.id, shows(at))]),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('after ten wrong ones in a row none is looked at for a quarter of an hour, a recovery code opens all the same', async () => {
    const shows = await withApp()
    const codes = await makeRecoveryCodes(staffGrant(officer, 'session.own'), door)
    await ownerPool().query('UPDATE staff_totp SET wrong_codes = 9 WHERE staff_id = $1', [officer.id])
    // The tenth one waits for the slowing, too.
    expect(await give(wrongFor(shows(later(60))), later(60))).toEqual({ ok: false, error: { code: 'code_wrong' } })
    expect(await give(shows(later(90)), later(90))).toEqual({ ok: false, error: { code: 'code_tries' } })
    // Without the slowing of so many.
    await ownerPool().query('UPDATE staff_totp SET wrong_codes = 0 WHERE staff_id = $1', [officer.id])
    expect(await give(shows(later(60 + 899)), later(60 + 899))).toEqual({ ok: false, error: { code: 'code_tries' } })
    expect(await give(shows(later(60 + 901)), later(60 + 901))).toEqual({ ok: true, value: 'app' })
    await ownerPool().query(`UPDATE staff_totp SET closed_until = $2 WHERE staff_id = $1`, [officer.id, later(9000)])
    expect(await give(shows(later(2000)), later(2000))).toEqual({ ok: false, error: { code: 'code_tries' } })
    expect(await give(codes[0] ?? '', later(2001))).toEqual({ ok: true, value: 'recovery' })
    expect(await give(shows(later(2060)), later(2060))).toEqual({ ok: true, value: 'app' })
  }, 60_000)

  test('lies sealed, and belongs to its person', async () => {
    await withApp()
    const other = await withPassword(officeId, 'caseworker')
    const session = await openSession(other.id, NOW)
    const secret = await pendingApp(session, other.id)
    await withClock(
      () => NOW,
      () => confirmApp(session, other.id, codeAt(secret, NOW)),
    )
    const { rows } = await ownerPool().query<{ wrapped_key: Buffer }>('SELECT wrapped_key FROM staff_totp')
    for (const row of rows) expect(row.wrapped_key.includes(Buffer.from(secret))).toBe(false)
    await ownerPool().query(
      `UPDATE staff_totp SET wrapped_key = (SELECT wrapped_key FROM staff_totp WHERE staff_id = $1) WHERE staff_id = $2`,
      [other.id, officer.id],
    )
    await expect(give(codeAt(secret, later(90)), later(90))).rejects.toThrow('does not open')
  })

  test('of a new app in the place of an old one is of another secret', async () => {
    const session = await openSession(officer.id, NOW)
    const before = await pendingApp(session, officer.id)
    expect(await pendingApp(session, officer.id)).toEqual(before)
    await withClock(
      () => NOW,
      () => confirmApp(session, officer.id, codeAt(before, NOW)),
    )
    expect(await pendingApp(session, officer.id)).not.toEqual(before)
    expect(await pendingApp(await openSession(officer.id, NOW), officer.id)).not.toEqual(before)
  })
})

describe('recovery codes', () => {
  test('open once each, and a new set ends the former one', async () => {
    const own = staffGrant(officer, 'session.own')
    const first = await makeRecoveryCodes(own, door)
    expect(new Set(first).size).toBe(10)
    expect(await factorsOf(officer.id)).toEqual({ hasApp: false, passkeys: 0, codes: 10 })
    expect(await give((first[0] ?? '').toUpperCase(), NOW)).toEqual({ ok: true, value: 'recovery' })
    expect(await give(first[0] ?? '', NOW)).toEqual({ ok: false, error: { code: 'code_wrong' } })
    const second = await makeRecoveryCodes(own, door)
    expect(await give(first[1] ?? '', NOW)).toEqual({ ok: false, error: { code: 'code_wrong' } })
    expect(await give(second[1] ?? '', NOW)).toEqual({ ok: true, value: 'recovery' })
    const { rows } = await ownerPool().query<{ all: string }>(
      `SELECT string_agg(c::text, '') || (SELECT string_agg(e::text, '') FROM audit_event e) AS all FROM staff_recovery_code c`,
    )
    for (const code of second) expect(rows[0]?.all).not.toContain(code)
  })

  test('of somebody else open nothing', async () => {
    const other = await withPassword(officeId, 'caseworker')
    const theirs = await makeRecoveryCodes(staffGrant(other, 'session.own'), door)
    await makeRecoveryCodes(staffGrant(officer, 'session.own'), door)
    expect(await give(theirs[0] ?? '', NOW)).toEqual({ ok: false, error: { code: 'code_wrong' } })
  })
})

test('the second factor of an administrator whom no colleague can help is forgotten by who runs the server', async () => {
  await withApp()
  await makeRecoveryCodes(staffGrant(officer, 'session.own'), door)
  const session = await openSession(officer.id)
  const colleague = await withPassword(officeId, 'administrator')
  const theirs = await openSession(colleague.id)
  await forgetSecondFactor(ownerUrl, officer.id)
  expect(await factorsOf(officer.id)).toEqual({ hasApp: false, passkeys: 0, codes: 0 })
  expect(await whoIs(session)).toBeNull()
  expect(await whoIs(theirs)).not.toBeNull()
})

describe('the second factor of a colleague', () => {
  const reset = (by: StaffActor, id: string) =>
    within(staffGrant(by, 'session.own'), async (on) => {
      const rows = await on.db.$queryRaw<
        { done: boolean }[]
      >`SELECT app.reset_second_factor(${id}::uuid, now()) AS done`
      return rows[0]?.done
    })

  test('is taken away by a supervisor from caseworkers, by an administrator from others, by nobody elsewhere', async () => {
    await withApp()
    const [supervisor, administrator, colleague] = [
      await withPassword(officeId, 'supervisor'),
      await withPassword(officeId, 'administrator'),
      await withPassword(officeId, 'caseworker'),
    ]
    const far = await withPassword(await anOffice(randomUUID()), 'administrator')
    for (const [by, of] of [
      [colleague, officer],
      [officer, officer],
      [far, officer],
      [supervisor, administrator],
      [supervisor, supervisor],
      [administrator, administrator],
    ] as const)
      expect(await reset(by, of.id)).toBe(false)
    expect(await factorsOf(officer.id)).toMatchObject({ hasApp: true })
    const session = await openSession(officer.id)
    expect(await reset(supervisor, officer.id)).toBe(true)
    expect(await whoIs(session)).toBeNull()
    expect(await factorsOf(officer.id)).toEqual({ hasApp: false, passkeys: 0, codes: 0 })
    expect(await factorResetOf(officer.id)).toMatchObject({ by: supervisor.displayName })
    expect(await reset(administrator, supervisor.id)).toBe(true)
    expect(await within(manage(administrator), (on) => on.db.$queryRaw`SELECT * FROM staff_totp`)).toEqual([])
  })
})
