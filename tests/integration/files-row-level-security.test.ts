import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { hashToken } from '@/lib/platform/token'
import { anOffice } from '../support/builders'
import { appUrl, emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { aDraftHolder, aStore, sendFile, sendPieces } from '../support/draft-files'
import { aPhoto } from '../support/files'
import { aCase } from '../support/own-case'

type Who = Readonly<Record<string, string>>

aStore()
let app: Client
let officeId = ''
let otherOfficeId = ''
let caseId = ''
let otherCaseId = ''
let mine: Who
let other: Who

beforeAll(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  officeId = await anOffice('helpdesk', { isDefaultIntake: true })
  otherOfficeId = await anOffice('union')
  const [draft, otherDraft, own, otherOwn] = [await aDraftHolder(), await aDraftHolder(), await aCase(), await aCase()]
  const reporter = (token: string) => ({
    actor_kind: 'reporter',
    token_hash: Buffer.from(hashToken(token)).toString('hex'),
  })
  mine = reporter(draft.token)
  other = reporter(otherDraft.token)
  caseId = own.id
  otherCaseId = otherOwn.id
  await sendPieces(draft, await aPhoto())
  const holder = { kind: 'case' as const, grant: own.write }
  await sendPieces(holder, await aPhoto())
  await sendFile(holder, await aPhoto())
  app = new Client({ connectionString: appUrl })
  await app.connect()
})
afterAll(() => app.end())

async function as(who: Who, sql: string, ...values: unknown[]): Promise<number | null> {
  await app.query('BEGIN')
  try {
    for (const [name, value] of Object.entries(who))
      await app.query('SELECT set_config($1, $2, true)', [`app.${name}`, value])
    return (await app.query(sql, values)).rowCount
  } finally {
    await app.query('ROLLBACK')
  }
}

const worker = (id: string): Who => ({ actor_kind: 'worker', case_id: id })
const staff = (office: string, role = 'caseworker'): Who => ({
  actor_kind: 'staff',
  role,
  office_id: office,
  actor_id: crypto.randomUUID(),
})

describe('files on their way', () => {
  const seen = (who: Who) => as(who, 'SELECT 1 FROM upload')

  test('of a draft are for its token, of a case for its worker, and for nobody else', async () => {
    expect(await seen(mine)).toBe(1)
    expect(await seen(worker(caseId))).toBe(1)
    for (const who of [
      {},
      other,
      worker(otherCaseId),
      staff(officeId),
      staff(officeId, 'supervisor'),
      staff(officeId, 'administrator'),
    ])
      expect(await seen(who), JSON.stringify(who)).toBe(0)
    expect(await seen({ actor_kind: 'door' })).toBe(0)
    expect(await seen({ actor_kind: 'system' })).toBe(0)
    expect(await seen({ ...mine, actor_kind: 'worker' })).toBe(0)
  })

  test('are changed and taken away by the same', async () => {
    for (const sql of [`UPDATE upload SET state = 'ready'`, 'DELETE FROM upload']) {
      expect(await as(other, sql)).toBe(0)
      expect(await as(worker(otherCaseId), sql)).toBe(0)
      expect(await as(mine, sql)).toBe(1)
    }
  })

  test('are begun in nobody else’s name, and belong to one thing only', async () => {
    const insert = `INSERT INTO upload (id, draft_id, case_id, purpose, declared_bytes, keep_date, sealed_file_key, chunks_key, created_at)
      VALUES (gen_random_uuid(), $1, $2, 'photo', 1, false, '\\x00', gen_random_uuid()::text, now())`
    const { rows } = await ownerPool().query<{ id: string }>(
      'SELECT draft_id AS id FROM upload WHERE draft_id IS NOT NULL',
    )
    const draftId = rows[0]?.id ?? null
    expect(await as(mine, insert, draftId, null)).toBe(1)
    await expect(as(other, insert, draftId, null)).rejects.toThrow('row-level security')
    await expect(as(worker(otherCaseId), insert, null, caseId)).rejects.toThrow('row-level security')
    await expect(as(staff(officeId), insert, null, caseId)).rejects.toThrow('row-level security')
    await expect(as(mine, insert, null, null)).rejects.toThrow('row-level security')
    await expect(as(mine, insert, draftId, caseId)).rejects.toThrow('upload_of_draft_or_case')
  })
})

describe('files of a case', () => {
  const seen = (who: Who) => as(who, 'SELECT 1 FROM evidence')

  test('are seen by the office of the case and by its worker', async () => {
    expect(await seen(staff(officeId))).toBe(1)
    expect(await seen(worker(caseId))).toBe(1)
    for (const who of [{}, mine, worker(otherCaseId), staff(otherOfficeId), staff(officeId, 'administrator')])
      expect(await seen(who), JSON.stringify(who)).toBe(0)
    expect(await seen({ actor_kind: 'system' })).toBe(0)
  })

  test('keep what they are: the office ties them to a payment, the worker to a message and takes them away', async () => {
    for (const role of ['caseworker', 'supervisor'])
      await expect(as(staff(officeId, role), 'UPDATE evidence SET removed_at = now()')).rejects.toThrow(
        'may not change',
      )
    expect(await as(staff(officeId), 'UPDATE evidence SET fee_line_id = gen_random_uuid()')).toBe(1)
    expect(await as(worker(caseId), 'UPDATE evidence SET removed_at = now()')).toBe(1)
    expect(await as(staff(otherOfficeId), 'UPDATE evidence SET removed_at = now()')).toBe(0)
    expect(await as(worker(otherCaseId), 'UPDATE evidence SET removed_at = now()')).toBe(0)
    for (const change of [`storage_key = 'x'`, `format = 'pdf'`, `sealed_file_key = '\\x00'`, 'legal_hold = true']) {
      for (const who of [staff(officeId), worker(caseId)])
        await expect(as(who, `UPDATE evidence SET ${change}`), change).rejects.toThrow('may not change')
    }
    await expect(as(staff(officeId), 'DELETE FROM evidence')).rejects.toThrow('permission denied')
  })

  test('that were taken away stay so, for everybody', async () => {
    for (const who of [staff(officeId), worker(caseId)]) {
      await ownerPool().query('UPDATE evidence SET removed_at = now() WHERE removed_at IS NULL')
      for (const change of ['NULL', `now() + interval '1 day'`])
        await expect(as(who, `UPDATE evidence SET removed_at = ${change}`)).rejects.toThrow('may not change')
    }
    await ownerPool().query('ALTER TABLE evidence DISABLE TRIGGER evidence_stays_removed')
    await ownerPool().query('UPDATE evidence SET removed_at = NULL')
    await ownerPool().query('ALTER TABLE evidence ENABLE TRIGGER evidence_stays_removed')
  })

  test('are put there in nobody else’s name', async () => {
    const insert = `INSERT INTO evidence (id, case_id, kind, format, content_type, size_bytes, sealed_sha256, sealed_file_key, storage_key, added_by_kind, added_by_id, added_at)
      VALUES (gen_random_uuid(), $1, 'photo', 'jpeg', 'image/jpeg', 1, '\\x00', '\\x00', gen_random_uuid()::text, $2, $3, now())`
    const officer = staff(officeId)
    expect(await as(officer, insert, caseId, 'staff', officer['actor_id'])).toBe(1)
    expect(await as(worker(caseId), insert, caseId, 'worker', null)).toBe(1)
    for (const [who, kind, by] of [
      [officer, 'worker', null],
      [officer, 'staff', crypto.randomUUID()],
      [worker(caseId), 'staff', null],
      [worker(otherCaseId), 'worker', null],
      [mine, 'worker', null],
    ] as const)
      await expect(as(who, insert, caseId, kind, by)).rejects.toThrow('row-level security')
  })

  test('only the system asks which objects are still needed', async () => {
    await expect(as(staff(officeId), `SELECT app.kept_objects('{}')`)).rejects.toThrow('only the system')
    const { rows } = await ownerPool().query<{ key: string }>('SELECT storage_key AS key FROM evidence')
    const keys = [rows[0]?.key, 'ab/nobody']
    expect(await as({ actor_kind: 'system' }, 'SELECT * FROM app.kept_objects($1)', keys)).toBe(1)
  })
})
