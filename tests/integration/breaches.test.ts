import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { listOwnNotices } from '@/lib/data/own-notices'
import { within } from '@/lib/data/within'
import { withClock } from '@/lib/platform/clock'
import { remindOfDeadlines } from '@/lib/usecases/jobs/remind-of-deadlines'
import {
  askForClosing,
  exportBreach,
  finishDuty,
  judgeBreach,
  readBreach,
  readBreaches,
  reportBreach,
  reviewBreach,
} from '@/lib/usecases/privacy/breaches'
import { addTouchedCases, tellTouchedWorkers } from '@/lib/usecases/privacy/touched-cases'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { aCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'
import { isChainWhole } from '../support/ledger'

const knownAt = new Date('2026-10-01T00:00:00Z')
const hours = (count: number) => new Date(knownAt.getTime() + count * 3_600_000)
const WHAT = 'A laptop with a list was left in a train.'
const facts = {
  data: ['contact' as const],
  people: 3,
  origins: ['VN'],
  isIntended: false,
  isFraudRisk: false,
}

let office: string
let administrator: StaffActor
let supervisor: StaffActor
let stranger: StaffActor
beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  office = await anOffice('helpdesk', { isDefaultIntake: true })
  administrator = await aStaffMember(office, 'administrator')
  supervisor = await aStaffMember(office, 'supervisor')
  stranger = await aStaffMember(await anOffice('union'), 'administrator')
})

const at = <T>(moment: Date, work: () => Promise<T>) => withClock(() => moment, work)
const ordered = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map(String).join(' ')).toSorted()
const reported = async () => {
  const requestId = randomUUID()
  const form = { requestId, ...facts, knownAt, what: WHAT, measures: null }
  const done = await at(hours(2), () => reportBreach(staffGrant(supervisor, 'breach.report'), form))
  expect(done).toEqual({ ok: true, value: undefined })
  // The same form posted twice is one incident.
  await at(hours(2), () => reportBreach(staffGrant(supervisor, 'breach.report'), form))
  return requestId
}
const read = async (id: string) => {
  const found = await readBreach(staffGrant(administrator, 'breach.report'), id)
  if (!found) throw new Error('it is not there')
  return found
}
const judged = (id: string, version: number) =>
  at(hours(5), () =>
    judgeBreach(staffGrant(administrator, 'breach.manage'), id, {
      ...facts,
      version,
      decision: 'notifiable',
      why: 'Names of three people.',
    }),
  )

test('an incident runs its clocks, is ticked duty by duty, and is closed by somebody who did not ask for it', async () => {
  const id = await reported()
  expect((await read(id)).duties.map(({ duty, dueAt }) => [duty, dueAt])).toEqual([['triage', hours(24)]])
  const manage = staffGrant(administrator, 'breach.manage')
  expect(await askForClosing(manage, id, { version: 1, measures: 'none' })).toMatchObject({
    error: { code: 'still_due' },
  })
  expect(await judged(id, 1)).toMatchObject({ ok: true })
  expect(await judged(id, 1)).toMatchObject({ error: { code: 'changed_meanwhile' } })
  const { duties, version } = await read(id)
  expect(ordered(duties.map(({ duty, law, dueAt }) => [duty, law, dueAt]))).toEqual(
    ordered([
      ['triage', null, hours(24)],
      ['authority', 'jp_appi', hours(72)],
      ['authority', 'vn_pdp', hours(72)],
      ['persons', null, hours(72)],
      ['final', 'jp_appi', hours(30 * 24)],
    ]),
  )
  for (const { id: duty, doneAt } of duties)
    if (doneAt === null) await finishDuty(manage, id, { duty, outcome: 'done', note: 'By post, number 7.' })
  expect(await finishDuty(manage, id, { duty: duties[1]?.id ?? '', outcome: 'done', note: 'again' })).toMatchObject({
    error: { code: 'done_before' },
  })
  expect(await askForClosing(manage, id, { version, measures: 'Disks are sealed now.' })).toMatchObject({ ok: true })
  const asked = (await read(id)).version
  const form = { version: asked, decision: 'agree' as const, words: 'Seen.' }
  expect(await reviewBreach(staffGrant(administrator, 'breach.review'), id, form)).toMatchObject({
    error: { code: 'own' },
  })
  expect(await reviewBreach(staffGrant(supervisor, 'breach.review'), id, form)).toMatchObject({ ok: true })
  expect(await read(id)).toMatchObject({ state: 'closed', closedByName: supervisor.displayName, what: WHAT })
  expect(await exportBreach(manage, id)).toMatchObject({ state: 'closed', what: WHAT, casesTouched: 0 })
  expect(await isChainWhole(office)).toBe(true)
})

test('its words are sealed, and another office sees nothing of it', async () => {
  const id = await reported()
  const { rows } = await ownerPool().query<{ text: string }>('SELECT b::text AS text FROM breach b')
  expect(rows.map(({ text }) => text).join(' ')).not.toContain(Buffer.from('laptop').toString('hex'))
  expect(await readBreach(staffGrant(stranger, 'breach.report'), id)).toBeNull()
  expect(await readBreaches(staffGrant(stranger, 'breach.report'))).toEqual([])
  expect(
    await judgeBreach(staffGrant(stranger, 'breach.manage'), id, {
      ...facts,
      version: 1,
      decision: 'notifiable',
      why: 'x',
    }),
  ).toMatchObject({ error: { code: 'not_found' } })
})

test('supervisors and administrators are reminded before, when it is due, and every day after; once each', async () => {
  await ownerPool().query('DELETE FROM notice; UPDATE breach_duty SET remind_at = NULL')
  const id = await reported()
  await ownerPool().query('DELETE FROM notice')
  const kindsOf = async (who: StaffActor) =>
    (
      await ownerPool().query<{ kind: string }>(
        'SELECT kind FROM notice WHERE breach_id = $1 AND staff_id = $2 ORDER BY created_at, kind',
        [id, who.id],
      )
    ).rows.map(({ kind }) => kind)
  const kinds = async () => {
    const told = await kindsOf(supervisor)
    expect(await kindsOf(administrator)).toEqual(told)
    expect(await kindsOf(stranger)).toEqual([])
    return told
  }
  await at(hours(17), remindOfDeadlines)
  expect(await kinds()).toEqual([])
  await at(hours(18), remindOfDeadlines)
  await at(hours(18), remindOfDeadlines)
  expect(await kinds()).toEqual(['breach_due'])
  await at(hours(24), remindOfDeadlines)
  expect(await kinds()).toEqual(['breach_due', 'breach_overdue'])
  await at(hours(49), remindOfDeadlines)
  expect(await kinds()).toEqual(['breach_due', 'breach_overdue', 'breach_overdue'])
  for (const who of [supervisor, administrator]) {
    const list = () => within(staffGrant(who, 'notice.own'), (on) => listOwnNotices(on, null, 10))
    expect((await list()).rows[0]?.place).toEqual({ kind: 'breach', id })
    await readBreach(staffGrant(who, 'breach.report'), id)
    expect((await list()).rows.filter(({ readAt }) => readAt === null)).toEqual([])
  }
})

test('the workers of the cases it touches are told on their own pages, and nobody else', async () => {
  const id = await reported()
  const [touched, other] = [await aCase(), await aCase()]
  const tell = staffGrant(supervisor, 'breach.tell')
  expect(await addTouchedCases(tell, id, [touched.number, 'AAAA-AAAA'])).toMatchObject({
    error: { code: 'numbers_unknown' },
  })
  expect(await addTouchedCases(tell, id, [touched.number.toLowerCase()])).toMatchObject({ ok: true })
  const own = (caseId: string) => readOwnCase(grantOpen({ kind: 'worker', caseId }, 'own_case.read'))
  expect((await own(touched.id))?.breaches).toEqual([])
  await tellTouchedWorkers(tell, id)
  expect((await own(touched.id))?.breaches).toMatchObject([{ knownAt, data: ['contact'] }])
  expect((await own(other.id))?.breaches).toEqual([])
  expect(await read(id)).toMatchObject({ cases: 1, casesTold: 1 })
})
