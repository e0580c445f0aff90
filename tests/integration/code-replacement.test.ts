import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { listCodeTasks, updateSecretCode } from '@/lib/data/code-replacements'
import { within } from '@/lib/data/within'
import { useWorkerSession } from '@/lib/data/worker-sessions'
import type { IdentityAnswers } from '@/lib/domain/identity-check'
import { now } from '@/lib/platform/clock'
import { openOwnCase } from '@/lib/usecases/open-own-case'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { checkIdentity, confirmIdentityCheck, lookAtCodeAlarm, replaceCode } from '@/lib/usecases/replace-code'
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
  paid_month: 'matched',
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
const confirm = async (own: OwnCase, by = supervisor) =>
  confirmIdentityCheck(staffGrant(by, 'case.confirm_code'), {
    number: await numberOf(own),
    checkId: await lastCheck(own),
  })
/** A new code for the case, by the officer and confirmed by the supervisor. */
const aNewCode = async (own: OwnCase): Promise<string> => {
  await check(own, THREE_RIGHT)
  await confirm(own)
  const made = await replace(own)
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}
const tasks = (by: StaffActor) =>
  within(staffGrant(by, 'case.list'), (on) => listCodeTasks(on, new Date(now().getTime() - 86_400_000)))
const noCheck = { ok: false, error: { code: 'no_check' } }

describe('a lost code', () => {
  test('is replaced after three facts matched and a second person confirmed: the old one and every open page end', async () => {
    const own = await aCase()
    const session = await open(own.code)
    if (!session.ok) throw new Error(session.error.code)
    expect(await check(own, THREE_RIGHT)).toEqual({ ok: true, value: 'passed' })
    expect(await replace(own)).toEqual(noCheck)
    await confirm(own)
    const made = await replace(own)
    if (!made.ok) throw new Error(made.error.code)
    expect(made.value).toMatch(/^\d{21}$/)
    expect(await open(own.code)).toMatchObject({ ok: false, error: { code: 'code_replaced' } })
    expect(await open('1'.repeat(21))).toEqual({ ok: false, error: { code: 'code_unknown' } })
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
    expect(await check(own, { party_name: 'matched', amount: 'matched' })).toEqual({ ok: true, value: 'refused' })
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
    await confirm(own)
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

  test('is not replaced on facts that many know, by hand in the database either', async () => {
    const own = await aCase()
    const known: IdentityAnswers = {
      origin: 'matched',
      scheme: 'matched',
      language: 'matched',
      received_month: 'matched',
      party_name: 'matched',
    }
    expect(await check(own, known)).toEqual({ ok: true, value: 'refused' })
    const insert = (facts: object) =>
      ownerPool().query(
        `INSERT INTO code_replacement (id, case_id, staff_id, met_how, facts, matched, mismatched, outcome, request_id, checked_at) VALUES ($1, $2, $3, 'phone', $4, 9, 0, 'passed', $1, now())`,
        [randomUUID(), own.id, officer.id, JSON.stringify(facts)],
      )
    for (const facts of [known, { ...THREE_RIGHT, scheme: 'mismatched' }, {}])
      await expect(insert(facts)).rejects.toThrow(/code_replacement_enough/)
    // The database counts the three of a day as well.
    const refused = () =>
      ownerPool().query(
        `INSERT INTO code_replacement (id, case_id, staff_id, met_how, facts, matched, mismatched, outcome, request_id, checked_at) VALUES ($1, $2, $3, 'phone', '{}', 0, 0, 'refused', $1, now())`,
        [randomUUID(), own.id, officer.id],
      )
    await refused()
    await refused()
    await expect(refused()).rejects.toThrow('too many checks')
  })

  test('somebody who types the old code is told, and supervisors who did not check have to look at it', async () => {
    const own = await aCase()
    const code = await aNewCode(own)
    expect(await tasks(supervisor)).not.toContainEqual(expect.objectContaining({ number: await numberOf(own) }))
    const [first, again] = [await open(own.code), await open(own.code)]
    for (const told of [first, again])
      expect(told).toMatchObject({
        ok: false,
        error: { code: 'code_replaced', former: { office: 'helpdesk', replacedAt: expect.any(Date) } },
      })
    expect((await open(code)).ok).toBe(true)
    const alarm = { number: await numberOf(own), kind: 'alarm' }
    expect(await tasks(supervisor)).toContainEqual(alarm)
    for (const other of [officer, stranger]) expect(await tasks(other)).toEqual([])
    expect((await actionsOf(own.id)).filter((action) => action === 'code.former_typed')).toHaveLength(1)
    const look = async (by: StaffActor) => lookAtCodeAlarm(staffGrant(by, 'case.confirm_code'), await numberOf(own))
    expect((await look(supervisor)).ok).toBe(true)
    expect(await look(supervisor)).toEqual({ ok: false, error: { code: 'nothing_open' } })
    expect(await tasks(supervisor)).not.toContainEqual(alarm)
    expect(await actionsOf(own.id)).toContain('code.alarm_looked_at')
  })

  test('who checked does not answer the alarm; an erased case answers to no code', async () => {
    const own = await aCase()
    const other = await aStaffMember(supervisor.officeId, 'supervisor')
    await check(own, THREE_RIGHT, supervisor)
    expect(await tasks(other)).toContainEqual({ number: await numberOf(own), kind: 'confirm' })
    await confirm(own, other)
    expect((await replace(own, supervisor)).ok).toBe(true)
    await open(own.code)
    const number = await numberOf(own)
    expect(await tasks(supervisor)).not.toContainEqual({ number, kind: 'alarm' })
    expect(await lookAtCodeAlarm(staffGrant(supervisor, 'case.confirm_code'), number)).toEqual({
      ok: false,
      error: { code: 'nothing_open' },
    })
    expect(await tasks(other)).toContainEqual({ number, kind: 'alarm' })
    await ownerPool().query('UPDATE cases SET erased_at = now(), code_hash = NULL WHERE id = $1', [own.id])
    expect(await open(own.code)).toEqual({ ok: false, error: { code: 'code_unknown' } })
    expect(
      await one<number>('SELECT count(former_hash)::int AS value FROM code_replacement WHERE case_id = $1', own.id),
    ).toBe(0)
  })

  test('needs a supervisor who did not check, however the severity is set meanwhile', async () => {
    const own = await aCase()
    await ownerPool().query(`UPDATE cases SET severity = 'low' WHERE id = $1`, [own.id])
    await check(own, THREE_RIGHT, supervisor)
    expect(await replace(own, supervisor)).toEqual(noCheck)
    await ownerPool().query(`UPDATE cases SET severity = 'critical' WHERE id = $1`, [own.id])
    expect(await replace(own, supervisor)).toEqual(noCheck)
    expect(await confirm(own, supervisor)).toEqual({ ok: false, error: { code: 'nothing_open' } })
    const other = await aStaffMember(supervisor.officeId, 'supervisor')
    expect((await confirm(own, other)).ok).toBe(true)
    expect((await replace(own, supervisor)).ok).toBe(true)
  })

  test('of an old check, of another office or of an erased case is not replaced', async () => {
    const own = await aCase()
    expect(await check(own, THREE_RIGHT, stranger)).toEqual({ ok: false, error: { code: 'not_found' } })
    await check(own, THREE_RIGHT)
    await confirm(own)
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
    await check(own, THREE_RIGHT)
    await expect(write()).rejects.toThrow('no check allows another code')
  })
})
