import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rescueGrant } from '@/lib/access/door'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { answerEmergency, type EmergencyAnswer } from '@/lib/usecases/emergencies/answer-emergency'
import { endOwnEmergency, openEmergency, readEmergency } from '@/lib/usecases/emergencies/open-emergency'
import { readCase } from '@/lib/usecases/read-case'
import { readOwnReadings } from '@/lib/usecases/read-own-readings'
import { writeMessage } from '@/lib/usecases/write-message'
import { aStaffMember, anOffice, staffGrant, STORY } from '../support/builders'
import { aCase, type StoredCase } from '../support/cases'
import { ownerPool } from '../support/database'
import { as, rowsAs, workerOf, type Who } from '../support/raw-sql'

let [office, far] = ['', '']
let officer: StaffActor
let supervisor: StaffActor
let rescuer: StaffActor
let found: StoredCase

const WORDS = 'The hospital in Osaka called.'

beforeAll(async () => {
  office = await anOffice('minato', { isDefaultIntake: true })
  far = await anOffice('osaka')
  officer = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
  rescuer = await aStaffMember(far, 'supervisor')
})

beforeEach(async () => {
  await ownerPool().query('DELETE FROM break_glass')
  found = await aCase()
})

const rescue = (by = rescuer) => rescueGrant(staffGrant(by, 'case.break_glass'))
const opening = (number = found.number) => ({ number, reason: 'life_in_danger', words: WORDS, minutes: 30 }) as const
const opened = async () => {
  const done = await openEmergency(rescue(), opening())
  if (!done.ok) throw new Error(done.error.code)
  return done.value
}
const rescuerAs = (by = rescuer): Who => ({ actor_kind: 'rescuer', actor_id: by.id, office_id: by.officeId })
const answer = (by: StaffActor, id: string, given: EmergencyAnswer) =>
  answerEmergency(staffGrant(by, 'case.read'), { number: found.number, id, answer: given })
const over = (id: string) =>
  ownerPool().query(
    `UPDATE break_glass SET opened_at = now() - interval '31 minutes', ends_at = now() - interval '1 minute' WHERE id = $1`,
    [id],
  )
const own = () => readOwnReadings(grantOpen({ kind: 'worker', caseId: found.id }, 'own_case.read'))

describe('a case of another office, opened in an emergency', () => {
  test('shows what helps to find the person, and tells the office in the same transaction', async () => {
    const id = await opened()
    const read = await readEmergency(rescue(), id)
    expect(read?.statements[0]?.text).toBe(STORY)
    expect(read?.opening).toMatchObject({ words: WORDS, isOpen: true, isSeen: false })
    const told = await ownerPool().query(`SELECT staff_id FROM notice WHERE kind = 'glass_broken' AND key = $1`, [id])
    expect(told.rows.map((row) => row.staff_id)).toEqual([supervisor.id])
    const trail = await ownerPool().query(
      `SELECT office_id, action, case_id FROM audit_event WHERE actor_id = $1 AND (detail ->> 'breakGlassId' = $2 OR case_id = $3) ORDER BY at, office_id`,
      [rescuer.id, id, found.id],
    )
    expect(trail.rows).toEqual(
      expect.arrayContaining([
        { office_id: office, action: 'break_glass.opened', case_id: found.id },
        { office_id: far, action: 'break_glass.opened', case_id: null },
        { office_id: office, action: 'break_glass.read', case_id: found.id },
      ]),
    )
    const page = await readCase(staffGrant(officer, 'case.read'), found.number)
    expect(page?.emergencies).toMatchObject([{ id, by: rescuer.displayName, words: WORDS, isOpen: true }])
    await readEmergency(rescue(), id)
    const readings = await ownerPool().query(
      `SELECT 1 FROM audit_event WHERE action = 'break_glass.read' AND case_id = $1`,
      [found.id],
    )
    expect(readings.rowCount).toBe(1)
  })

  test('is closed to everything that is no opening of this person: in the database, too', async () => {
    expect(await rowsAs(rescuerAs(), 'SELECT 1 FROM cases')).toBe(0)
    const id = await opened()
    expect(await rowsAs(rescuerAs(), 'SELECT 1 FROM cases')).toBe(1)
    expect(await rowsAs(rescuerAs(), 'SELECT 1 FROM case_key')).toBe(1)
    const other = await aStaffMember(far, 'supervisor')
    expect(await rowsAs(rescuerAs(other), 'SELECT 1 FROM cases')).toBe(0)
    expect(await readEmergency(rescue(other), id)).toBeNull()
    await over(id)
    expect(await rowsAs(rescuerAs(), 'SELECT 1 FROM case_key')).toBe(0)
    expect(await readEmergency(rescue(), id)).toBeNull()
  })

  test('lets nothing be written, and not what only the office knows be read', async () => {
    await opened()
    for (const table of ['note', 'task', 'audit_event', 'referral']) {
      expect(await rowsAs(rescuerAs(), `SELECT 1 FROM ${table}`), table).toBe(0)
    }
    expect(await rowsAs(rescuerAs(), `UPDATE cases SET severity = 'low'`)).toBe(0)
    expect(await rowsAs(rescuerAs(), `UPDATE statement SET language = 'xx'`)).toBe(0)
    await expect(as(rescuerAs(), `UPDATE break_glass SET ends_at = now() + interval '1 hour'`)).rejects.toThrow(
      'permission denied',
    )
    await expect(
      as(
        rescuerAs(),
        `INSERT INTO note (id, case_id, author_id, kind, sealed_body) VALUES ($1, $2, $3, 'note', '\\x01')`,
        randomUUID(),
        found.id,
        rescuer.id,
      ),
    ).rejects.toThrow('row-level security')
  })

  test('is for supervisors in their own name, of another office, five times a day', async () => {
    const call = `SELECT * FROM app.break_glass('${found.number}', '${randomUUID()}', 'missing', 30)`
    const caseworker = await aStaffMember(far, 'caseworker')
    const refused = 'only a supervisor'
    await expect(as(rescuerAs(caseworker), call)).rejects.toThrow(refused)
    await expect(as({ ...rescuerAs(), office_id: office }, call)).rejects.toThrow(refused)
    await expect(as({ ...rescuerAs(), actor_kind: 'staff', role: 'supervisor' }, call)).rejects.toThrow(refused)
    expect(await openEmergency(rescue(supervisor), opening())).toEqual({ ok: false, error: { code: 'not_found' } })
    expect(await openEmergency(rescue(), opening('K7M4-Q9XD'))).toEqual({ ok: false, error: { code: 'not_found' } })
    for (let turn = 0; turn < 5; turn += 1)
      expect((await openEmergency(rescue(), opening((await aCase()).number))).ok).toBe(true)
    expect(await openEmergency(rescue(), opening())).toEqual({ ok: false, error: { code: 'too_often' } })
    await expect(as(rescuerAs(), call)).rejects.toThrow('opened too often')
  })

  test('has a reason, an hour at most, and one opening at a time', async () => {
    const id = await opened()
    expect(await opened()).toBe(id)
    const long = await openEmergency(rescue(), { ...opening((await aCase()).number), minutes: 600 })
    const { rows } = await ownerPool().query(
      `SELECT ends_at - opened_at <= interval '1 hour' AS short FROM break_glass`,
    )
    expect([long.ok, rows.every(({ short }) => short)]).toEqual([true, true])
    await expect(
      ownerPool().query(
        `INSERT INTO break_glass (id, case_id, staff_id, by_office_id, reason_code, opened_at, ends_at) VALUES ($1, $2, $3, $4, 'missing', now(), now() + interval '1 minute')`,
        [randomUUID(), found.id, rescuer.id, far],
      ),
    ).rejects.toThrow('an emergency has a reason')
  })

  test('ends at once when the office, the opener or an account says so', async () => {
    const first = await opened()
    expect((await answer(officer, first, { what: 'ended' })).ok).toBe(true)
    expect(await readEmergency(rescue(), first)).toBeNull()
    const second = await opened()
    expect(await endOwnEmergency(rescue(), second)).toBe(true)
    expect(await readEmergency(rescue(), second)).toBeNull()
    const third = await opened()
    await ownerPool().query('UPDATE staff SET is_active = false WHERE id = $1', [rescuer.id])
    expect(await readEmergency(rescue(), third)).toBeNull()
    await ownerPool().query('UPDATE staff SET is_active = true WHERE id = $1', [rescuer.id])
  })

  test('is judged by a supervisor or the officer of the case, once it is over', async () => {
    const id = await opened()
    expect((await answer(supervisor, id, { what: 'justified' })).ok).toBe(false)
    expect((await answer(supervisor, id, { what: 'seen' })).ok).toBe(true)
    await over(id)
    expect((await answer(officer, id, { what: 'not_justified' })).ok).toBe(false)
    await ownerPool().query('UPDATE cases SET assignee_id = $1 WHERE id = $2', [officer.id, found.id])
    expect((await answer(officer, id, { what: 'not_justified' })).ok).toBe(true)
    expect((await answer(supervisor, id, { what: 'justified' })).ok).toBe(false)
    expect((await answer(supervisor, randomUUID(), { what: 'seen' })).ok).toBe(false)
  })
})

describe('the worker', () => {
  test('is told of an emergency when it is over, later where knowing is not safe, never silently not at all', async () => {
    const id = await opened()
    expect((await own())?.emergencies).toEqual([])
    await over(id)
    expect((await own())?.emergencies).toMatchObject([{ office: 'osaka', by: '', words: null }])
    expect(
      (await answer(supervisor, id, { what: 'held_back', words: 'The foreman has the phone.', days: 30 })).ok,
    ).toBe(true)
    expect((await own())?.emergencies).toEqual([])
    const forever = `SELECT app.answer_glass('${id}', 'held_back', '\\x01', now() + interval '31 days') AS done`
    const who = { actor_kind: 'staff', role: 'supervisor', office_id: office, actor_id: supervisor.id }
    expect((await as(who, forever)).rows).toEqual([{ done: false }])
    await ownerPool().query(`UPDATE break_glass SET held_back_until = now() - interval '1 minute'`)
    expect((await own())?.emergencies).toHaveLength(1)
    expect(await rowsAs(workerOf((await aCase()).id), 'SELECT 1 FROM break_glass')).toBe(0)
  })

  test('sees who read the case: office, role, day and kind; a name only of who wrote', async () => {
    await readCase(staffGrant(officer, 'case.read'), found.number)
    await readCase(staffGrant(supervisor, 'case.read'), found.number)
    await writeMessage(staffGrant(supervisor, 'case.write_message'), {
      number: found.number,
      requestId: randomUUID(),
      text: 'Chào bạn',
    })
    const readings = (await own())?.readings ?? []
    expect(readings.map(({ role, name, office: where, what }) => ({ role, name, where, what }))).toEqual(
      expect.arrayContaining([
        { role: 'caseworker', name: null, where: 'minato', what: 'case' },
        { role: 'supervisor', name: supervisor.displayName, where: 'minato', what: 'case' },
      ]),
    )
    expect(readings).toHaveLength(2)
    expect(readings[0]?.day).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
  })
})
