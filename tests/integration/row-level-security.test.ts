import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { findCaseSeal } from '@/lib/data/case-keys'
import { within } from '@/lib/data/within'
import { submitReport } from '@/lib/usecases/submit-report'
import { anOffice, aReport, aStaffMember, reporterGrant, staffGrant, STORY } from '../support/builders'
import { appUrl, ownerPool, ownerUrl } from '../support/database'

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

type Who = Partial<Record<'actor_kind' | 'actor_id' | 'office_id' | 'role' | 'case_id', string>>

let app: Client
let officeId = ''
let otherOfficeId = ''
let caseId = ''

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officeId = await anOffice('helpdesk', { isDefaultIntake: true })
  otherOfficeId = await anOffice('union')
  const sent = await submitReport(reporterGrant(), {
    answers: aReport({
      grievances: ['fees_debt', 'document_retention'],
      debt: { borrowed: 'yes', owedMinor: '50000000', currency: 'VND' },
      pay: { contractMonths: 36, contractWageMinor: '170000', currency: 'JPY' },
    }),
    locale: 'vi',
    channel: 'web',
    token: null,
  })
  if (!sent.ok) throw new Error(sent.error.code)
  caseId = (await ownerPool().query<{ id: string }>('SELECT id FROM cases')).rows[0]?.id ?? ''
  await ownerPool().query(
    `INSERT INTO ledger_revision (id, case_id, subject, subject_id, change, sealed_before, changed_by_kind, changed_by_id, changed_at)
     SELECT gen_random_uuid(), case_id, 'fee_line', id, 'changed', '\\x00', 'staff', gen_random_uuid(), now() FROM fee_line`,
  )
  app = new Client({ connectionString: appUrl })
  await app.connect()
})
afterAll(() => app.end())

async function as<T extends object>(
  who: Who,
  sql: string,
  ...values: unknown[]
): Promise<{ rows: T[]; rowCount: number | null }> {
  await app.query('BEGIN')
  try {
    for (const [name, value] of Object.entries(who))
      await app.query('SELECT set_config($1, $2, true)', [`app.${name}`, value])
    return await app.query<T>(sql, values)
  } finally {
    await app.query('ROLLBACK')
  }
}

const caseworker = (office: string): Who => ({
  actor_kind: 'staff',
  role: 'caseworker',
  office_id: office,
  actor_id: crypto.randomUUID(),
})

describe('as raw SQL under the application role', () => {
  test.each(CASE_TABLES)('%s: only the office of the case and the worker of the case see rows', async (table) => {
    const seen = async (who: Who) => (await as(who, `SELECT 1 FROM ${table}`)).rowCount
    expect(await seen(caseworker(officeId))).toBeGreaterThan(0)
    expect(await seen({})).toBe(0)
    expect(await seen(caseworker(otherOfficeId))).toBe(0)
    expect(await seen({ ...caseworker(officeId), role: 'administrator' })).toBe(0)
    expect(await seen({ actor_kind: 'worker', case_id: crypto.randomUUID() })).toBe(0)
    expect(await seen({ actor_kind: 'door' })).toBe(0)
    expect(await seen({ actor_kind: 'system' })).toBe(0)
    const own = await seen({ actor_kind: 'worker', case_id: caseId })
    if (OFFICE_TABLES.includes(table)) expect(own).toBe(0)
    else expect(own).toBeGreaterThan(0)
  })

  test('a caseworker changes no case of another office, and cannot move one there', async () => {
    expect((await as(caseworker(otherOfficeId), `UPDATE cases SET severity = 'low'`)).rowCount).toBe(0)
    await expect(as(caseworker(officeId), 'UPDATE cases SET office_id = $1', otherOfficeId)).rejects.toThrow(
      'row-level security',
    )
  })

  test('nobody deletes a case, a message or an audit event', async () => {
    for (const table of ['cases', 'message', 'audit_event', 'note', 'consent'])
      await expect(as(caseworker(officeId), `DELETE FROM ${table}`), table).rejects.toThrow('permission denied')
  })

  test('an audit event is never changed, not even by the owner of the table', async () => {
    await expect(as(caseworker(officeId), `UPDATE audit_event SET action = 'x'`)).rejects.toThrow('permission denied')
    await expect(ownerPool().query(`UPDATE audit_event SET action = 'x'`)).rejects.toThrow('never changed')
    await expect(ownerPool().query('DELETE FROM audit_event')).rejects.toThrow('never changed')
    await expect(ownerPool().query('TRUNCATE audit_event')).rejects.toThrow('never changed')
  })

  test('nobody appends an audit event in another name', async () => {
    const who = caseworker(officeId)
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
    expect(
      (
        await as(
          { actor_kind: 'staff', role: 'administrator', office_id: officeId, actor_id: staff.id },
          'SELECT 1 FROM staff_credential',
        )
      ).rowCount,
    ).toBe(0)
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

describe('a worker, as raw SQL', () => {
  const worker = (): Who => ({ actor_kind: 'worker', case_id: caseId })
  const refused = /row-level security|may not change/

  test('changes of the case only what own acts change', async () => {
    for (const change of [
      `severity = 'low'`,
      `number = 'X'`,
      'code_hash = NULL',
      `received_at = now() - interval '1 year'`,
      'is_test = true',
      'triaged_at = now()',
      'first_reply_at = now()',
      'is_admissible = true',
      `assignee_id = '${crypto.randomUUID()}'`,
    ])
      await expect(as(worker(), `UPDATE cases SET ${change}`), change).rejects.toThrow(refused)
    await expect(as(worker(), 'UPDATE cases SET office_id = $1', otherOfficeId)).rejects.toThrow(refused)
    expect(
      (
        await as(
          worker(),
          `UPDATE cases SET unread_from_worker = 1, in_statistics = false, assignee_id = NULL, version = version + 1`,
        )
      ).rowCount,
    ).toBe(1)
  })

  test('writes nothing in the name of an officer', async () => {
    const officer = await aStaffMember(officeId, 'caseworker')
    const message = (direction: string, author: string | null) =>
      as(
        worker(),
        `INSERT INTO message (id, case_id, direction, author_staff_id, language, sealed_body, request_id, sent_at) VALUES (gen_random_uuid(), $1, $2, $3, 'vi', '\\x00', gen_random_uuid(), now())`,
        caseId,
        direction,
        author,
      )
    await expect(message('to_worker', officer.id)).rejects.toThrow(refused)
    await expect(message('to_worker', null)).rejects.toThrow(refused)
    await expect(message('from_worker', officer.id)).rejects.toThrow(refused)
    expect((await message('from_worker', null)).rowCount).toBe(1)
    const move = (kind: string, by: string | null) =>
      as(
        worker(),
        `INSERT INTO state_move (id, case_id, from_state, to_state, by_kind, by_staff_id, moved_at) VALUES (gen_random_uuid(), $1, 'received', 'closed', $2, $3, now())`,
        caseId,
        kind,
        by,
      )
    await expect(move('staff', officer.id)).rejects.toThrow(refused)
    expect((await move('worker', null)).rowCount).toBe(1)
    await expect(
      as(
        worker(),
        `INSERT INTO consent (id, case_id, kind, language, text_version, method, witness_staff_id, given_at) VALUES (gen_random_uuid(), $1, 'contact_party', 'vi', '1', 'told_to_officer', $2, now())`,
        caseId,
        officer.id,
      ),
    ).rejects.toThrow(refused)
    await expect(
      as(
        worker(),
        `INSERT INTO remedy (id, case_id, type, claimed_at) VALUES (gen_random_uuid(), $1, 'refund', now())`,
        caseId,
      ),
    ).rejects.toThrow(refused)
    await expect(
      as(
        worker(),
        `INSERT INTO audit_event (id, office_id, actor_kind, action, case_id) VALUES (gen_random_uuid(), $1, 'worker', 'x', $2)`,
        otherOfficeId,
        caseId,
      ),
    ).rejects.toThrow(refused)
  })

  test('changes no words, moves no date of a running clock, and takes a yes back once', async () => {
    expect((await as(worker(), `UPDATE statement SET language = 'en'`)).rowCount).toBe(0)
    await expect(as(worker(), `UPDATE deadline SET due_at = now() + interval '1 year'`)).rejects.toThrow(refused)
    await expect(as(worker(), `UPDATE consent SET kind = 'contact_party', withdrawn_at = now()`)).rejects.toThrow(
      refused,
    )
    await expect(as(worker(), `UPDATE consent SET expires_at = NULL`)).rejects.toThrow(refused)
    expect((await as(worker(), `UPDATE consent SET withdrawn_at = now()`)).rowCount).toBeGreaterThan(0)
  })

  test('is told no more of an officer than the name', async () => {
    const officer = await aStaffMember(officeId, 'caseworker')
    await ownerPool().query(
      `INSERT INTO message (id, case_id, direction, author_staff_id, language, sealed_body, request_id, sent_at) VALUES (gen_random_uuid(), $1, 'to_worker', $2, 'vi', '\\x00', gen_random_uuid(), now())`,
      [caseId, officer.id],
    )
    expect((await as(worker(), 'SELECT 1 FROM staff')).rowCount).toBe(0)
    expect((await as(worker(), 'SELECT * FROM app.message_authors($1)', caseId)).rows).toEqual([
      { id: officer.id, display_name: officer.displayName },
    ])
    expect(
      (
        await as(
          { actor_kind: 'worker', case_id: crypto.randomUUID() },
          'SELECT * FROM app.message_authors($1)',
          caseId,
        )
      ).rows,
    ).toEqual([])
    expect((await as(caseworker(otherOfficeId), 'SELECT * FROM app.message_authors($1)', caseId)).rows).toEqual([])
  })
})

describe('staff, as raw SQL', () => {
  test('write in their own name, in their own office, and change no words', async () => {
    const who = caseworker(officeId)
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
    await expect(add({ ...caseworker(officeId), role: 'administrator' })).rejects.toThrow('row-level security')
    expect((await add(caseworker(officeId))).rowCount).toBe(1)
  })

  test('check the whole chain of their office as supervisors, and cannot as caseworkers', async () => {
    const check = (who: Who, office: string) =>
      as<{ seq: string | null }>(who, 'SELECT app.first_broken_audit($1) AS seq', office)
    expect((await check({ ...caseworker(officeId), role: 'supervisor' }, officeId)).rows).toEqual([{ seq: null }])
    for (const who of [caseworker(officeId), { ...caseworker(otherOfficeId), role: 'supervisor' }, {}])
      await expect(check(who, officeId)).rejects.toThrow('supervisors and administrators')
  })
})

describe('the ledger, as raw SQL', () => {
  const worker = (): Who => ({ actor_kind: 'worker', case_id: caseId })
  const revision = (who: Who, by: string | undefined) =>
    as(
      who,
      `INSERT INTO ledger_revision (id, case_id, subject, subject_id, change, sealed_before, changed_by_kind, changed_by_id, changed_at) VALUES (gen_random_uuid(), $1, 'loan', gen_random_uuid(), 'removed', '\\x00', 'staff', $2, now())`,
      caseId,
      by,
    )

  test.each(['fee_line', 'loan', 'wage_fact', 'placement'])(
    'a worker tells of a %s and changes none',
    async (table) => {
      const change = `UPDATE ${table} SET version = version + 1`
      expect((await as(worker(), change)).rowCount).toBe(0)
      expect((await as(caseworker(otherOfficeId), change)).rowCount).toBe(0)
      expect((await as(caseworker(officeId), change)).rowCount).toBeGreaterThan(0)
      await expect(as(caseworker(officeId), `DELETE FROM ${table}`)).rejects.toThrow('permission denied')
    },
  )

  test.each(['loan', 'wage_fact'])('nobody adds a %s in the name of another', async (table) => {
    const more = table === 'loan' ? ['', ''] : [', kind, amount_minor, currency', `, 'told_before', 1, 'JPY'`]
    const add = (who: Who, kind: string, by: string | undefined) =>
      as(
        who,
        `INSERT INTO ${table} (id, case_id, added_by_kind, added_by_id, created_at${more[0]}) VALUES (gen_random_uuid(), $1, $2, $3, now()${more[1]})`,
        caseId,
        kind,
        by,
      )
    const officer = caseworker(officeId)
    await expect(add(worker(), 'staff', officer.actor_id)).rejects.toThrow('row-level security')
    await expect(add(officer, 'staff', crypto.randomUUID())).rejects.toThrow('row-level security')
    await expect(add(caseworker(otherOfficeId), 'staff', undefined)).rejects.toThrow('row-level security')
    expect((await add(officer, 'staff', officer.actor_id)).rowCount).toBe(1)
    expect((await add(worker(), 'worker', undefined)).rowCount).toBe(1)
  })

  test('what was before an edit is written in the own name, and never changed', async () => {
    const officer = caseworker(officeId)
    expect((await revision(officer, officer.actor_id)).rowCount).toBe(1)
    await expect(revision(officer, crypto.randomUUID())).rejects.toThrow('row-level security')
    await expect(revision(worker(), officer.actor_id)).rejects.toThrow('row-level security')
    const stranger = caseworker(otherOfficeId)
    await expect(revision(stranger, stranger.actor_id)).rejects.toThrow('row-level security')
    await expect(as(officer, `UPDATE ledger_revision SET change = 'x'`)).rejects.toThrow('permission denied')
  })

  test('a verdict stays as it was reached; that it was seen can be noted', async () => {
    const officer = caseworker(officeId)
    await expect(as(officer, `UPDATE fee_assessment SET verdict = 'within_cap'`)).rejects.toThrow('may not change')
    await expect(as(officer, `UPDATE fee_assessment SET result = '{}'`)).rejects.toThrow('may not change')
    expect((await as(officer, `UPDATE fee_assessment SET acknowledged_at = now()`)).rowCount).toBeGreaterThan(0)
    expect((await as(worker(), `UPDATE fee_assessment SET acknowledged_at = now()`)).rowCount).toBe(0)
    await expect(as(officer, 'DELETE FROM fee_assessment')).rejects.toThrow('permission denied')
  })

  test('what others paid is for case staff only', async () => {
    const ask = (who: Who) => as(who, 'SELECT * FROM app.fee_cohort($1, gen_random_uuid())', caseId)
    expect((await ask(caseworker(officeId))).rows).toEqual([])
    for (const who of [
      worker(),
      { actor_kind: 'system' },
      { actor_kind: 'reporter' },
      {},
      { ...caseworker(officeId), role: 'administrator' },
    ])
      await expect(ask(who)).rejects.toThrow('only case staff')
  })

  test('a rule is never rewritten, and nobody but an administrator adds one', async () => {
    for (const who of [caseworker(officeId), { ...caseworker(officeId), role: 'administrator' }, worker()])
      await expect(as(who, `UPDATE fee_rule SET rule = '{}'`)).rejects.toThrow('permission denied')
    await expect(
      as(
        caseworker(officeId),
        `INSERT INTO fee_rule (id, version, rule, created_by_id) VALUES ('x', 1, '{}', gen_random_uuid())`,
      ),
    ).rejects.toThrow('row-level security')
  })
})

describe('the audit chain', () => {
  test('fits, and says exactly where it was broken', async () => {
    for (let index = 0; index < 5; index += 1)
      await submitReport(reporterGrant(), { answers: aReport(), locale: 'vi', channel: 'web', token: null })
    const broken = async () =>
      (await ownerPool().query<{ seq: string | null }>('SELECT app.first_broken_audit($1) AS seq', [officeId])).rows[0]
        ?.seq
    expect(await broken()).toBeNull()
    await ownerPool().query('ALTER TABLE audit_event DISABLE TRIGGER audit_event_fixed')
    await ownerPool().query(`UPDATE audit_event SET detail = '{"channel": "paper"}' WHERE office_id = $1 AND seq = 3`, [
      officeId,
    ])
    await ownerPool().query('ALTER TABLE audit_event ENABLE TRIGGER audit_event_fixed')
    expect(await broken()).toBe('3')
  })
})

describe('destroying the key of a case', () => {
  test('erases its words, here and in a copy without keys', async () => {
    const supervisor = await aStaffMember(officeId, 'supervisor')
    const open = () =>
      within(staffGrant(supervisor, 'case.read'), async (on) => {
        const seal = await findCaseSeal(on, caseId)
        const statement = await on.db.statement.findFirstOrThrow({ where: { caseId } })
        return seal?.unseal('statement.sealed_text', statement.id, statement.sealedText)
      })
    expect(await open()).toBe(STORY)
    await ownerPool().query('DELETE FROM case_key WHERE case_id = $1', [caseId])
    expect(await open()).toBeUndefined()
    expect((await ownerPool().query('SELECT 1 FROM statement WHERE case_id = $1', [caseId])).rowCount).toBe(1)
  })
})
