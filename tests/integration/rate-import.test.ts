import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { grantStaff, type StaffActor } from '@/lib/access/grant'
import { importRates } from '@/lib/commands/database/import-rates'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { forgetExchangeRates, listCurrencyRates } from '@/lib/data/exchange-rates'
import { within } from '@/lib/data/within'
import { applyRateImport, previewRateImport } from '@/lib/usecases/exchange-rates/rate-import'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase } from '../support/cases'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'

let officeId = ''
let administrator: StaffActor
const manage = () => staffGrant(administrator, 'exchange_rate.manage')
const select = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await ownerPool().query(sql, values)).rows as T[]

beforeEach(async () => {
  await emptyDatabase()
  forgetExchangeRates()
  await loadReferenceData(ownerUrl)
  officeId = await anOffice('helpdesk', { isDefaultIntake: true })
  administrator = await aStaffMember(officeId, 'administrator')
})

const file = (...lines: string[]) => ['currency,period,units_per_usd,source', ...lines, ''].join('\n')
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const rateOf = (currency: string, period: string) =>
  select('SELECT units_per_usd::text AS rate, source FROM exchange_rate WHERE currency = $1 AND period = $2', [
    currency,
    period,
  ])
const events = () =>
  select(`SELECT office_id, actor_kind, detail FROM audit_event WHERE action = 'exchange_rates.import'`)

async function previewed(text: string) {
  const preview = await previewRateImport(manage(), text)
  if (!preview.ok) throw new Error(JSON.stringify(preview.error.problems))
  return preview.value
}
const apply = async (text: string, change: { seen?: string; isFarAllowed?: boolean } = {}) =>
  applyRateImport(manage(), { text, seen: (await previewed(text)).seen, isFarAllowed: false, ...change })

/** One rate changes by three per cent, one is new, one stays. */
async function aFile(): Promise<string> {
  const [same] = await select<{ rate: string; source: string }>(
    `SELECT trim_scale(units_per_usd)::text AS rate, source FROM exchange_rate WHERE currency = 'THB' AND period = '2024'`,
  )
  return file(
    'VND,2025-02,26000,"State Bank, read by hand"',
    'VND,2026-10,26500,IMF',
    `THB,2024,${same?.rate},"${same?.source}"`,
  )
}

/** What the event says of the rate that changes. */
async function replacedValue(): Promise<string> {
  const [old] = await select<{ rate: string }>(
    `SELECT trim_scale(units_per_usd)::text AS rate FROM exchange_rate WHERE currency = 'VND' AND period = '2025-02'`,
  )
  return `VND 2025-02: ${old?.rate} -> 26000`
}

describe('a file of rates', () => {
  test('is shown first and changes nothing; taken over, it leaves an event with its counts and its SHA-256', async () => {
    const text = await aFile()
    const elsewhere = await anOffice('elsewhere')
    const replaced = await replacedValue()
    const before = await select('SELECT * FROM exchange_rate ORDER BY currency, period')
    const preview = await previewed(text)
    expect(preview).toMatchObject({
      added: [{ rate: { currency: 'VND', period: '2026-10' } }],
      changed: [{ rate: { currency: 'VND', period: '2025-02' }, isToLookAt: false }],
      sameCount: 1,
      sha256: sha256(text),
      caseCount: 0,
    })
    expect(await select('SELECT * FROM exchange_rate ORDER BY currency, period')).toEqual(before)
    expect(await events()).toEqual([])

    expect(await apply(text)).toEqual({ ok: true, value: { added: 1, changed: 1, isReassessing: true } })
    expect(await rateOf('VND', '2025-02')).toEqual([{ rate: '26000.0000000000', source: 'State Bank, read by hand' }])
    const detail = { added: 1, changed: 1, same: 1, sha256: sha256(text), replaced: [replaced] }
    const told = await events()
    expect(told).toHaveLength(2)
    for (const id of [officeId, elsewhere]) expect(told).toContainEqual({ office_id: id, actor_kind: 'staff', detail })
    const listed = await within(manage(), listCurrencyRates)
    expect(listed.find(({ currency }) => currency === 'VND')?.latest).toMatchObject({
      period: '2026-10',
      unitsPerUsd: '26500',
    })
  })

  test('sent again does nothing, pressed twice at once is taken over once', async () => {
    const text = await aFile()
    const { seen } = await previewed(text)
    const both = await Promise.all([apply(text, { seen }), apply(text, { seen })])
    expect(both.filter((done) => done.ok && done.value.added === 1)).toHaveLength(1)
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect(await apply(text, { seen })).toEqual({ ok: true, value: { added: 0, changed: 0, isReassessing: false } })
    expect(await events()).toHaveLength(1)
  })

  test('that would do something else than was shown is refused with what it would do now', async () => {
    const text = await aFile()
    const { seen } = await previewed(text)
    const other = file('VND,2025-02,25900,IMF')
    await apply(other)
    expect(await apply(text, { seen })).toMatchObject({
      ok: false,
      error: { code: 'changed_meanwhile', preview: { changed: [{ beside: { unitsPerUsd: '25900' } }] } },
    })
    expect(await events()).toHaveLength(1)
  })

  test('with a problem is refused whole, with every line', async () => {
    const text = file('VND,2025-02,26000,IMF', 'VND,2025-02,26100,IMF', 'QQQ,2025,1,IMF', 'VND,2099,1,IMF')
    const codes = [
      [3, 'twice'],
      [4, 'currency_unknown'],
      [5, 'period_future'],
    ]
    const preview = await previewRateImport(manage(), text)
    expect(preview.ok ? [] : preview.error.problems.map(({ line, code }) => [line, code])).toEqual(codes)
    expect(await applyRateImport(manage(), { text, seen: '', isFarAllowed: true })).toMatchObject({ ok: false })
    expect(await events()).toEqual([])
  })

  test('five times away is refused unless it is meant', async () => {
    const text = file('VND,2025-02,2.6,IMF')
    expect(await apply(text)).toMatchObject({ ok: false, error: { problems: [{ code: 'factor', line: 2 }] } })
    expect(await apply(text, { isFarAllowed: true })).toMatchObject({ ok: true })
  })

  test('leaves stored conversions as they are, and asks for all open cases to be judged again', async () => {
    const worker = await aCase()
    const lines = () =>
      select('SELECT jpy_minor, rate_period, rate_source FROM fee_line WHERE case_id = $1', [worker.id])
    const before = await lines()
    expect(await previewed(file('VND,2025-02,26000,IMF'))).toMatchObject({ caseCount: 1 })
    expect(await apply(file('VND,2025-02,26000,IMF'))).toMatchObject({ value: { isReassessing: true } })
    expect(await select('SELECT cause, origins, rule_refs FROM fee_reassessment')).toEqual([
      { cause: 'rates_changed', origins: [], rule_refs: [] },
    ])
    expect(await lines()).toEqual(before)
  })

  test('is for administrators, at the door and in the database', async () => {
    const supervisor = await aStaffMember(officeId, 'supervisor')
    expect(grantStaff(supervisor, 'exchange_rate.manage')).toBeNull()
    const change = (on: { db: { $executeRaw: (query: TemplateStringsArray) => Promise<number> } }) =>
      on.db.$executeRaw`UPDATE exchange_rate SET units_per_usd = 1 WHERE currency = 'VND'`
    expect(await within(staffGrant(supervisor, 'case.read'), change)).toBe(0)
  })
})

describe('npm run rates:import', () => {
  const options = { isApplied: true, isFarAllowed: false }

  test('shows without changing, takes over with an event for every office, refuses what is far', async () => {
    const text = await aFile()
    const other = await anOffice('elsewhere')
    const replaced = await replacedValue()
    await aCase()
    expect(await importRates(ownerUrl, text, { ...options, isApplied: false })).toMatchObject({
      value: { sameCount: 1, caseCount: 1 },
    })
    expect(await events()).toEqual([])
    expect(await importRates(ownerUrl, text.replaceAll('\n', '\r\n'), options)).toMatchObject({
      value: { sha256: sha256(text) },
    })
    const detail = { added: 1, changed: 1, same: 1, sha256: sha256(text), replaced: [replaced] }
    expect(await events()).toEqual(
      expect.arrayContaining([officeId, other].map((id) => ({ office_id: id, actor_kind: 'system', detail }))),
    )
    expect(await select('SELECT cause FROM fee_reassessment')).toEqual([{ cause: 'rates_changed' }])
    expect(await importRates(ownerUrl, text, options)).toMatchObject({ value: { sameCount: 3 } })
    expect(await events()).toHaveLength(2)
    expect(await importRates(ownerUrl, file('VND,2025-02,1,IMF'), options)).toMatchObject({ ok: false })
    expect(await importRates(ownerUrl, file('VND,2025-02,x,IMF'), options)).toMatchObject({ ok: false })
    for (const id of [officeId, other]) {
      expect(await select('SELECT app.first_broken_audit($1) AS seq', [id])).toEqual([{ seq: null }])
    }
  })
})
