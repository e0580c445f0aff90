import { beforeAll, describe, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { hashToken } from '@/lib/platform/token'
import { anOffice } from '../support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { aDraftHolder, aStore, sendFile, sendPieces } from '../support/draft-files'
import { aPhoto } from '../support/files'
import { aCase } from '../support/own-case'
import { rowsAs, staffOf, workerOf, type Who } from '../support/raw-sql'

aStore()
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
})

describe('files on their way', () => {
  const seen = (who: Who) => rowsAs(who, 'SELECT 1 FROM upload')

  test('of a draft are for its token, of a case for its worker, and for nobody else', async () => {
    expect(await seen(mine)).toBe(1)
    expect(await seen(workerOf(caseId))).toBe(1)
    for (const who of [
      {},
      other,
      workerOf(otherCaseId),
      staffOf(officeId),
      staffOf(officeId, 'supervisor'),
      staffOf(officeId, 'administrator'),
    ])
      expect(await seen(who), JSON.stringify(who)).toBe(0)
    expect(await seen({ actor_kind: 'door' })).toBe(0)
    expect(await seen({ actor_kind: 'system' })).toBe(0)
    expect(await seen({ ...mine, actor_kind: 'worker' })).toBe(0)
  })

  test('are changed and taken away by the same', async () => {
    for (const sql of [`UPDATE upload SET state = 'ready'`, 'DELETE FROM upload']) {
      expect(await rowsAs(other, sql)).toBe(0)
      expect(await rowsAs(workerOf(otherCaseId), sql)).toBe(0)
      expect(await rowsAs(mine, sql)).toBe(1)
    }
  })

  test('are begun in nobody else’s name, and belong to one thing only', async () => {
    const insert = `INSERT INTO upload (id, draft_id, case_id, purpose, declared_bytes, keep_date, sealed_file_key, chunks_key, created_at)
      VALUES (gen_random_uuid(), $1, $2, 'photo', 1, false, '\\x00', gen_random_uuid()::text, now())`
    const { rows } = await ownerPool().query<{ id: string }>(
      'SELECT draft_id AS id FROM upload WHERE draft_id IS NOT NULL',
    )
    const draftId = rows[0]?.id ?? null
    expect(await rowsAs(mine, insert, draftId, null)).toBe(1)
    await expect(rowsAs(other, insert, draftId, null)).rejects.toThrow('row-level security')
    await expect(rowsAs(workerOf(otherCaseId), insert, null, caseId)).rejects.toThrow('row-level security')
    await expect(rowsAs(staffOf(officeId), insert, null, caseId)).rejects.toThrow('row-level security')
    await expect(rowsAs(mine, insert, null, null)).rejects.toThrow('row-level security')
    await expect(rowsAs(mine, insert, draftId, caseId)).rejects.toThrow('upload_of_draft_or_case')
  })
})

describe('files of a case', () => {
  const seen = (who: Who) => rowsAs(who, 'SELECT 1 FROM evidence')

  test('are seen by the office of the case and by its worker', async () => {
    expect(await seen(staffOf(officeId))).toBe(1)
    expect(await seen(workerOf(caseId))).toBe(1)
    for (const who of [{}, mine, workerOf(otherCaseId), staffOf(otherOfficeId), staffOf(officeId, 'administrator')])
      expect(await seen(who), JSON.stringify(who)).toBe(0)
    expect(await seen({ actor_kind: 'system' })).toBe(0)
  })

  test('keep what they are: the office ties them to a payment, the worker to a message and takes them away', async () => {
    for (const role of ['caseworker', 'supervisor'])
      await expect(rowsAs(staffOf(officeId, role), 'UPDATE evidence SET removed_at = now()')).rejects.toThrow(
        'may not change',
      )
    expect(await rowsAs(staffOf(officeId), 'UPDATE evidence SET fee_line_id = gen_random_uuid()')).toBe(1)
    expect(await rowsAs(workerOf(caseId), 'UPDATE evidence SET removed_at = now()')).toBe(1)
    expect(await rowsAs(staffOf(otherOfficeId), 'UPDATE evidence SET removed_at = now()')).toBe(0)
    expect(await rowsAs(workerOf(otherCaseId), 'UPDATE evidence SET removed_at = now()')).toBe(0)
    for (const change of [`storage_key = 'x'`, `format = 'pdf'`, `sealed_file_key = '\\x00'`, 'legal_hold = true']) {
      for (const who of [staffOf(officeId), workerOf(caseId)])
        await expect(rowsAs(who, `UPDATE evidence SET ${change}`), change).rejects.toThrow('may not change')
    }
    await expect(rowsAs(staffOf(officeId), 'DELETE FROM evidence')).rejects.toThrow('permission denied')
  })

  test('that were taken away stay so, for everybody', async () => {
    for (const who of [staffOf(officeId), workerOf(caseId)]) {
      await ownerPool().query('UPDATE evidence SET removed_at = now() WHERE removed_at IS NULL')
      for (const change of ['NULL', `now() + interval '1 day'`])
        await expect(rowsAs(who, `UPDATE evidence SET removed_at = ${change}`)).rejects.toThrow('may not change')
    }
    await ownerPool().query('ALTER TABLE evidence DISABLE TRIGGER evidence_stays_removed')
    await ownerPool().query('UPDATE evidence SET removed_at = NULL')
    await ownerPool().query('ALTER TABLE evidence ENABLE TRIGGER evidence_stays_removed')
  })

  test('are put there in nobody else’s name', async () => {
    const insert = `INSERT INTO evidence (id, case_id, kind, format, content_type, size_bytes, sealed_sha256, sealed_file_key, storage_key, added_by_kind, added_by_id, added_at)
      VALUES (gen_random_uuid(), $1, 'photo', 'jpeg', 'image/jpeg', 1, '\\x00', '\\x00', gen_random_uuid()::text, $2, $3, now())`
    const officer = staffOf(officeId)
    expect(await rowsAs(officer, insert, caseId, 'staff', officer.actor_id)).toBe(1)
    expect(await rowsAs(workerOf(caseId), insert, caseId, 'worker', null)).toBe(1)
    for (const [who, kind, by] of [
      [officer, 'worker', null],
      [officer, 'staff', crypto.randomUUID()],
      [workerOf(caseId), 'staff', null],
      [workerOf(otherCaseId), 'worker', null],
      [mine, 'worker', null],
    ] as const)
      await expect(rowsAs(who, insert, caseId, kind, by)).rejects.toThrow('row-level security')
  })

  test('only the system asks which objects are still needed', async () => {
    await expect(rowsAs(staffOf(officeId), `SELECT app.kept_objects('{}')`)).rejects.toThrow('only the system')
    const { rows } = await ownerPool().query<{ key: string }>('SELECT storage_key AS key FROM evidence')
    const keys = [rows[0]?.key, 'ab/nobody']
    expect(await rowsAs({ actor_kind: 'system' }, 'SELECT * FROM app.kept_objects($1)', keys)).toBe(1)
  })
})
