import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { grantOpen, grantStaff, type StaffActor } from '@/lib/access/grant'
import { findForgottenPlaces } from '@/lib/data/sweep'
import { within } from '@/lib/data/within'
import { nextTurn } from '@/lib/domain/statistics/export/schedule'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import { withClock } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { StoreUnavailable } from '@/lib/storage/file-store'
import { placeOfObject } from '@/lib/storage/keys'
import { fileStore } from '@/lib/storage/store'
import { makeSchedule, stopSchedule } from '@/lib/usecases/statistics/schedules/change-schedules'
import { openScheduledFile } from '@/lib/usecases/statistics/schedules/open-file'
import { readSchedules } from '@/lib/usecases/statistics/schedules/read-schedules'
import { runSchedules } from '@/lib/usecases/statistics/schedules/run-schedules'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { addCountedCases } from '../support/counted-cases'
import { ownerPool } from '../support/database'
import { bytesOf, englishWords } from '../support/made-releases'

const BEGAN = new Date('2026-11-21T00:00:00Z')
const QUERY = { ...DEFAULT_QUERY, measures: ['reports'], rows: 'origin' } as const
const wordsOf = () => englishWords
let administrator: StaffActor
let supervisor: StaffActor

beforeAll(async () => {
  const office = await anOffice('hand', { isDefaultIntake: true })
  administrator = await aStaffMember(office, 'administrator')
  supervisor = await aStaffMember(office, 'supervisor')
  await addCountedCases(office, 8, { origin: 'VN' })
  await addCountedCases(office, 2, { origin: 'KH' })
})
beforeEach(async () => {
  await ownerPool().query('DELETE FROM statistic_schedule')
  await ownerPool().query('UPDATE staff SET is_active = true')
})

const at = <T>(moment: Date, work: () => Promise<T>) => withClock(() => moment, work)
const grant = () => staffGrant(administrator, 'statistics.schedule')

async function aSchedule(change: Partial<Parameters<typeof makeSchedule>[1]> = {}): Promise<string> {
  const id = newId()
  const asked = { id, name: 'Reports', query: QUERY, format: 'csv', language: 'en', rhythm: 'daily', keep: 3 } as const
  await at(BEGAN, () => makeSchedule(grant(), { ...asked, ...change }))
  return id
}

async function theSchedule() {
  const [schedule] = await readSchedules(grant())
  if (!schedule) throw new Error('no schedule')
  return schedule
}

async function objectsInStore(): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of fileStore().list('ex/')) keys.push(key)
  return keys
}

describe('a schedule', () => {
  test('writes its first file at once, and what stands beside it; then waits for its turn', async () => {
    await aSchedule()
    expect(await at(BEGAN, () => runSchedules(wordsOf))).toBe(1)
    expect(await at(BEGAN, () => runSchedules(wordsOf))).toBe(0)
    const { files, dueAt } = await theSchedule()
    expect(dueAt).toEqual(nextTurn('daily', BEGAN))
    expect(files).toMatchObject([{ state: 'made', failure: null, rows: 3 }])
    const file = await openScheduledFile(grant(), files[0]?.id ?? '', 'file')
    const beside = await openScheduledFile(grant(), files[0]?.id ?? '', 'metadata')
    if (!file.ok || !beside.ok) throw new Error('not there')
    const bytes = await bytesOf({ body: file.value.body as ReadableStream<Uint8Array<ArrayBuffer>> })
    expect(bytes.length).toBe(file.value.length)
    expect(bytes.toString()).toMatch(/# end, 3 rows, sha256 [0-9a-f]{64}\r\n$/u)
    const metadata = JSON.parse(Buffer.from(beside.value.body as Uint8Array).toString())
    expect(metadata.file).toEqual({
      name: file.value.name,
      contentType: file.value.contentType,
      rows: 3,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
  })

  test('keys say the day and the question; what lies there is sealed, and the sweep leaves it', async () => {
    await aSchedule()
    await at(BEGAN, () => runSchedules(wordsOf))
    const { rows } = await ownerPool().query(`SELECT storage_key, query_id FROM statistic_file`)
    const { storage_key: place, query_id: queryId } = rows[0] as { storage_key: string; query_id: string }
    expect(place).toMatch(new RegExp(`^ex/20261121-${queryId}-[0-9a-f]{8}$`, 'u'))
    expect((await fileStore().get(`${place}/p0`))?.toString()).not.toContain('measure')
    const system = grantOpen({ kind: 'system' }, 'system.sweep')
    expect(await within(system, (on) => findForgottenPlaces(on, [place, 'ex/20200101-0123456789ab-00000000']))).toEqual(
      ['ex/20200101-0123456789ab-00000000'],
    )
  })

  test('keeps its newest files and gives up the others with their keys', async () => {
    await aSchedule({ keep: 3 })
    let moment = BEGAN
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await at(moment, () => runSchedules(wordsOf))).toBe(1)
      moment = nextTurn('daily', moment)
    }
    const { files } = await theSchedule()
    expect(files).toHaveLength(3)
    const { rows } = await ownerPool().query<{ storage_key: string }>(
      `SELECT storage_key FROM statistic_file WHERE state = 'made'`,
    )
    const kept = new Set(rows.map((row) => row.storage_key))
    const inStore = new Set((await objectsInStore()).map(placeOfObject))
    for (const place of kept) expect(inStore.has(place)).toBe(true)
    const { rows: given } = await ownerPool().query(
      `SELECT wrapped_key, storage_key FROM statistic_file WHERE state = 'removed'`,
    )
    expect(given).toEqual([
      { wrapped_key: null, storage_key: null },
      { wrapped_key: null, storage_key: null },
    ])
  })

  test('a store that is away is shown, and tried again later', async () => {
    await aSchedule()
    const away = vi.spyOn(fileStore(), 'put').mockRejectedValue(new StoreUnavailable('ECONNREFUSED'))
    expect(await at(BEGAN, () => runSchedules(wordsOf))).toBe(0)
    away.mockRestore()
    expect((await theSchedule()).files).toMatchObject([{ state: 'failed', failure: 'store_away', tries: 1 }])
    expect(await at(BEGAN, () => runSchedules(wordsOf))).toBe(0)
    const later = new Date(BEGAN.getTime() + 16 * 60_000)
    expect(await at(later, () => runSchedules(wordsOf))).toBe(1)
    expect((await theSchedule()).files).toMatchObject([{ state: 'made', failure: null, tries: 2 }])
  })

  test('two processes at once make one file', async () => {
    await aSchedule()
    const made = await at(BEGAN, () => Promise.all([runSchedules(wordsOf), runSchedules(wordsOf)]))
    expect(made.toSorted((a, b) => a - b)).toEqual([0, 1])
    expect((await theSchedule()).files).toHaveLength(1)
  })

  test('ends when its maker may not export any more', async () => {
    await aSchedule()
    await ownerPool().query('UPDATE staff SET is_active = false WHERE id = $1', [administrator.id])
    expect(await at(BEGAN, () => runSchedules(wordsOf))).toBe(0)
    expect(await theSchedule()).toMatchObject({ state: 'not_allowed', files: [] })
  })

  test('stopped, it makes nothing; sent twice, it is one', async () => {
    const id = await aSchedule()
    await aSchedule({ id })
    expect(await readSchedules(grant())).toHaveLength(1)
    expect((await stopSchedule(grant(), id)).ok).toBe(true)
    expect((await stopSchedule(grant(), id)).ok).toBe(false)
    expect(await at(BEGAN, () => runSchedules(wordsOf))).toBe(0)
  })

  test('making, files and takings are in the trail', async () => {
    await aSchedule()
    await at(BEGAN, () => runSchedules(wordsOf))
    await openScheduledFile(grant(), (await theSchedule()).files[0]?.id ?? '', 'file')
    const { rows } = await ownerPool().query<{ action: string; actor_kind: string }>(
      `SELECT action, actor_kind FROM audit_event WHERE action LIKE 'statistics.%' ORDER BY seq DESC LIMIT 3`,
    )
    expect(rows.toReversed()).toEqual([
      { action: 'statistics.schedule_made', actor_kind: 'staff' },
      { action: 'statistics.export_scheduled', actor_kind: 'system' },
      { action: 'statistics.export_taken', actor_kind: 'staff' },
    ])
  })

  test('a supervisor may neither make nor see one, and the database says so too', async () => {
    expect(grantStaff(supervisor, 'statistics.schedule')).toBeNull()
    await aSchedule()
    const reading = staffGrant(supervisor, 'statistics.read')
    expect(await within(reading, (on) => on.db.statisticSchedule.count())).toBe(0)
  })
})
