import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { withClock } from '@/lib/platform/clock'
import type { MicrodataColumn } from '@/lib/domain/statistics/microdata/columns'
import type { MicrodataPlan } from '@/lib/domain/statistics/microdata/request'
import { sweepFiles } from '@/lib/usecases/files/sweep-files'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import { readPublicRelease } from '@/lib/usecases/statistics/read-release'
import { forgetIndex } from '@/lib/usecases/statistics/column-index'
import { makeMicrodata } from '@/lib/usecases/statistics/microdata/make-files'
import {
  askForMicrodata,
  decideMicrodata,
  readRequest,
  withdrawMicrodata,
} from '@/lib/usecases/statistics/microdata/requests'
import { takeMicrodata } from '@/lib/usecases/statistics/microdata/take-file'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { addCountedCases } from '@/tests/support/counted-cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'
import { as, rowsAs, staffAs } from '@/tests/support/raw-sql'

let office: string
let first: StaffActor
let second: StaffActor
let third: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  forgetIndex()
  office = await anOffice('minato', { isDefaultIntake: true })
  first = await aStaffMember(office, 'administrator')
  second = await aStaffMember(office, 'administrator')
  third = await aStaffMember(office, 'administrator')
})

const COLUMNS: readonly MicrodataColumn[] = [
  'origin',
  'sex',
  'received',
  'grievances',
  'severity',
  'paid',
  'paid_total',
]
const PLAN: MicrodataPlan = {
  purpose: 'What recruitment costs.',
  institution: 'University of Somewhere',
  columns: COLUMNS,
  fromQuarter: '2026-Q1',
  toQuarter: '2026-Q2',
  k: 5,
  l: 2,
  mostLeftOut: 10,
}
const manage = (actor: StaffActor) => staffGrant(actor, 'microdata.manage')

/** Reports of two grievances by turns, so that every combination has both. */
async function reports(count: number, origin: string, month = '03', office_id = office): Promise<void> {
  for (let index = 0; index < count; index++)
    await addCountedCases(office_id, 1, {
      origin,
      received_at: `2026-${month}-10T00:00:00Z`,
      grievance_codes: [index % 2 === 0 ? 'fees_debt' : 'passport_kept'],
      severity: index % 3 === 0 ? 'high' : 'low',
      paid_answer: 'yes',
      paid_total_jpy: 123_456 + index,
    })
}

async function ask(change: Partial<MicrodataPlan> = {}, by = first) {
  const id = randomUUID()
  return { id, done: await askForMicrodata(manage(by), id, { ...PLAN, ...change }) }
}

const decide = (id: string, by: StaffActor, isApproved = true) =>
  decideMicrodata(manage(by), { id, version: 1, isApproved, note: 'Read.' })

async function made(change: Partial<MicrodataPlan> = {}): Promise<string> {
  const { id, done } = await ask(change)
  expect(done).toEqual({ ok: true, value: undefined })
  expect(await decide(id, second)).toEqual({ ok: true, value: undefined })
  forgetIndex()
  await makeMicrodata()
  return id
}

async function textOf(id: string, by = first, part: 'file' | 'metadata' = 'file'): Promise<string> {
  const taken = await takeMicrodata(manage(by), id, part)
  return taken.ok ? new Response(taken.value.body).text() : taken.error.code
}

describe('records for researchers', () => {
  it('come only with a second administrator, never the same', async () => {
    await reports(12, 'VN')
    const { id } = await ask()
    expect(await decide(id, first)).toMatchObject({ error: { code: 'same_person' } })
    const approve = `UPDATE microdata_request SET state = 'approved', decided_by_id = $1, decided_by_name = 'x', decided_at = now()`
    await expect(as(staffAs(first), approve, first.id)).rejects.toThrow(/microdata_request_rules|row-level/)
    expect(await rowsAs(staffAs(second), approve, second.id)).toBe(1)
    expect(await makeMicrodata()).toBe(0)
    expect(await decide(id, second)).toMatchObject({ ok: true })
    expect(await decide(id, third)).toMatchObject({ error: { code: 'changed_meanwhile' } })
  })

  it('are k-anonymous, say how much is lost, and tell nothing that leads to a report', async () => {
    await reports(60, 'VN', '02')
    await reports(30, 'VN', '05')
    await reports(8, 'PH', '05')
    await reports(2, 'UZ', '05')
    await reports(4, 'NP', '05')
    await addCountedCases(office, 1, { origin: 'VN', in_statistics: false })
    const id = await made()
    const request = await readRequest(manage(first), id)
    expect(request).toMatchObject({ state: 'ready', failure: null, report: { records: 103, rows: 98, leftOut: 5 } })
    const lines = (await textOf(id)).split('\r\n')
    expect(lines[0]).toBe('origin,sex,received,grievances,severity,paid,paid_total_yen')
    expect(lines.at(-2)).toMatch(/^# end, 98 rows, sha256 [0-9a-f]{64}$/)
    const rows = lines.slice(1, -2).map((line) => line.split(','))
    const groups = Map.groupBy(rows, (row) => row.slice(0, 3).join())
    expect(rows.length).toBe(98)
    expect(Math.min(...[...groups.values()].map((group) => group.length))).toBe(request?.report?.smallest)
    expect(request?.report?.smallest).toBeGreaterThanOrEqual(5)
    for (const group of groups.values()) {
      const grievances = new Set(group.map((row) => row[3]))
      expect(grievances.size >= 2 || grievances.has('*')).toBe(true)
    }
    // Three of eight from the Philippines are severe: a table would not tell that, nor does the file.
    expect(new Set(rows.filter(([origin]) => origin === 'PH').map((row) => row[4]))).toEqual(new Set(['*']))
    const held = new Map(request?.report?.held?.map(({ column, records }) => [column, records]))
    expect(held.get('severity')).toBe(rows.filter((row) => row[4] === '*').length)
    // Those left out are told in steps of five, and cost their whole weight; everything else reads as it was told.
    expect(request?.report?.loss).toBeCloseTo(5 / 103, 9)
    expect(new Set(rows.map((row) => row[6]))).toEqual(new Set(['120000']))
    const { rows: ids } = await ownerPool().query<{ id: string; number: string }>('SELECT id, number FROM cases')
    for (const one of ids) expect(lines.join()).not.toContain(one.number)
    const metadata = JSON.parse(await textOf(id, second, 'metadata')) as Record<string, unknown>
    expect(metadata).toMatchObject({
      protection: { k: 5, l: 2 },
      report: { leftOut: 5, sha256: request?.report?.sha256 },
    })
  })

  it('are taken only by the two, for thirty days, and each time stands in the audit trail', async () => {
    await reports(12, 'VN')
    const id = await made()
    expect(await textOf(id, third)).toBe('not_found')
    await textOf(id, first)
    await textOf(id, second)
    await expect(
      as(
        staffAs(third),
        `INSERT INTO microdata_download VALUES (gen_random_uuid(), $1, $2, 'x', 'file', now())`,
        id,
        third.id,
      ),
    ).rejects.toThrow(/row-level/)
    const { rows } = await ownerPool().query(
      `SELECT action, actor_id FROM audit_event WHERE action LIKE 'microdata.%' ORDER BY seq`,
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'microdata.asked',
      'microdata.approved',
      'microdata.made',
      'microdata.downloaded',
      'microdata.downloaded',
    ])
    expect(rows.map((row) => row.actor_id)).toEqual([first.id, second.id, null, first.id, second.id])
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000)
    await withClock(
      () => hours(2),
      async () => {
        await sweepFiles()
        expect(await textOf(id)).toMatch(/# end, 12 rows/)
      },
    )
    await withClock(
      () => hours(31 * 24),
      async () => {
        expect(await textOf(id)).toBe('not_found')
        expect(await makeMicrodata()).toBe(1)
        expect(await readRequest(manage(first), id)).toMatchObject({ state: 'expired' })
      },
    )
  })

  it('are not made where k cannot be reached, and go when they are withdrawn', async () => {
    await reports(4, 'VN')
    const id = await made({ mostLeftOut: 0 })
    expect(await readRequest(manage(first), id)).toMatchObject({ state: 'failed', failure: 'not_reached' })
    await reports(8, 'VN')
    const other = await made()
    const request = await readRequest(manage(first), other)
    expect(
      await withdrawMicrodata(manage(first), { id: other, version: request?.version ?? 0, note: 'Sent in error.' }),
    ).toEqual({
      ok: true,
      value: undefined,
    })
    expect(await textOf(other)).toBe('not_found')
  })

  it('cannot be joined with a later file: overlapping windows and other columns are refused, the same ones recoded alike', async () => {
    await reports(20, 'VN', '02')
    await reports(8, 'PH', '05')
    const earlier = await made()
    expect((await ask({ toQuarter: '2026-Q1' })).done).toMatchObject({ error: { code: 'window_overlaps' } })
    expect((await ask({ columns: [...COLUMNS, 'debt'] })).done).toMatchObject({ error: { code: 'other_columns' } })
    // One more report from the Philippines would stand out between the two files: none of them is in the later one.
    await reports(1, 'PH', '05')
    const later = await made({ mostLeftOut: 10 })
    expect(await readRequest(manage(first), later)).toMatchObject({ state: 'failed', failure: 'not_reached' })
    await reports(70, 'VN', '02')
    const next = await made({ mostLeftOut: 10 })
    const levels = async (id: string) =>
      (await readRequest(manage(first), id))?.report?.levels.map(({ level }) => level)
    expect(await levels(next)).toEqual(await levels(earlier))
    expect(await readRequest(manage(first), next)).toMatchObject({ state: 'ready', report: { rows: 90, leftOut: 5 } })
    expect((await textOf(next)).includes('PH,')).toBe(false)
  })

  it.each([
    [true, 's'],
    [false, 22],
  ])(
    'stands beside every later table: what is of few beside it is not told (with a file: %s)',
    async (isMade, told) => {
      await reports(20, 'VN', '02')
      if (isMade) await made({ columns: ['sex', 'received'] })
      await reports(2, 'VN', '08')
      forgetIndex()
      const everybody = await readPublicRelease({ ...DEFAULT_QUERY, measures: ['reports'] })
      expect(everybody.tables[0]?.cells).toMatchObject([{ reporters: told }])
    },
  )

  it('is asked for with rules that hold', async () => {
    expect((await ask({ columns: [] })).done).toMatchObject({ error: { code: 'columns_missing' } })
    expect((await ask({ k: 4 })).done).toMatchObject({ error: { code: 'rules_too_weak' } })
    expect((await ask({ fromQuarter: '2026-Q2', toQuarter: '2026-Q1' })).done).toMatchObject({
      error: { code: 'window_backwards' },
    })
    expect((await ask({ toQuarter: '2099-Q1' })).done).toMatchObject({ error: { code: 'window_not_over' } })
  })
})
