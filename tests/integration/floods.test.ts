import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { findBulkAct } from '@/lib/data/bulk-acts'
import { within } from '@/lib/data/within'
import type { ChosenCase } from '@/lib/domain/bulk-act'
import { withClock } from '@/lib/platform/clock'
import { closeAlikeCases, undoClosing } from '@/lib/usecases/abuse/close-alike'
import { readFloods } from '@/lib/usecases/abuse/read-floods'
import { mayGo } from '@/lib/usecases/abuse/may-go'
import { submitReport } from '@/lib/usecases/submit-report'
import { sweep } from '@/lib/usecases/sweep'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import type { StaffActor } from '@/lib/access/grant'
import { anOffice, aReport, aStaffMember, reporterGrant, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'

const NOON = new Date('2026-11-21T03:01:00Z')
const at = <T>(when: Date, work: () => Promise<T>) => withClock(() => when, work)
const WORDS = 'Everybody in this company is paid late and nobody was told why, says somebody who sends this very often.'

let supervisor: StaffActor
let administrator: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  supervisor = await aStaffMember(office, 'supervisor')
  administrator = await aStaffMember(office, 'administrator')
})

const send = (story: string) =>
  at(NOON, async () => {
    const sent = await submitReport(reporterGrant(), {
      answers: aReport({ story }),
      locale: 'vi',
      channel: 'web',
      token: null,
    })
    if (!sent.ok) throw new Error(sent.error.code)
    return sent.value.number
  })
const floods = (by: StaffActor) => at(NOON, () => readFloods(staffGrant(by, 'flow.read')))

test('reports of the same words stand together for supervisors of the office, and no word of them is kept', async () => {
  const alike = [await send(WORDS)]
  for (const words of [WORDS.toUpperCase(), `${WORDS} !!`, WORDS.replaceAll(' ', '  ')]) alike.push(await send(words))
  for (let turn = 0; turn < 6; turn += 1) await send('They kept my passport.')
  expect((await floods(supervisor)).alike).toEqual([])
  alike.push(await send(WORDS))
  await send(`${WORDS} But mine is another.`)
  expect((await floods(supervisor)).alike.map(({ reports }) => reports.map((one) => one.number).toSorted())).toEqual([
    alike.toSorted(),
  ])
  expect((await floods(administrator)).alike).toEqual([])
  await ownerPool().query(`UPDATE cases SET state = 'triage' WHERE number = $1`, [alike[0]])
  expect((await floods(supervisor)).alike).toEqual([])
  await at(new Date(NOON.getTime() + 15 * 86_400_000), sweep)
  expect((await ownerPool().query('SELECT 1 FROM report_mark')).rows).toEqual([])
})

test('what was too much is shown by the hour, as sums', async () => {
  for (let turn = 0; turn < 32; turn += 1) await at(NOON, () => mayGo(doorGrantForAuth(), 'comment', 'a dormitory'))
  expect((await floods(administrator)).hours).toContainEqual({
    name: 'comment',
    hour: new Date('2026-11-21T03:00:00Z'),
    passed: 30,
    held: 2,
    solved: 0,
    waited: 0,
  })
})

describe('closing a flood of the same words', () => {
  const FLOOD =
    'The same long words are sent again and again by somebody who wants to hide what others have to say to you.'
  let officer: StaffActor
  let chosen: Map<string, string>
  beforeAll(async () => {
    officer = await aStaffMember(supervisor.officeId, 'caseworker')
  })
  beforeEach(async () => {
    await ownerPool().query('DELETE FROM report_mark')
    chosen = new Map()
    for (const name of ['first', 'plain', 'other', 'danger', 'came_back', 'changed'])
      chosen.set(name, await send(FLOOD))
    await ownerPool().query(
      `UPDATE report_mark SET received_at = received_at - interval '1 minute' WHERE case_id = $1`,
      [await id('first')],
    )
  })
  const number = (name: string) => chosen.get(name) ?? ''
  const id = async (name: string) =>
    String((await ownerPool().query('SELECT id FROM cases WHERE number = $1', [number(name)])).rows[0]?.id)
  const shown = async () => {
    const flood = (await floods(supervisor)).alike.find(({ reports }) =>
      reports.some((report) => report.number === number('first')),
    )
    return flood?.reports ?? []
  }
  const states = async () =>
    Object.fromEntries(
      (
        await ownerPool().query<{ number: string; state: string }>(
          'SELECT number, state FROM cases WHERE number = ANY ($1)',
          [[...chosen.values()]],
        )
      ).rows.map((row) => [[...chosen].find(([, one]) => one === row.number)?.[0], row.state]),
    )
  const outcomes = async (act: string) => {
    const found = await within(staffGrant(supervisor, 'case.list'), (on) => findBulkAct(on, act))
    return Object.fromEntries(
      (found?.cases ?? []).map((one) => [
        [...chosen].find(([, each]) => each === one.number)?.[0],
        one.undone === null ? one.outcome : `${one.outcome} ${one.undone}`,
      ]),
    )
  }
  const close = async (by: StaffActor, cases: readonly ChosenCase[]) => {
    const requestId = randomUUID()
    const bulk = { requestId, cases, reason: 'We got this report several times and look into it once.' }
    await at(NOON, () => closeAlikeCases(staffGrant(by, 'case.change_state'), bulk))
    await at(NOON, () => closeAlikeCases(staffGrant(by, 'case.change_state'), bulk))
    return requestId
  }
  const actions = async (name: string) =>
    (
      await ownerPool().query<{ to: string }>(
        `SELECT detail ->> 'to' AS to FROM audit_event WHERE action = 'case.state_changed' AND case_id = $1 ORDER BY seq`,
        [await id(name)],
      )
    ).rows.map(({ to }) => to)

  test('closes each by its own moves, leaves out and names what must stay open, and is taken back in one press', async () => {
    await ownerPool().query(`UPDATE cases SET severity = 'critical' WHERE number = $1`, [number('danger')])
    await ownerPool().query(
      `INSERT INTO worker_session (token_hash, case_id, last_seen_at, expires_at) VALUES (uuid_send(gen_random_uuid()), $1, now(), now() + interval '1 hour')`,
      [await id('came_back')],
    )
    const cases = await shown()
    expect(cases[0]?.number).toBe(number('first'))
    expect(cases).toHaveLength(6)
    await ownerPool().query('UPDATE cases SET version = version + 1 WHERE number = $1', [number('changed')])
    const act = await close(supervisor, cases)
    expect(await outcomes(act)).toEqual({
      first: 'first_stays',
      plain: 'done',
      other: 'done',
      danger: 'has_danger',
      came_back: 'worker_returned',
      changed: 'changed_meanwhile',
    })
    expect(await states()).toEqual({
      first: 'received',
      plain: 'closed',
      other: 'closed',
      danger: 'received',
      came_back: 'received',
      changed: 'received',
    })
    expect(await actions('plain')).toEqual(['triage', 'closed'])
    const told = await ownerPool().query(`SELECT 1 FROM message WHERE case_id = $1 AND direction = 'to_worker'`, [
      await id('plain'),
    ])
    expect(told.rowCount).toBe(1)
    await ownerPool().query(`UPDATE cases SET state = 'reopened' WHERE number = $1`, [number('other')])
    const undo = (when: Date) =>
      at(when, () => undoClosing(staffGrant(supervisor, 'case.change_state'), act, 'Taken back.'))
    expect(await undo(new Date(NOON.getTime() + 31 * 60_000))).toEqual({
      ok: false,
      error: { code: 'nothing_to_undo' },
    })
    expect((await undo(new Date(NOON.getTime() + 29 * 60_000))).ok).toBe(true)
    expect(await outcomes(act)).toMatchObject({ plain: 'done done', other: 'done changed_meanwhile' })
    expect(await actions('plain')).toEqual(['triage', 'closed', 'reopened'])
  })

  test('is for supervisors, and for reports of the same words alone', async () => {
    const cases = await shown()
    expect(await outcomes(await close(officer, cases))).toEqual({})
    expect(new Set(Object.values(await states()))).toEqual(new Set(['received']))
    chosen.set('alone', await send('They kept my passport.'))
    const { rows } = await ownerPool().query<ChosenCase>('SELECT number, version FROM cases WHERE number = $1', [
      number('alone'),
    ])
    expect(await outcomes(await close(supervisor, rows))).toEqual({ alone: 'first_stays' })
  })
})
