import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import type { RightsOutcome } from '@/lib/domain/privacy/rights-request'
import { withClock } from '@/lib/platform/clock'
import { remindOfDeadlines } from '@/lib/usecases/jobs/remind-of-deadlines'
import { answerRight, recordRight } from '@/lib/usecases/privacy/answer-right'
import { askRight } from '@/lib/usecases/privacy/ask-right'
import { readCase } from '@/lib/usecases/read-case'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, actionsOf, caseRow, erase, GONE, numberOf, type OwnCase } from '../support/own-case'

const DAY_MS = 86_400_000
const WORDS = 'Xin xóa tin nhắn hôm qua.'

let officer: StaffActor
let supervisor: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
  stranger = await aStaffMember(await anOffice('union'), 'supervisor')
})

const asked = (change: object = {}) => ({
  requestId: randomUUID(),
  kind: 'erasure' as const,
  words: WORDS,
  notice: 'Tôi yêu cầu về dữ liệu của tôi',
  language: 'vi',
  ...change,
})
const recorded = async (own: OwnCase, change: object = {}) => ({
  number: await numberOf(own),
  requestId: randomUUID(),
  kind: 'access' as const,
  askedBy: 'worker' as const,
  cameBy: 'phone' as const,
  cameOn: '2026-10-20',
  identityCheck: 'called_back' as const,
  words: '',
  ...change,
})
const record = async (own: OwnCase, change: object = {}, actor = officer) =>
  recordRight(staffGrant(actor, 'case.answer_right'), await recorded(own, change))
const answer = async (own: OwnCase, outcome: RightsOutcome, actor = officer) => {
  const reading = await readCase(staffGrant(officer, 'case.read'), await numberOf(own))
  return answerRight(staffGrant(actor, 'case.answer_right'), {
    number: await numberOf(own),
    id: reading?.followUp.rights.at(-1)?.id ?? randomUUID(),
    requestId: randomUUID(),
    outcome,
    reason: 'Đã làm như bạn muốn.',
  })
}
const clocks = async (id: string) =>
  (
    await ownerPool().query<{ due_at: Date; met: boolean; cancelled: boolean }>(
      `SELECT due_at, met_at IS NOT NULL AS met, cancelled_at IS NOT NULL AS cancelled FROM deadline WHERE case_id = $1 AND kind = 'rights_request'`,
      [id],
    )
  ).rows
const close = (id: string) =>
  ownerPool().query(
    `UPDATE cases SET state = 'closed', closing_code = 'remedied_full', closed_at = now(), state_changed_at = now() WHERE id = $1`,
    [id],
  )

describe('what a worker asks about the own data', () => {
  test('has a clock of fourteen days that both see, and ends with an answer that both see', async () => {
    const own = await aCase()
    const same = asked()
    await Promise.all([askRight(own.write, same), askRight(own.write, same)])
    expect(await caseRow(own.id)).toMatchObject({ unread_from_worker: 1 })
    const before = await readOwnCase(own.read)
    expect(before?.rights).toMatchObject([
      { kind: 'erasure', words: WORDS, cameBy: 'own_page', identityCheck: 'own_code', outcome: null },
    ])
    const cameAt = before?.rights[0]?.cameAt.getTime() ?? 0
    expect(before?.deadlines.filter(({ kind }) => kind === 'rights_request').map(({ dueAt }) => dueAt)).toEqual([
      new Date(cameAt + 14 * DAY_MS),
    ])
    expect(await answer(own, 'partly')).toEqual({ ok: true, value: undefined })
    const after = await readOwnCase(own.read)
    expect(after?.rights).toMatchObject([{ outcome: 'partly', reason: 'Đã làm như bạn muốn.' }])
    expect(after?.messages.at(-1)).toMatchObject({ direction: 'to_worker', text: 'Đã làm như bạn muốn.' })
    expect(await clocks(own.id)).toMatchObject([{ met: true, cancelled: false }])
    expect(await actionsOf(own.id)).toEqual(expect.arrayContaining(['right.asked', 'right.answered']))
    expect(await answer(own, 'partly')).toMatchObject({ ok: true })
    expect(await answer(own, 'refused')).toEqual({ ok: false, error: { code: 'changed_meanwhile' } })
  })

  test('keeps its words sealed, and is refused when ten wait', async () => {
    const own = await aCase()
    for (let count = 0; count < 10; count += 1) expect((await askRight(own.write, asked())).ok).toBe(true)
    expect(await askRight(own.write, asked())).toEqual({ ok: false, error: { code: 'requests_full' } })
    const { rows } = await ownerPool().query('SELECT row_to_json(r)::text AS text FROM rights_request r')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('tin nh')
  })

  test('is asked of an ended case too, and goes on when a case ends; of an erased one nothing is asked', async () => {
    const own = await aCase()
    await askRight(own.write, asked())
    await close(own.id)
    expect((await askRight(own.write, asked())).ok).toBe(true)
    expect(await clocks(own.id)).toMatchObject([
      { met: false, cancelled: false },
      { met: false, cancelled: false },
    ])
    expect(await answer(own, 'done')).toMatchObject({ ok: true })
    const erased = await aCase()
    await erase(erased)
    expect(await askRight(erased.write, asked())).toEqual(GONE)
  })

  test('is reminded of before it is due, and told to the supervisors when it is late', async () => {
    const own = await aCase()
    await askRight(own.write, asked())
    const [clock] = await clocks(own.id)
    const kinds = async () =>
      (
        await ownerPool().query<{ kind: string; staff_id: string }>(
          `SELECT kind, staff_id FROM notice WHERE case_id = $1 AND key LIKE 'rights_request:%'`,
          [own.id],
        )
      ).rows
    const run = (ms: number) => withClock(() => new Date((clock?.due_at.getTime() ?? 0) + ms), remindOfDeadlines)
    await run(-2 * DAY_MS)
    expect(await kinds()).toEqual([])
    await run(-DAY_MS / 2)
    expect((await kinds()).map(({ kind }) => kind)).toEqual(['deadline_soon'])
    await run(60_000)
    expect(await kinds()).toContainEqual({ kind: 'deadline_overdue', staff_id: supervisor.id })
  })
})

describe('what came by phone or mail', () => {
  test('has its clock from the day it came, and how it was made sure who asks', async () => {
    const own = await aCase()
    expect(await record(own, { cameOn: '2100-01-01' })).toEqual({ ok: false, error: { code: 'bad_day' } })
    expect((await record(own)).ok).toBe(true)
    expect(await clocks(own.id)).toMatchObject([{ due_at: new Date('2026-11-02T15:00:00Z') }])
    expect((await readOwnCase(own.read))?.rights).toMatchObject([
      { kind: 'access', cameBy: 'phone', identityCheck: 'called_back', words: null },
    ])
    expect(await record(own, {}, stranger)).toEqual({ ok: false, error: { code: 'not_found' } })
  })

  test('is not done for somebody nobody made sure of', async () => {
    const own = await aCase()
    await record(own, { identityCheck: 'not_yet' })
    expect(await answer(own, 'done')).toEqual({ ok: false, error: { code: 'identity_missing' } })
    expect(await answer(own, 'identity_unproven')).toMatchObject({ ok: true })
  })

  test('of somebody else is not shown to the worker: neither the request, nor its clock, nor its answer', async () => {
    const own = await aCase()
    const before = await readOwnCase(own.read)
    await record(own, { askedBy: 'other' })
    expect((await answer(own, 'refused')).ok).toBe(true)
    await record(own, { askedBy: 'other' })
    const after = await readOwnCase(own.read)
    expect(after?.rights).toEqual([])
    expect(after?.messages.length).toBe(before?.messages.length)
    expect(after?.deadlines.filter(({ kind }) => kind === 'rights_request')).toEqual([])
    expect(await answer(own, 'refused', stranger)).toEqual({ ok: false, error: { code: 'not_found' } })
  })
})
