import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { withClock } from '@/lib/platform/clock'
import { readImport } from '@/lib/usecases/imports/read-import'
import { runImport } from '@/lib/usecases/imports/run-import'
import { beginUndo, finishUndo, startImport, stopImport } from '@/lib/usecases/imports/steps'
import { tendImports } from '@/lib/usecases/imports/tend-imports'
import { takeCase } from '@/lib/usecases/take-case'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { aCsv, checked, HEADINGS, started, versionOf } from '../support/imports'

let officer: StaffActor
const grant = () => staffGrant(officer, 'case.import')
const view = (id: string) => readImport(grant(), id, { wrongAfter: 0, casesAfter: 0 })
const select = async <T = { count: number }>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await ownerPool().query(sql, values)).rows as T[]
const caseCount = async () => (await select('SELECT count(*)::int AS count FROM cases'))[0]?.count

beforeEach(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('desk', { isDefaultIntake: true }), 'caseworker')
})

describe('an import', () => {
  test('makes a case of each row, without a code and without a consent that no column gives', async () => {
    const id = await started(grant(), aCsv(3))
    await runImport(id)
    expect(await view(id)).toMatchObject({ one: { state: 'done', madeCount: 3, sameCount: 0 } })
    const rows = await select<object>(
      `SELECT channel, language, code_hash, in_statistics, fee_line_count, paid_answer, erase_due_at IS NOT NULL AS "isErased",
        (SELECT count(*)::int FROM consent WHERE case_id = c.id) AS consents,
        (SELECT count(*)::int FROM statement WHERE case_id = c.id) AS words FROM cases c`,
    )
    expect(rows).toEqual(
      Array.from({ length: 3 }, () => ({
        channel: 'ngo',
        language: 'vi',
        code_hash: null,
        in_statistics: false,
        fee_line_count: 1,
        paid_answer: 'yes',
        isErased: true,
        consents: 0,
        words: 1,
      })),
    )
  })

  test('takes a consent only from a yes in its column', async () => {
    const headings = [...HEADINGS, 'consent_keep_complaint', 'consent_statistics']
    const bytes = aCsv(1, { headings, first: 'A,VN,wages_unpaid,Một,,,,yes,no' })
    await runImport(await started(grant(), bytes, { consentMethod: 'paper' }))
    expect(await select('SELECT kind, method, witness_staff_id FROM consent')).toEqual([
      { kind: 'keep_complaint', method: 'paper', witness_staff_id: officer.id },
    ])
    expect(await select('SELECT erase_due_at, in_statistics FROM cases')).toEqual([
      { erase_due_at: null, in_statistics: false },
    ])
  })

  test('of the same file, or of the same rows in another one, makes no second case', async () => {
    await runImport(await started(grant(), aCsv(5)))
    const again = await started(grant(), aCsv(5))
    await runImport(again)
    expect(await view(again)).toMatchObject({ one: { state: 'done', madeCount: 0, sameCount: 5 } })
    const longer = await started(grant(), aCsv(7))
    await runImport(longer)
    expect(await view(longer)).toMatchObject({ one: { madeCount: 2, sameCount: 5 } })
    expect(await caseCount()).toBe(7)
  })

  test('run by two at once makes each case once', async () => {
    const id = await started(grant(), aCsv(450))
    await Promise.all([runImport(id), runImport(id)])
    expect(await caseCount()).toBe(450)
    expect(await view(id)).toMatchObject({ one: { state: 'done', madeCount: 450 } })
  })

  test('that ended in the middle goes on where it was, with what was left out still out', async () => {
    const id = await started(grant(), aCsv(450, { first: 'R-1,VN,no such thing,Một,,,' }))
    expect(await runImport(id, 1)).toBe(1)
    expect(await caseCount()).toBe(200)
    expect(await view(id)).toMatchObject({ one: { state: 'running', madeCount: 200 } })
    await tendImports()
    expect(await caseCount(), 'somebody may still be at it').toBe(200)
    await withClock(
      () => new Date(Date.now() + 5 * 60_000),
      () => tendImports(),
    )
    expect(await view(id)).toMatchObject({ one: { state: 'done', madeCount: 449, wrongCount: 1 } })
    expect(await caseCount()).toBe(449)
  })

  test('a chunk is written as a whole or not at all', async () => {
    const id = await started(grant(), aCsv(3))
    await ownerPool().query('ALTER TABLE fee_assessment ADD CONSTRAINT refused CHECK (false) NOT VALID')
    try {
      await expect(runImport(id)).rejects.toThrow('violates check constraint')
    } finally {
      await ownerPool().query('ALTER TABLE fee_assessment DROP CONSTRAINT refused')
    }
    expect(await caseCount()).toBe(0)
    expect(await view(id)).toMatchObject({ one: { state: 'running', madeCount: 0 } })
    await runImport(id)
    expect(await caseCount()).toBe(3)
  })

  test('stops when it is stopped, and when its officer may not any more', async () => {
    const id = await started(grant(), aCsv(450))
    await runImport(id, 1)
    expect(await stopImport(grant(), id, 1)).toMatchObject({ ok: true })
    await runImport(id)
    expect(await caseCount()).toBe(200)
    expect((await startImport(grant(), id, { version: await versionOf(grant(), id), leaveOut: false })).ok).toBe(true)
    await ownerPool().query('UPDATE staff SET is_active = false')
    await runImport(id)
    expect(await caseCount()).toBe(200)
    expect(await view(id)).toMatchObject({ one: { state: 'stopped' } })
  })

  test('does not begin with wrong rows unless they are left out', async () => {
    const { id, version, wrong } = await checked(grant(), aCsv(2, { first: 'R-1,XX,,,,,' }))
    expect(wrong).toBe(1)
    const refusal = { ok: false, error: { code: 'import_wrong_rows' } }
    expect(await startImport(grant(), id, { version, leaveOut: false })).toEqual(refusal)
    expect(await view(id)).toMatchObject({ wrong: [{ line: 2, problems: [{ column: 1, code: 'unknown_word' }] }] })
  })
})

describe('undoing', () => {
  test('takes back what nobody has worked on, and lets the same rows in again', async () => {
    const id = await started(grant(), aCsv(4))
    await runImport(id)
    const [first] = await select<{ number: string }>('SELECT number FROM cases ORDER BY number LIMIT 1')
    const taken = await takeCase(staffGrant(officer, 'case.take'), {
      number: first?.number ?? '',
      version: 1,
      declaration: { tie: 'none' },
    } as never)
    expect(taken).toMatchObject({ ok: true })
    expect((await view(id))?.undoable).toBe(3)
    expect((await beginUndo(grant(), id, await versionOf(grant(), id))).ok).toBe(true)
    expect(await finishUndo(grant(), id)).toBe(3)
    const undone = await view(id)
    expect(undone).toMatchObject({ one: { state: 'undone', undoneCount: 3 } })
    expect(undone?.cases.filter((row) => row.caseNumber !== null)).toMatchObject([{ caseNumber: first?.number }])
    expect(await caseCount()).toBe(1)
    await runImport(await started(grant(), aCsv(4)))
    expect(await caseCount()).toBe(4)
  })

  test('is not there any more after two weeks', async () => {
    const id = await started(grant(), aCsv(1))
    await runImport(id)
    const version = await versionOf(grant(), id)
    await withClock(
      () => new Date(Date.now() + 15 * 86_400_000),
      async () => expect(await beginUndo(grant(), id, version)).toMatchObject({ error: { code: 'import_too_late' } }),
    )
  })
})

describe('the words of a file', () => {
  test('are gone after two weeks, key and all; nothing of them is readable before', async () => {
    const { id } = await checked(grant(), aCsv(2))
    const dump = JSON.stringify(
      await select('SELECT r.*, i.* FROM report_import_row r JOIN report_import i ON i.id = r.import_id'),
    )
    expect(dump).toContain('sealed_cells')
    for (const secret of ['chiếu', 'reports.csv']) {
      expect(dump).not.toContain(secret)
      expect(dump).not.toContain(JSON.stringify([...Buffer.from(secret)]).slice(1, -1))
    }
    await withClock(
      () => new Date(Date.now() + 15 * 86_400_000),
      () => tendImports(),
    )
    expect(await select('SELECT wrapped_key, sealed_file, sealed_mapping FROM report_import')).toEqual([
      { wrapped_key: null, sealed_file: null, sealed_mapping: null },
    ])
    expect(await select('SELECT DISTINCT sealed_cells FROM report_import_row')).toEqual([{ sealed_cells: null }])
    expect(await view(id)).toMatchObject({ one: { file: null }, samples: [] })
  })

  test('are another office’s business to nobody', async () => {
    const id = await started(grant(), aCsv(2))
    await runImport(id)
    const stranger = await aStaffMember(await anOffice('other'), 'supervisor')
    const foreign = staffGrant(stranger, 'case.import')
    expect(await readImport(foreign, id, { wrongAfter: 0, casesAfter: 0 })).toBeNull()
    expect(await beginUndo(foreign, id, await versionOf(grant(), id))).toMatchObject({ error: { code: 'import_gone' } })
    expect(await finishUndo(foreign, id)).toBe(0)
    // The same rows in another office are its own reports.
    await runImport(await started(foreign, aCsv(2)))
    expect(await caseCount()).toBe(4)
  })
})
