import { beforeAll, describe, expect, test, vi } from 'vitest'
import { GET as table } from '@/app/api/v1/public/publications/[file]/route'
import { GET as measures } from '@/app/api/v1/public/measures/route'
import { GET as organisation } from '@/app/api/v1/public/organisations/[id]/route'
import { GET as organisations } from '@/app/api/v1/public/organisations/route'
import { FLOW_LIMITS } from '@/lib/domain/flow-limits'
import { PUBLICATIONS } from '@/lib/domain/statistics/publications'
import type { PublicTable } from '@/lib/domain/statistics/open-data/public-table'
import { newId } from '@/lib/platform/ids'
import { forgetPublications } from '@/lib/usecases/open-data/read-publication'
import { forgetIndex } from '@/lib/usecases/statistics/column-index'
import { anOffice } from '../support/builders'
import { addCountedCases } from '../support/counted-cases'
import { ownerPool } from '../support/database'
import { describedSchema } from '../support/described'

/** As old as an answer may be, all that keeps one taken together. */
const FIVE_MINUTES_MS = 300_000

let officeId = ''

beforeAll(async () => {
  forgetIndex()
  forgetPublications()
  officeId = await anOffice('open', { isDefaultIntake: true })
  await addCountedCases(officeId, 12, { origin: 'VN', corridor: 'VN-JP', paid_answer: 'yes', paid_total_jpy: 500_000 })
  await addCountedCases(officeId, 3, { origin: 'PH', corridor: 'PH-JP', paid_answer: 'no' })
  await addCountedCases(officeId, 6, { origin: 'ID', corridor: 'ID-JP', paid_answer: 'no' })
})

function ask(file: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`http://localhost/api/v1/public/publications/${file}`, { headers })
  return table(request, { params: Promise.resolve({ file: file.replace(/\?.*$/u, '') }) })
}

async function read(file: string): Promise<PublicTable> {
  const answer = await ask(file)
  expect(answer.status).toBe(200)
  return (await answer.json()) as PublicTable
}

const cellOf = ({ cells }: PublicTable, row: string | null) =>
  cells.find((cell) => cell.row === row && cell.column === null)

describe('while the reports are read after a start', () => {
  test('a program is told when to come again, and then it has its answer', async () => {
    forgetIndex()
    const owner = await ownerPool().connect()
    try {
      await owner.query('BEGIN; LOCK TABLE statistic_change')
      const refused = await ask('reports-by-corridor.json')
      expect(refused.status).toBe(503)
      expect(refused.headers.get('retry-after')).toBe('60')
      expect(refused.headers.get('cache-control')).toBe('no-store')
      expect(await refused.json()).toMatchObject({ code: 'not_yet' })
    } finally {
      await owner.query('ROLLBACK')
      owner.release()
    }
    // What was begun goes on; whoever comes again has not to begin anew.
    await vi.waitFor(async () => expect((await ask('reports-by-corridor.json')).status).toBe(200), 10_000)
  })
})

describe('a public table', () => {
  test.each(PUBLICATIONS)('$name is as described', async ({ name }) => {
    const result = describedSchema('/publications/{name}.json').safeParse(await read(`${name}.json`))
    expect(result.error?.issues ?? []).toEqual([])
  })

  test('tells of many and marks the few', async () => {
    const told = await read('reports-by-corridor.json')
    expect(cellOf(told, 'VN-JP')).toMatchObject({ value: 12, reports: 12 })
    expect(cellOf(told, 'PH-JP')).toMatchObject({ value: 's', reports: 's' })
  })

  test('has its labels in the language that was asked for', async () => {
    const told = await read('reports-by-corridor.json?lang=vi')
    expect(told.rows?.values.find(({ code }) => code === 'VN-JP')?.label).toBe('Việt Nam đến Nhật Bản')
    expect((await ask('reports-by-corridor.json?lang=xx')).status).toBe(400)
  })

  test('is a file in every form, with the same bytes for the same numbers', async () => {
    for (const [form, type] of [
      ['csv', 'text/csv'],
      ['xlsx', 'spreadsheetml'],
      ['jsonstat', 'application/json'],
    ] as const) {
      const [first, second] = [await ask(`grievances.${form}`), await ask(`grievances.${form}`)]
      expect(first.headers.get('content-type')).toContain(type)
      expect(first.headers.get('content-disposition')).toContain('grievances-')
      expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
      expect((await first.arrayBuffer()).byteLength).toBeGreaterThan(200)
    }
    const marked = Buffer.from(await (await ask('grievances.csv?bom=1')).arrayBuffer())
    expect(marked.subarray(0, 3).toString('hex')).toBe('efbbbf')
  })

  test('that there is not, and a form that there is not, are not found', async () => {
    for (const file of ['people.json', 'grievances.pdf', 'grievances', 'grievances.constructor'])
      expect((await ask(file)).status).toBe(404)
  })

  test('is not sent again as long as it is the same', async () => {
    const first = await ask('reports-by-corridor.json')
    const tag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('public, max-age=120')
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await ask('reports-by-corridor.json', { 'if-none-match': known })
      expect(again.status).toBe(304)
      expect(again.headers.get('etag')).toBe(tag)
      expect(await again.text()).toBe('')
    }
    expect((await ask('reports-by-corridor.json', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('is right again within five minutes of a change, under a new tag and day', async () => {
    const before = await ask('reports-by-corridor.json')
    const maxAgeMs = 1000 * Number(/max-age=(\d+)/u.exec(before.headers.get('cache-control') ?? '')?.[1])
    await addCountedCases(officeId, 5, { origin: 'VN', corridor: 'VN-JP', paid_answer: 'no' })
    const start = performance.now()
    vi.spyOn(performance, 'now').mockImplementation(() => start + FIVE_MINUTES_MS - maxAgeMs)
    try {
      const after = await ask('reports-by-corridor.json', { 'if-none-match': before.headers.get('etag') ?? '' })
      expect(after.status).toBe(200)
      const told = (await after.json()) as PublicTable
      expect(cellOf(told, null)?.value).toBe(26)
      // What was told before may keep a line back now (ADR 040); it never stays as it was.
      expect([17, 's']).toContain(cellOf(told, 'VN-JP')?.value)
      const { rows } = await ownerPool().query(
        `SELECT to_char(published_on, 'YYYY-MM-DD') AS day FROM publication_day WHERE name = 'reports-by-corridor'`,
      )
      expect(rows.map(({ day }: { day: string }) => day)).toEqual([told.published_on])
    } finally {
      vi.restoreAllMocks()
    }
  })

  test('has the same day and tag after a restart, whoever came meanwhile that no number shows', async () => {
    const first = await ask('reports-by-corridor.json')
    await ownerPool().query(`UPDATE publication_day SET published_on = published_on - 30`)
    forgetPublications()
    const told = await read('reports-by-corridor.json')
    await addCountedCases(officeId, 1, { origin: 'VN', corridor: 'VN-JP', paid_answer: 'yes' })
    forgetIndex()
    forgetPublications()
    expect(await read('reports-by-corridor.json')).toEqual(told)
    await ownerPool().query(`UPDATE publication_day SET published_on = published_on + 30`)
    forgetPublications()
    expect((await ask('reports-by-corridor.json')).headers.get('etag')).toBe(first.headers.get('etag'))
  })
})

describe('the rest of the interface', () => {
  const get = (address: string) => new Request(`http://localhost/api/v1/public/${address}`)
  const anywhere = { params: Promise.resolve({}) }

  test('measures and organisations are as described', async () => {
    const list = await (await measures(get('measures?lang=th'), anywhere)).json()
    expect(describedSchema('/measures').safeParse(list).error?.issues ?? []).toEqual([])
    const found = await (await organisations(get('organisations?q=nobody-of-this-name'), anywhere)).json()
    expect(describedSchema('/organisations').safeParse(found).error?.issues ?? []).toEqual([])
    const id = newId()
    expect((await organisation(get(`organisations/${id}`), { params: Promise.resolve({ id }) })).status).toBe(404)
  })

  test('who asks too much is told to wait; no address is kept', async () => {
    const sent = { headers: { 'x-forwarded-for': '203.0.113.77' } }
    await ownerPool().query('UPDATE flow SET passed = $1', [FLOW_LIMITS.public_data.whole])
    const refused = await measures(new Request('http://localhost/api/v1/public/measures', sent), anywhere)
    expect(refused.status).toBe(429)
    const { rows } = await ownerPool().query('SELECT t::text FROM flow t UNION ALL SELECT t::text FROM throttle t')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('203.0.113')
    await ownerPool().query('DELETE FROM flow')
  })
})
