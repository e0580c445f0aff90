import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { codeAt } from '@/lib/auth/app-code'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { factorsOf, pendingApp } from '@/lib/auth/second-factor'
import { findProof, markProved, PROOF_MINUTES } from '@/lib/data/session-proofs'
import { listOpenSessions } from '@/lib/data/staff-sessions'
import { countTry, tryCountOf } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import { changeOwnApp, removeOwnPasskey } from '@/lib/usecases/account/change-own-factors'
import { changeOwnPassword } from '@/lib/usecases/account/change-own-password'
import { endOtherSessions, endOwnSession } from '@/lib/usecases/account/end-own-sessions'
import { endStaffSessions } from '@/lib/usecases/end-staff-sessions'
import { anOffice, staffGrant } from '../support/builders'
import { ownerPool } from '../support/database'
import { manage, openSession, PASSWORD, tryPassword, whoIs, withPassword } from '../support/staff-accounts'

const door = doorGrantForAuth()
let officeId = ''
let officer: StaffActor
let here = ''
let elsewhere = ''

beforeEach(async () => {
  officeId = await anOffice(randomUUID())
  officer = await withPassword(officeId, 'caseworker')
  here = await openSession(officer.id)
  elsewhere = await openSession(officer.id)
})

const own = () => ({ grant: staffGrant(officer, 'session.own'), door, sessionId: here })
const listed = async () =>
  (await within(door, (on) => listOpenSessions(on, officer.id, new Date()))).map(({ id }) => id).toSorted()
const aPasskey = async (staffId: string): Promise<string> => {
  const id = randomUUID()
  await ownerPool().query(
    `INSERT INTO staff_passkey (id, staff_id, credential_id, public_key, transports, name, created_at) VALUES ($1::uuid, $2, decode(replace($1::text, '-', ''), 'hex'), '\\x01', '{}', 'x', now())`,
    [id, staffId],
  )
  return id
}

describe("one's own sessions", () => {
  test('are listed while they open something, and ended one by one or together', async () => {
    expect(await listed()).toEqual([here, elsewhere].toSorted())
    const third = await openSession(officer.id)
    expect(await endOwnSession(own(), third)).toBe(true)
    expect(await endOwnSession(own(), third)).toBe(false)
    await openSession(officer.id, new Date(Date.now() - 40 * 60_000))
    expect(await listed()).toEqual([here, elsewhere].toSorted())
    await endOtherSessions(own())
    expect(await listed()).toEqual([here])
    expect(await whoIs(elsewhere)).toBeNull()
  })

  test('of somebody else are not ended', async () => {
    const colleague = await withPassword(officeId, 'caseworker')
    const theirs = await openSession(colleague.id)
    expect(await endOwnSession(own(), theirs)).toBe(false)
    await endOtherSessions(own())
    expect(await whoIs(theirs)).not.toBeNull()
  })

  test('are ended by an administrator of the office, by none of another', async () => {
    const far = await withPassword(await anOffice(randomUUID()), 'administrator')
    expect(await endStaffSessions(manage(far), officer.id)).toEqual({ ok: false, error: { code: 'not_found' } })
    expect(await whoIs(here)).not.toBeNull()
    const administrator = await withPassword(officeId, 'administrator')
    expect(await endStaffSessions(manage(administrator), officer.id)).toEqual({ ok: true, value: null })
    expect(await listed()).toEqual([])
  })
})

describe("one's own password", () => {
  test('changes, ends the other sessions, and is not one that many people have', async () => {
    const email = `${officer.id}@example.org`
    expect(await changeOwnPassword(own(), 'password12345')).toEqual({ ok: false, error: { code: 'password_common' } })
    expect(await changeOwnPassword(own(), `${officer.displayName} ${officer.id}`)).toEqual({
      ok: false,
      error: { code: 'password_personal' },
    })
    expect(await whoIs(elsewhere)).not.toBeNull()
    expect(await changeOwnPassword(own(), 'năm từ khác dễ nhớ')).toEqual({ ok: true, value: null })
    expect(await whoIs(elsewhere)).toBeNull()
    expect(await whoIs(here)).not.toBeNull()
    expect(await tryPassword(email)).toBeNull()
    expect(await tryPassword(email, 'năm từ khác dễ nhớ')).not.toBeNull()
  })

  test('of before opens nothing, also for a try that waited while it was changed', async () => {
    const email = `${officer.id}@example.org`
    const network = randomUUID()
    // So many wrong tries that the next one waits four seconds.
    const tries = tryCountOf('sign-in-here', `${email} ${network}`, new Date())
    await within(door, async (on) => {
      for (let wrong = 0; wrong < 9; wrong += 1) await countTry(on, tries)
    })
    const waiting = tryPassword(email, PASSWORD, network)
    await setTimeout(300)
    expect(await changeOwnPassword(own(), 'năm từ khác dễ nhớ')).toEqual({ ok: true, value: null })
    expect(await waiting).toBeNull()
    const { rows } = await ownerPool().query(
      'SELECT 1 FROM staff_session WHERE staff_id = $1 AND revoked_at IS NULL AND opened_at IS NULL',
      [officer.id],
    )
    expect(rows).toEqual([])
  })

  test.each([
    ['in use before', { memoryCost: 19_456, timeCost: 2, parallelism: 1 }],
    ['nobody ever used', { memoryCost: 8192, timeCost: 1, parallelism: 1 }],
  ])('with parameters %s, or in another form, is hashed anew at the next sign-in', async (_which, parameters) => {
    const { hash } = await import('@node-rs/argon2')
    const email = `${officer.id}@example.org`
    // A ligature: NFC keeps it, NFKC does not.
    const typed = 'oﬃce by the sea'
    await ownerPool().query('UPDATE staff_credential SET password_hash = $2 WHERE staff_id = $1', [
      officer.id,
      await hash(typed, parameters),
    ])
    expect(await tryPassword(email, 'oﬃce by the lake')).toBeNull()
    expect(await tryPassword(email, typed)).not.toBeNull()
    const { rows } = await ownerPool().query<{ password_hash: string }>(
      'SELECT password_hash FROM staff_credential WHERE staff_id = $1',
      [officer.id],
    )
    expect(rows[0]?.password_hash).toContain('m=65536,t=3,p=4')
    expect(await tryPassword(email, 'office by the sea')).not.toBeNull()
  })
})

describe("one's own second factor", () => {
  test('the last one stays, also when two are removed at once', async () => {
    const [first, second] = [await aPasskey(officer.id), await aPasskey(officer.id)]
    const done = await Promise.all([removeOwnPasskey(own(), first), removeOwnPasskey(own(), second)])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(done).toContainEqual({ ok: false, error: { code: 'last_factor' } })
    expect(await factorsOf(officer.id)).toMatchObject({ passkeys: 1 })
    expect(await whoIs(elsewhere)).toBeNull()
  })

  test("a colleague's passkey is not there", async () => {
    await aPasskey(officer.id)
    await aPasskey(officer.id)
    const colleague = await withPassword(officeId, 'caseworker')
    const theirs = await aPasskey(colleague.id)
    expect(await removeOwnPasskey(own(), theirs)).toEqual({ ok: false, error: { code: 'not_found' } })
    expect(await factorsOf(colleague.id)).toMatchObject({ passkeys: 1 })
  })

  test('another app is taken over by its code, and ends the other sessions', async () => {
    const secret = await pendingApp(here, officer.id)
    const right = codeAt(secret, new Date())
    expect(await changeOwnApp(own(), right === '000000' ? '000001' : '000000')).toBe(false)
    expect(await whoIs(elsewhere)).not.toBeNull()
    expect(await changeOwnApp(own(), right)).toBe(true)
    expect(await whoIs(elsewhere)).toBeNull()
  })
})

test('a proof is of the one session and grows old', async () => {
  const before = new Date(Date.now() - (PROOF_MINUTES + 5) * 60_000)
  const session = await openSession(officer.id, before)
  const proof = () => within(door, (on) => findProof(on, session, officer.id))
  expect(await proof()).toEqual(before)
  const now = new Date()
  await within(door, (on) => markProved(on, session, now))
  expect(await proof()).toEqual(now)
  await endOtherSessions(own())
  expect(await proof()).toBeNull()
})

describe('wrong passwords', () => {
  const email = () => `${officer.id}@example.org`
  const tries = async () =>
    (
      await ownerPool().query<{ wrong_tries: number }>('SELECT wrong_tries FROM staff_credential WHERE staff_id = $1', [
        officer.id,
      ])
    ).rows[0]?.wrong_tries
  const counts = async () =>
    (await ownerPool().query<{ count: number }>('SELECT count FROM throttle ORDER BY count')).rows.map(
      ({ count }) => count,
    )

  test('are counted before they are looked at, of the account and the network apart, and taken back when right', async () => {
    await ownerPool().query('DELETE FROM throttle')
    for (const network of ['198.51.100.1', '198.51.100.2']) expect(await tryPassword(email(), 'x', network)).toBeNull()
    // Each network, each network with the account, and the account from both.
    expect(await counts()).toEqual([1, 1, 1, 1, 2])
    expect(await tryPassword(email(), PASSWORD, '198.51.100.3')).not.toBeNull()
    expect(await counts()).toEqual([0, 0, 1, 1, 1, 1, 2])
    expect(await tries()).toBe(2)
  })

  test('of an address that nobody has are counted like those of one that somebody has', async () => {
    await ownerPool().query('DELETE FROM throttle')
    expect(await tryPassword(`${randomUUID()}@example.org`, 'x', '198.51.100.4')).toBeNull()
    expect(await counts()).toEqual([1, 1, 1])
  })
})
