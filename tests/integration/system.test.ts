import { beforeAll, expect, test } from 'vitest'
import { GET } from '@/app/api/metrics/route'
import type { StaffActor } from '@/lib/access/grant'
import { listOwnNotices } from '@/lib/data/own-notices'
import { within } from '@/lib/data/within'
import { linesOf, SYSTEM_AREAS, type SystemArea, type SystemCode } from '@/lib/domain/system/lines'
import { env } from '@/lib/platform/env'
import { countRequest } from '@/lib/platform/request-counts'
import { withClock } from '@/lib/platform/clock'
import { lookAtSystem, readSystem } from '@/lib/usecases/system/read-system'
import { watchSystem } from '@/lib/usecases/system/watch-system'
import { submitReport } from '@/lib/usecases/submit-report'
import { aReport, aStaffMember, anOffice, reporterGrant, staffGrant } from '../support/builders'
import { ownerPool } from '../support/database'
import { aToldLedger } from '../support/told-ledger'

// Changes what the process remembers of its settings. @alone

const TOKEN = 'watches-the-server-and-nothing-else-0123'
let administrator: StaffActor
let caseId = ''
let officeId = ''

beforeAll(async () => {
  ;({ officeId, caseId } = await aToldLedger())
  administrator = await aStaffMember(officeId, 'administrator')
})

const linesNow = async () => {
  const { facts } = await readSystem(staffGrant(administrator, 'system.read'))
  return (Object.keys(SYSTEM_AREAS) as SystemArea[]).flatMap((area) => linesOf(area, facts))
}
const lineOf = async (code: SystemCode) => (await linesNow()).find((line) => line.code === code)

test('an administrator is told how the installation stands', async () => {
  expect(await lineOf('migrations')).toMatchObject({ standing: 'fine' })
  expect(await lineOf('master_key')).toMatchObject({ standing: 'fine', state: 'all', count: 1 })
  expect(await lineOf('rates')).toMatchObject({
    on: expect.stringMatching(/^\d{4}-\d{2}$/u),
    text: expect.stringMatching(/^[A-Z]{3}$/u),
  })
  expect(await lineOf('backup')).toMatchObject({ standing: 'act', state: 'never' })
  expect(await lineOf('legal_rules')).toMatchObject({ on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u) })
  expect(await lineOf('versions')).toMatchObject({ text: expect.stringMatching(/Node\.js \d+.*PostgreSQL \d+/u) })
})

test('what needs somebody now is told to every administrator, of each line once a day, until it was looked at', async () => {
  const far = await aStaffMember(await anOffice('far'), 'administrator')
  const officer = await aStaffMember(officeId, 'caseworker')
  const unread = async (who: StaffActor) =>
    (await within(staffGrant(who, 'notice.own'), (on) => listOwnNotices(on, null, 50))).rows
      .filter(({ readAt }) => readAt === null)
      .map(({ place, key }) => `${place.kind} ${key.split(' ')[0]}`)
      .toSorted()
  const due = (await linesNow()).filter(({ standing }) => standing === 'act').map(({ code }) => `system ${code}`)
  expect(due).toContain('system backup')
  expect(await watchSystem()).toBe(2 * due.length)
  expect(await watchSystem()).toBe(0)
  expect(await unread(administrator)).toEqual(due.toSorted())
  expect(await unread(far)).toEqual(due.toSorted())
  expect(await unread(officer)).toEqual([])
  await lookAtSystem(staffGrant(administrator, 'system.read'))
  expect(await unread(administrator)).toEqual([])
  expect(await unread(far)).toEqual(due.toSorted())
  const tomorrow = new Date(Date.now() + 86_400_000)
  await withClock(() => tomorrow, watchSystem)
  expect(await unread(administrator)).toContain('system backup')
})

test('a key that no known master key opens is told, and one that is left to rotate', async () => {
  const { rows } = await ownerPool().query<{ id: string }>('SELECT master_key_id AS id FROM case_key')
  await ownerPool().query(`UPDATE case_key SET master_key_id = 'of-somebody-else'`)
  expect(await lineOf('master_key')).toMatchObject({ standing: 'act', state: 'lost', count: 1 })
  await ownerPool().query('UPDATE case_key SET master_key_id = $1', [rows[0]?.id])
  expect(await lineOf('master_key')).toMatchObject({ standing: 'fine' })
})

test('the last backup is told as its command wrote it down', async () => {
  const ended = new Date(Date.now() - 3_600_000).toISOString()
  const put = (key: string, value: object) =>
    ownerPool().query(
      'INSERT INTO installation (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [key, JSON.stringify(value)],
    )
  await put('last_backup', {
    stamp: 's',
    startedAt: ended,
    endedAt: ended,
    bytes: 5,
    rows: 1,
    files: 0,
    missingFiles: 0,
    result: 'whole',
  })
  expect(await lineOf('backup')).toMatchObject({ standing: 'fine', state: 'last', bytes: 5 })
  await put('last_backup_failure', { at: new Date().toISOString(), code: 'ENOSPC' })
  expect(await lineOf('backup')).toMatchObject({ standing: 'act', state: 'failed' })
})

const ask = (authorization: string) => GET(new Request('http://localhost/api/metrics', { headers: { authorization } }))

test('metrics are there for whoever has the token, and nowhere without it', async () => {
  expect((await ask(`Bearer ${TOKEN}`)).status).toBe(404)
  Object.assign(env(), { METRICS_TOKEN: TOKEN })
  try {
    expect((await ask('Bearer another')).status).toBe(404)
    expect((await ask('')).status).toBe(404)
    countRequest({ route: '/[locale]/cases', method: 'GET', status: '2xx', seconds: 0.2, isInTens: false })
    const answer = await ask(`Bearer ${TOKEN}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('version=0.0.4')
    const text = await answer.text()
    expect(text).toContain('fair_passage_request_seconds_count{route="/[locale]/cases",method="GET",status="2xx"} 1\n')
    expect(text).toContain('fair_passage_job_late{job="mail"} 0\n')
    expect(text).toContain('fair_passage_keys_lost 0\n')
    expect(text).toContain('fair_passage_ready 1\n')
    expect(text).toMatch(/^fair_passage_pool_connections\{state="busy"\} \d+$/mu)
    expect(text).toMatch(/^fair_passage_pool_connections\{state="idle"\} [1-9]\d*$/mu)
    expect(text).toContain('fair_passage_pool_waiting 0\n')
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{(?:[a-z]+="[^"]*",?)+\})? -?[0-9.e+]+)$/u)
    const { rows } = await ownerPool().query<{ number: string }>('SELECT number FROM cases')
    for (const word of [caseId, officeId, administrator.id, rows[0]?.number ?? 'nothing'])
      expect(text).not.toContain(word)
  } finally {
    Object.assign(env(), { METRICS_TOKEN: undefined })
  }
})

test('one report more changes no number that is told', async () => {
  Object.assign(env(), { METRICS_TOKEN: TOKEN })
  try {
    const numbers = async () =>
      (await (await ask(`Bearer ${TOKEN}`)).text())
        .split('\n')
        // Of the clock, of this process, and of what the tests themselves hold open.
        .filter((line) => !/_age_seconds|process_|event_loop|connections/u.test(line))
    const before = await numbers()
    const sent = await submitReport(reporterGrant(), { answers: aReport(), locale: 'vi', channel: 'web', token: null })
    expect(sent.ok).toBe(true)
    expect(await numbers()).toEqual(before)
  } finally {
    Object.assign(env(), { METRICS_TOKEN: undefined })
  }
})
