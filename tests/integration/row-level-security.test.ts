import { beforeAll, describe, expect, test } from 'vitest'
import { aStaffMember } from '../support/builders'
import { ownerPool } from '../support/database'
import { as, staffAs, staffOf, workerOf, type Who } from '../support/raw-sql'
import { aToldLedger } from '../support/told-ledger'

/** Tables that hang on a case: nobody but the case's own people may see a row. */
const CASE_TABLES = [
  'cases',
  'case_key',
  'statement',
  'case_person',
  'case_party',
  'fee_line',
  'loan',
  'wage_fact',
  'placement',
  'fee_assessment',
  'ledger_revision',
  'state_move',
  'consent',
  'deadline',
  'indicator_finding',
]

/** Those of them that are for the office alone. */
const OFFICE_TABLES = ['indicator_finding', 'ledger_revision']

let officeId = ''
let otherOfficeId = ''
let caseId = ''

beforeAll(async () => {
  ;({ officeId, otherOfficeId, caseId } = await aToldLedger())
})

describe('as raw SQL under the application role', () => {
  test.each(CASE_TABLES)('%s: only the office of the case and the worker of the case see rows', async (table) => {
    const seen = async (who: Who) => (await as(who, `SELECT 1 FROM ${table}`)).rowCount
    expect(await seen(staffOf(officeId))).toBeGreaterThan(0)
    expect(await seen({})).toBe(0)
    expect(await seen(staffOf(otherOfficeId))).toBe(0)
    expect(await seen(staffOf(officeId, 'administrator'))).toBe(0)
    expect(await seen(workerOf(crypto.randomUUID()))).toBe(0)
    expect(await seen({ actor_kind: 'door' })).toBe(0)
    expect(await seen({ actor_kind: 'system' })).toBe(0)
    const own = await seen(workerOf(caseId))
    if (OFFICE_TABLES.includes(table)) expect(own).toBe(0)
    else expect(own).toBeGreaterThan(0)
  })

  test('a caseworker changes no case of another office, and cannot move one there', async () => {
    expect((await as(staffOf(otherOfficeId), `UPDATE cases SET severity = 'low'`)).rowCount).toBe(0)
    await expect(as(staffOf(officeId), 'UPDATE cases SET office_id = $1', otherOfficeId)).rejects.toThrow(
      'row-level security',
    )
  })

  test('nobody deletes a case, a message or an audit event', async () => {
    for (const table of ['cases', 'message', 'audit_event', 'note', 'consent'])
      await expect(as(staffOf(officeId), `DELETE FROM ${table}`), table).rejects.toThrow('permission denied')
  })

  test('an audit event is never changed, not even by the owner of the table', async () => {
    await expect(as(staffOf(officeId), `UPDATE audit_event SET action = 'x'`)).rejects.toThrow('permission denied')
    await expect(ownerPool().query(`UPDATE audit_event SET action = 'x'`)).rejects.toThrow('never changed')
    await expect(ownerPool().query('DELETE FROM audit_event')).rejects.toThrow('never changed')
    await expect(ownerPool().query('TRUNCATE audit_event')).rejects.toThrow('never changed')
  })

  test('nobody appends an audit event in another name', async () => {
    const who = staffOf(officeId)
    await expect(
      as(
        who,
        `INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action) VALUES (gen_random_uuid(), $1, 'staff', gen_random_uuid(), 'x')`,
        officeId,
      ),
    ).rejects.toThrow('row-level security')
  })

  test('password hashes are for the door alone', async () => {
    const staff = await aStaffMember(officeId, 'administrator')
    await ownerPool().query(`INSERT INTO staff_credential (staff_id, password_hash) VALUES ($1, 'hash')`, [staff.id])
    expect((await as(staffAs(staff), 'SELECT 1 FROM staff_credential')).rowCount).toBe(0)
    expect((await as({ actor_kind: 'door' }, 'SELECT 1 FROM staff_credential')).rowCount).toBe(1)
  })

  test('the role owns nothing, bypasses nothing and makes nothing', async () => {
    const { rows } = await as<{ rolsuper: boolean; rolbypassrls: boolean; rolcreaterole: boolean }>(
      {},
      'SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user',
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }])
    await expect(as({}, 'CREATE TABLE x ()')).rejects.toThrow('permission denied')
    await expect(as({}, 'ALTER TABLE cases DISABLE ROW LEVEL SECURITY')).rejects.toThrow('must be owner')
  })
})

describe('staff, as raw SQL', () => {
  test('write in their own name, in their own office, and change no words', async () => {
    const who = staffOf(officeId)
    await expect(
      as(
        who,
        `INSERT INTO note (id, case_id, author_id, sealed_body, request_id, created_at) VALUES (gen_random_uuid(), $1, gen_random_uuid(), '\\x00', gen_random_uuid(), now())`,
        caseId,
      ),
    ).rejects.toThrow('row-level security')
    await expect(
      as(
        who,
        `INSERT INTO message (id, case_id, direction, language, sealed_body, request_id, sent_at) VALUES (gen_random_uuid(), $1, 'from_worker', 'vi', '\\x00', gen_random_uuid(), now())`,
        caseId,
      ),
    ).rejects.toThrow('row-level security')
    await expect(
      as(
        who,
        `INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action) VALUES (gen_random_uuid(), $1, 'staff', $2, 'x')`,
        otherOfficeId,
        who.actor_id,
      ),
    ).rejects.toThrow('row-level security')
    await expect(as(who, 'UPDATE cases SET code_hash = NULL')).rejects.toThrow('no check allows another code')
    await expect(as(who, `UPDATE statement SET language = 'en'`)).rejects.toThrow('may not change')
  })

  test('who see no case write nothing into the register of organisations', async () => {
    const add = (who: Who) => as(who, `INSERT INTO party (id, country, name) VALUES (gen_random_uuid(), 'VN', 'x')`)
    await expect(add(staffOf(officeId, 'administrator'))).rejects.toThrow('row-level security')
    expect((await add(staffOf(officeId))).rowCount).toBe(1)
  })

  test('check the whole chain of their office as supervisors, and cannot as caseworkers', async () => {
    const check = (who: Who, office: string) =>
      as<{ seq: string | null }>(who, 'SELECT app.first_broken_audit($1) AS seq', office)
    expect((await check(staffOf(officeId, 'supervisor'), officeId)).rows).toEqual([{ seq: null }])
    for (const who of [staffOf(officeId), staffOf(otherOfficeId, 'supervisor'), {}])
      await expect(check(who, officeId)).rejects.toThrow('supervisors and administrators')
  })
})
