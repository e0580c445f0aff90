import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { updateSecretCode } from '@/lib/data/code-replacements'
import { within } from '@/lib/data/within'
import { useWorkerSession } from '@/lib/data/worker-sessions'
import type { IdentityAnswers } from '@/lib/domain/identity-check'
import { now } from '@/lib/platform/clock'
import { openOwnCase } from '@/lib/usecases/open-own-case'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { checkIdentity, confirmIdentityCheck, replaceCode } from '@/lib/usecases/replace-code'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, actionsOf, one, type OwnCase } from '../support/own-case'

let officer: StaffActor
let supervisor: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
  stranger = await aStaffMember(await anOffice('union'), 'caseworker')
})

const THREE_RIGHT: IdentityAnswers = {
  origin: 'matched',
  amount: 'matched',
  party_name: 'matched',
  scheme: 'not_asked',
}
const door = grantOpen({ kind: 'door' }, 'door.look_up')
const numberOf = (own: OwnCase) => one<string>('SELECT number AS value FROM cases WHERE id = $1', own.id)
const open = (code: string) => openOwnCase(door, { code, network: randomUUID(), formerToken: undefined })
const check = async (own: OwnCase, answers: IdentityAnswers, actor = officer, requestId: string = randomUUID()) =>
  checkIdentity(staffGrant(actor, 'case.replace_code'), {
    number: await numberOf(own),
    requestId,
    metHow: 'in_person',
    answers,
  })
const replace = async (own: OwnCase, actor = officer) =>
  replaceCode(staffGrant(actor, 'case.replace_code'), await numberOf(own))
const lastCheck = (own: OwnCase) =>
  one<string>('SELECT id AS value FROM code_replacement WHERE case_id = $1 ORDER BY checked_at DESC LIMIT 1', own.id)
const noCheck = { ok: false, error: { code: 'no_check' } }

describe('a lost code', () => {
  test('is replaced after three facts matched: the old one and every open page end', async () => {
    const own = await aCase()
    const session = await open(own.code)
    if (!session.ok) throw new Error(session.error.code)
    expect(await check(own, THREE_RIGHT)).toEqual({ ok: true, value: 'passed' })
    const made = await replace(own)
    if (!made.ok) throw new Error(made.error.code)
    expect(made.value).toMatch(/^\d{21}$/)
    expect(await open(own.code)).toEqual({ ok: false, error: { code: 'code_unknown' } })
    expect((await open(made.value)).ok).toBe(true)
    expect(await within(door, (on) => useWorkerSession(on, session.value, now()))).toBeNull()
    expect((await readOwnCase(own.read))?.codeChanges).toHaveLength(1)
    expect(await actionsOf(own.id)).toEqual(expect.arrayContaining(['code.identity_checked', 'code.replaced']))
    const trail = await one<string>(
      `SELECT string_agg(detail::text, '') AS value FROM audit_event WHERE case_id = $1`,
      own.id,
    )
    expect(trail).not.toContain(made.value)
  })

  test('is not replaced with two facts, with one that did not match, or without a check', async () => {
    const own = await aCase()
    expect(await replace(own)).toEqual(noCheck)
    expect(await check(own, { origin: 'matched', amount: 'matched' })).toEqual({ ok: true, value: 'refused' })
    expect(await check(own, { ...THREE_RIGHT, language: 'matched', scheme: 'mismatched' })).toEqual({
      ok: true,
      value: 'refused',
    })
    expect(await replace(own)).toEqual(noCheck)
    expect((await open(own.code)).ok).toBe(true)
  })

  test('one check makes one code, also of two at once; and only for who checked', async () => {
    const own = await aCase()
    await check(own, THREE_RIGHT)
    expect(await replace(own, supervisor)).toEqual(noCheck)
    const results = await Promise.all([replace(own), replace(own)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('can be asked for three times a day; the same form twice is once', async () => {
    const own = await aCase()
    const same = randomUUID()
    await check(own, {}, officer, same)
    await check(own, {}, officer, same)
    await check(own, {})
    await check(own, {}, supervisor)
    expect(await check(own, THREE_RIGHT)).toEqual({ ok: false, error: { code: 'too_many_checks' } })
  })

  test('of a critical case needs a supervisor who did not check', async () => {
    const own = await aCase()
    await ownerPool().query(`UPDATE cases SET severity = 'critical' WHERE id = $1`, [own.id])
    await check(own, THREE_RIGHT, supervisor)
    expect(await replace(own, supervisor)).toEqual(noCheck)
    const confirm = async (by: StaffActor) =>
      confirmIdentityCheck(staffGrant(by, 'case.confirm_code'), {
        number: await numberOf(own),
        checkId: await lastCheck(own),
      })
    expect(await confirm(supervisor)).toEqual({ ok: false, error: { code: 'nothing_open' } })
    const other = await aStaffMember(supervisor.officeId, 'supervisor')
    expect((await confirm(other)).ok).toBe(true)
    expect((await replace(own, supervisor)).ok).toBe(true)
  })

  test('of an old check, of another office or of an erased case is not replaced', async () => {
    const own = await aCase()
    expect(await check(own, THREE_RIGHT, stranger)).toEqual({ ok: false, error: { code: 'not_found' } })
    await check(own, THREE_RIGHT)
    await ownerPool().query(`UPDATE code_replacement SET checked_at = now() - interval '25 hours' WHERE case_id = $1`, [
      own.id,
    ])
    expect(await replace(own)).toEqual(noCheck)
    await ownerPool().query('DELETE FROM case_key WHERE case_id = $1', [own.id])
    expect(await check(own, THREE_RIGHT)).toEqual({ ok: false, error: { code: 'case_gone' } })
  })

  test('cannot be replaced past the use case either: the database asks for the check', async () => {
    const own = await aCase()
    const write = () =>
      within(staffGrant(officer, 'case.replace_code'), (on) => updateSecretCode(on, own.id, '1'.repeat(21)))
    await expect(write()).rejects.toThrow('no check allows another code')
    await ownerPool().query(`UPDATE cases SET severity = 'critical' WHERE id = $1`, [own.id])
    await check(own, THREE_RIGHT)
    await expect(write()).rejects.toThrow('no check allows another code')
    const insert = ownerPool().query(
      `INSERT INTO code_replacement (id, case_id, staff_id, met_how, facts, matched, mismatched, outcome, request_id, checked_at) VALUES ($1, $2, $3, 'phone', '{}', 2, 0, 'passed', $1, now())`,
      [randomUUID(), own.id, officer.id],
    )
    await expect(insert).rejects.toThrow(/code_replacement_enough/)
  })
})
