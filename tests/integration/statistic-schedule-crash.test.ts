import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { findForgottenPlaces } from '@/lib/data/sweep'
import { within } from '@/lib/data/within'
import type { ExportFormat } from '@/lib/domain/statistics/export/formats'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import { withClock } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { placeOfObject } from '@/lib/storage/keys'
import { fileStore } from '@/lib/storage/store'
import { KeptFileBroken } from '@/lib/usecases/statistics/kept-files'
import { makeSchedule } from '@/lib/usecases/statistics/schedules/change-schedules'
import { openScheduledFile } from '@/lib/usecases/statistics/schedules/open-file'
import { readSchedules } from '@/lib/usecases/statistics/schedules/read-schedules'
import { runSchedules } from '@/lib/usecases/statistics/schedules/run-schedules'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { addCountedCases } from '../support/counted-cases'
import { ownerPool } from '../support/database'
import { bytesOf, englishWords } from '../support/made-releases'

// @alone: who dies at work leaves it standing, with its clock.

const BEGAN = new Date('2026-11-21T00:00:00Z')
const QUERY = { ...DEFAULT_QUERY, measures: ['reports'], rows: 'origin' } as const
const wordsOf = () => englishWords
let administrator: StaffActor

beforeAll(async () => {
  const office = await anOffice('hand', { isDefaultIntake: true })
  administrator = await aStaffMember(office, 'administrator')
  await addCountedCases(office, 8, { origin: 'VN' })
  await addCountedCases(office, 2, { origin: 'KH' })
})
beforeEach(() => ownerPool().query('DELETE FROM statistic_schedule'))

const at = <T>(moment: Date, work: () => Promise<T>) => withClock(() => moment, work)
const grant = () => staffGrant(administrator, 'statistics.schedule')

function aSchedule(format: ExportFormat = 'csv'): Promise<void> {
  const asked = {
    id: newId(),
    name: 'Reports',
    query: QUERY,
    format,
    language: 'en',
    rhythm: 'daily',
    keep: 3,
  } as const
  return at(BEGAN, () => makeSchedule(grant(), asked))
}

async function theSchedule() {
  const [schedule] = await readSchedules(grant())
  if (!schedule) throw new Error('no schedule')
  return schedule
}

async function theBody(): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const file = await openScheduledFile(grant(), (await theSchedule()).files[0]?.id ?? '', 'file')
  if (!file.ok) throw new Error('not there')
  return file.value.body as ReadableStream<Uint8Array<ArrayBuffer>>
}

async function thePlace(): Promise<string> {
  const { rows } = await ownerPool().query<{ place: string }>(
    `SELECT storage_key AS place FROM statistic_file WHERE state = 'made'`,
  )
  return rows[0]?.place ?? ''
}

async function objectsInStore(): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of fileStore().list('ex/')) keys.push(key)
  return keys
}

describe('a crash', () => {
  test('in the middle of a file leaves nothing that counts: the next process makes it, the sweep takes the rest', async () => {
    await aSchedule()
    // The process dies while it writes: nothing after the first part happens, not even the note that it failed.
    const put = vi.spyOn(fileStore(), 'put')
    const died = new Promise<void>((resolve) => {
      put.mockImplementationOnce(() => {
        resolve()
        return new Promise<void>(() => undefined)
      })
    })
    void at(BEGAN, () => runSchedules(wordsOf))
    await died
    expect((await theSchedule()).files).toEqual([])
    expect(await at(BEGAN, () => runSchedules(wordsOf))).toBe(1)
    put.mockRestore()
    expect((await theSchedule()).files).toMatchObject([{ state: 'made', tries: 1 }])
  })

  test('after the file lay in the store, before its row was written: another file is made, the first is forgotten', async () => {
    await aSchedule()
    const before = new Set((await objectsInStore()).map(placeOfObject))
    const store = fileStore()
    const put = store.put.bind(store)
    const spy = vi.spyOn(fileStore(), 'put').mockImplementation(async (key, bytes) => {
      await put(key, bytes)
      if (key.endsWith('/metadata')) await new Promise<void>(() => undefined)
    })
    void at(BEGAN, () => runSchedules(wordsOf))
    await vi.waitFor(
      async () => expect((await objectsInStore()).some((key) => isNewMetadata(key, before))).toBe(true),
      {
        timeout: 10_000,
      },
    )
    spy.mockRestore()
    expect(await at(BEGAN, () => runSchedules(wordsOf))).toBe(1)
    const place = await thePlace()
    const places = new Set((await objectsInStore()).map(placeOfObject))
    const left = [...places].filter((one) => !before.has(one) && one !== place)
    expect(left).toHaveLength(1)
    const system = grantOpen({ kind: 'system' }, 'system.sweep')
    expect(await within(system, (on) => findForgottenPlaces(on, left))).toEqual(left)
  })

  test('of the store, which loses a part: the download fails in the middle and never ends as whole', async () => {
    await aSchedule()
    await at(BEGAN, () => runSchedules(wordsOf))
    await fileStore().delete([`${await thePlace()}/p0`])
    await expect(bytesOf({ body: await theBody() })).rejects.toBeInstanceOf(KeptFileBroken)
  })
})

function isNewMetadata(key: string, before: ReadonlySet<string>): boolean {
  return key.endsWith('/metadata') && !before.has(placeOfObject(key))
}

test('a file has what the page has: few stay held back, whoever set it up', async () => {
  await aSchedule('json')
  await at(BEGAN, () => runSchedules(wordsOf))
  const bytes = await bytesOf({ body: await theBody() })
  const { rows, metadata } = JSON.parse(bytes.toString()) as {
    rows: { row: string; row_name: string; value: unknown }[]
    metadata: { rules: unknown[]; ratesAsOf: string | null; scope: string }
  }
  expect(rows.find(({ row }) => row === 'KH')).toMatchObject({ row_name: 'Cambodia', value: 's' })
  expect(metadata.scope).toBe('all')
})
