import { beforeEach, expect, test } from 'vitest'
import { findPage } from '@/app/[locale]/(staff)/cases/search-for'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { within } from '@/lib/data/within'
import { readCase } from '@/lib/usecases/read-case'
import { readCaseFile } from '@/lib/usecases/read-case-file'
import { readOwnReadings } from '@/lib/usecases/read-own-readings'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase, type StoredCase } from '../support/cases'
import { emptyDatabase, ownerPool } from '../support/database'

let officer: StaffActor
let colleague: StaffActor
let found: StoredCase

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'supervisor')
  found = await aCase()
})

const read = (by = officer) => readCase(staffGrant(by, 'case.read'), found.number)
const events = async () =>
  (
    await ownerPool().query<{ text: string }>(
      `SELECT action || ' ' || actor_id || ' ' || detail::text AS text FROM audit_event WHERE action IN ('case.read', 'case.printed') ORDER BY seq`,
    )
  ).rows.map(({ text }) => text)

test('is one event for a person, a case and a kind, however many pages and processes show it at once', async () => {
  await Promise.all(Array.from({ length: 8 }, () => read()))
  expect(await events()).toEqual([`case.read ${officer.id} {}`])
  await read(colleague)
  await readCaseFile(staffGrant(officer, 'case.read'), found.number, 'timeline')
  await readCaseFile(staffGrant(officer, 'case.read'), found.number, 'timeline')
  await readCaseFile(staffGrant(officer, 'case.read'), found.number, 'print')
  expect(await events()).toEqual([
    `case.read ${officer.id} {}`,
    `case.read ${colleague.id} {}`,
    `case.read ${officer.id} {"act": "timeline"}`,
    `case.printed ${officer.id} {}`,
  ])
  expect((await ownerPool().query('SELECT app.first_broken_audit($1) AS seq', [officer.officeId])).rows).toEqual([
    { seq: null },
  ])
})

test('is written again after a quarter of an hour, and the worker sees each day once', async () => {
  // As if it had been read then: past the trigger that gives every event its own time.
  const client = await ownerPool().connect()
  await client.query('BEGIN')
  await client.query('ALTER TABLE audit_event DISABLE TRIGGER USER')
  await client.query(
    `INSERT INTO audit_event (id, office_id, seq, at, actor_kind, actor_id, action, case_id, detail, prev_hash, hash)
     VALUES (gen_random_uuid(), $1, -1, now() - interval '16 minutes', 'staff', $2, 'case.read', $3, '{}', '\\x', '\\x')`,
    [officer.officeId, officer.id, found.id],
  )
  await client.query('ALTER TABLE audit_event ENABLE TRIGGER USER')
  await client.query('COMMIT')
  client.release()
  await read()
  expect(await events()).toHaveLength(2)
  const { readings } = (await readOwnReadings(grantOpen({ kind: 'worker', caseId: found.id }, 'own_case.read'))) ?? {}
  expect(new Set(readings?.map(({ what }) => what))).toEqual(new Set(['case']))
})

test('a search is written down with how much it found, once for its first page and without its words', async () => {
  const search = (words: string | null, after: Parameters<typeof findPage>[3] = null) =>
    within(staffGrant(officer, 'case.list'), (on) => findPage(on, { view: 'mine' }, words, after, 1))
  await search(null)
  const { next } = await search('Sunrise Dormitory')
  await search('Sunrise Dormitory', next ?? ({ at: new Date(0), id: found.id } as never))
  const { rows } = await ownerPool().query<{ detail: object; text: string }>(
    `SELECT detail, e::text AS text FROM audit_event e WHERE action = 'cases.searched'`,
  )
  expect(rows.map(({ detail }) => detail)).toEqual([{ hits: 0, hasMore: false }])
  expect(rows[0]?.text.toLowerCase()).not.toContain('sunrise')
})
