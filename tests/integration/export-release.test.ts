import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { within } from '@/lib/data/within'
import { DEFAULT_HOW } from '@/lib/domain/statistics/export/formats'
import { DEFAULT_QUERY, readQuery } from '@/lib/domain/statistics/query-text'
import { fileWords } from '@/lib/i18n/statistic-names'
import { translatorFor } from '@/lib/i18n/translate'
import { exportMetadata, exportRelease } from '@/lib/usecases/statistics/export-release'
import { queryIdOf } from '@/lib/usecases/statistics/read-release'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { addCountedCases } from '../support/counted-cases'
import { ownerPool } from '../support/database'
import { bytesOf, englishWords } from '../support/made-releases'

const QUERY = { ...DEFAULT_QUERY, measures: ['reports'], rows: 'origin' } as const
let administrator: StaffActor
let supervisor: StaffActor

beforeAll(async () => {
  const office = await anOffice('hand', { isDefaultIntake: true })
  const other = await anOffice('ueno')
  administrator = await aStaffMember(office, 'administrator')
  supervisor = await aStaffMember(other, 'supervisor')
  await addCountedCases(office, 8, { origin: 'VN' })
  await addCountedCases(office, 7, { origin: 'ID' })
  await addCountedCases(office, 2, { origin: 'KH' })
  await addCountedCases(other, 6, { origin: 'VN' })
})

type Cell = Readonly<Record<string, string>>

async function cellsOf(actor: StaffActor, how = DEFAULT_HOW): Promise<Cell[]> {
  const grant = staffGrant(actor, 'statistics.export')
  const file = await exportRelease(grant, QUERY, { how, words: englishWords })
  return parse(await bytesOf(file), { columns: true, comment: '#', bom: true })
}

const valueOf = (cells: readonly Cell[], row: string) => cells.find((cell) => cell['row'] === row)?.['value']

test('a file has what the page has: totals, and s where few stand', async () => {
  const cells = await cellsOf(administrator)
  expect(valueOf(cells, '_T')).toBe('23')
  expect(valueOf(cells, 'KH')).toBe('s')
  // Nor could the two be worked out as the difference.
  expect([valueOf(cells, 'VN'), valueOf(cells, 'ID')]).toContain('s')
  expect(cells.map((cell) => cell['value'])).not.toContain('')
})

test('a supervisor exports the own office, an administrator all', async () => {
  expect(valueOf(await cellsOf(supervisor), '_T')).toBe('6')
})

test('the trail keeps who took which question in which format', async () => {
  await cellsOf(supervisor)
  const { rows } = await ownerPool().query<{ actor_id: string; detail: Record<string, unknown> }>(
    `SELECT actor_id, detail FROM audit_event WHERE action = 'statistics.export' ORDER BY seq DESC LIMIT 1`,
  )
  // Codes and counts alone: nothing of a person, and no number of the answer.
  expect(rows[0]).toEqual({
    actor_id: supervisor.id,
    detail: {
      question: 'measure=reports&rows=origin',
      queryId: queryIdOf(QUERY),
      format: 'csv',
      language: 'en',
      rows: expect.any(Number) as number,
      smallestCell: 5,
      version: expect.any(Number) as number,
      scope: supervisor.officeId,
    },
  })
})

test('names stand beside codes in the language of the reader', async () => {
  const grant = staffGrant(administrator, 'statistics.export')
  const words = fileWords(translatorFor('ja'))
  const file = await exportRelease(grant, QUERY, { how: { ...DEFAULT_HOW, language: 'ja' }, words })
  const cells: Cell[] = parse(await bytesOf(file), { columns: true, comment: '#', bom: true })
  const found = cells.find((cell) => cell['row'] === 'VN')
  expect([found?.['measure'], found?.['row_name']]).toEqual(['reports', 'ベトナム'])
})

test('metadata say with which version of every rule and which rates', async () => {
  await ownerPool().query(
    `INSERT INTO exchange_rate (currency, period, units_per_usd, source, imported_at)
     VALUES ('VND', '1999-03', 14000, 'A bank', now() - interval '1 day') ON CONFLICT DO NOTHING`,
  )
  await ownerPool().query(
    `INSERT INTO fee_rule (id, version, rule, created_at) VALUES ('made-up', 1, '{}', now() - interval '2 days'),
       ('made-up', 2, '{}', now() - interval '1 day'), ('made-up', 3, '{}', now() + interval '1 day')`,
  )
  const grant = staffGrant(administrator, 'statistics.export')
  const { rules, rates } = await exportMetadata(grant, QUERY, englishWords)
  // Version 3 came after the facts.
  expect(rules).toContainEqual({ id: 'made-up', version: 2 })
  expect(rates).toContainEqual({ source: 'A bank', currencies: ['VND'], until: '1999-03' })
})

test('a CSV without its last line says how long it is', async () => {
  const grant = staffGrant(administrator, 'statistics.export')
  const how = { ...DEFAULT_HOW, hasEnd: false, hasMark: true }
  const file = await exportRelease(grant, QUERY, { how, words: englishWords })
  expect(file.length).toBe((await bytesOf(file)).length)
  expect(file.name).toMatch(/^reports-\d{4}-\d\d-\d\d-[0-9a-f]{12}\.csv$/u)
})

test('metadata ask the same question again', async () => {
  const grant = staffGrant(administrator, 'statistics.export')
  const metadata = await exportMetadata(grant, QUERY, englishWords)
  const { query, unread } = readQuery(new URLSearchParams(metadata.question.address))
  expect(unread).toEqual([])
  expect(queryIdOf(query)).toBe(metadata.queryId)
  expect(metadata.disclosure).toMatchObject({ smallestCell: 5, heldBack: 's' })
  expect(metadata.definitions.map(({ name }) => name)).toEqual(['Reports'])
  expect(metadata.warning).toContain('Self-reported')
})

test('an administrator counts, and reads no case and no line of one, whatever the query', async () => {
  const grant = staffGrant(administrator, 'statistics.read')
  for (const table of [
    'cases',
    'case_key',
    'statement',
    'case_person',
    'case_party',
    'fee_line',
    'loan',
    'message',
    'note',
    'evidence',
    'referral',
    'deadline',
  ]) {
    const rows = await within(grant, (on) => on.db.$queryRawUnsafe<unknown[]>(`SELECT * FROM ${table}`))
    expect([table, rows.length]).toEqual([table, 0])
  }
})
