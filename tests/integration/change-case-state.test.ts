import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import type { CaseState } from '@/lib/domain/workflow/states'
import { changeCaseSeverity } from '@/lib/usecases/change-case-severity'
import { changeCaseState, type StateChange } from '@/lib/usecases/change-case-state'
import { takeCase } from '@/lib/usecases/take-case'
import { writeMessage } from '@/lib/usecases/write-message'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { aCase, aTakenCase, versionOf, type StoredCase } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

let office: string
let officer: StaffActor
let colleague: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'supervisor')
})

async function change(found: StoredCase, to: CaseState, more: Partial<StateChange> = {}, actor: StaffActor = officer) {
  return changeCaseState(staffGrant(actor, 'case.change_state'), {
    number: found.number,
    version: await versionOf(found.id),
    to,
    requestId: randomUUID(),
    declared: [],
    ...more,
  })
}

async function row<T extends object>(sql: string, ...params: unknown[]): Promise<T> {
  const { rows } = await ownerPool().query<T>(sql, params)
  const [first] = rows
  if (!first) throw new Error('no row')
  return first
}

const stateOf = async (found: StoredCase) =>
  (await row<{ state: string }>('SELECT state FROM cases WHERE id = $1', found.id)).state
const brokenAudit = async () =>
  (await row<{ broken: string | null }>('SELECT app.first_broken_audit($1) AS broken', office)).broken

describe('a change of state', () => {
  it('of two officers at once one wins, the other is told and loses nothing of the case', async () => {
    const found = await aTakenCase(officer)
    const version = await versionOf(found.id)
    const ask = (actor: StaffActor, question: string) =>
      changeCaseState(staffGrant(actor, 'case.change_state'), {
        number: found.number,
        version,
        to: 'awaiting_worker',
        requestId: randomUUID(),
        declared: [],
        question,
      })
    const done = await Promise.all([ask(officer, 'Do you have payslips?'), ask(colleague, 'Where is your passport?')])
    expect(done.filter((one) => one.ok)).toHaveLength(1)
    expect(done.find((one) => !one.ok)).toEqual({ ok: false, error: { code: 'changed_meanwhile' } })
    expect(
      await row(
        'SELECT count(*)::int AS moves FROM state_move WHERE case_id = $1 AND to_state = $2',
        found.id,
        'awaiting_worker',
      ),
    ).toEqual({ moves: 1 })
    expect(await row('SELECT count(*)::int AS sent FROM message WHERE case_id = $1', found.id)).toEqual({ sent: 1 })
    expect(await brokenAudit()).toBeNull()
  })

  it('that the workflow refuses writes nothing', async () => {
    const found = await aTakenCase(officer)
    const before = await row<{ events: number }>('SELECT count(*)::int AS events FROM audit_event')
    expect(await change(found, 'investigation')).toEqual({ ok: false, error: { code: 'move_not_allowed' } })
    expect(await change(found, 'closed', { closingCode: 'inadmissible_signposted', reason: 'Not ours' })).toEqual({
      ok: false,
      error: { code: 'signpost_missing' },
    })
    expect(await stateOf(found)).toBe('triage')
    expect(await row('SELECT count(*)::int AS events FROM audit_event')).toEqual(before)
  })

  it('to a waiting case stops the clocks of the office, and back again lets them run', async () => {
    const found = await aTakenCase(officer)
    await change(found, 'awaiting_worker', { question: 'Bạn có phiếu lương không?' })
    expect(
      await row(
        'SELECT next_due_kind, awaiting_since IS NOT NULL AS waits, first_reply_at IS NOT NULL AS told FROM cases WHERE id = $1',
        found.id,
      ),
    ).toEqual({ next_due_kind: 'worker_check_in', waits: true, told: true })
    expect(
      await row(
        `SELECT bool_and(paused_at IS NOT NULL) AS paused FROM deadline WHERE case_id = $1 AND owner_kind = 'officer' AND met_at IS NULL AND cancelled_at IS NULL`,
        found.id,
      ),
    ).toEqual({ paused: true })
    expect((await change(found, 'triage')).ok).toBe(true)
    expect(await row('SELECT state, next_due_kind, awaiting_since FROM cases WHERE id = $1', found.id)).toEqual({
      state: 'triage',
      next_due_kind: 'triage_decision',
      awaiting_since: null,
    })
    expect(
      await row('SELECT count(*)::int AS paused FROM deadline WHERE case_id = $1 AND paused_at IS NOT NULL', found.id),
    ).toEqual({ paused: 0 })
  })

  it('goes all the way from triage to a remedy that arrived, and ends with words to the worker', async () => {
    const found = await aTakenCase(officer)
    const steps: [CaseState, Partial<StateChange>][] = [
      ['assigned', { assigneeId: officer.id }],
      ['referral_pending_consent', { bodyCode: 'JP_OTIT', dataScope: ['facts', 'fees'] }],
      ['referred', { declared: ['consent_told'], reason: 'By phone, on Friday.' }],
      ['investigation', { declared: ['body_answered'], reason: 'OTIT asked for payslips.' }],
      [
        'remedy_agreed',
        {
          declared: ['worker_accepted'],
          reason: 'By phone, on Monday.',
          remedyType: 'fee_repayment',
          remedyTerms: 'Trả lại 100.000 yên.',
        },
      ],
      ['remedy_delivered', { declared: ['evidence_seen', 'worker_confirmed'], reason: 'By phone, today.' }],
      ['closed', { closingCode: 'remedied_full', reason: 'Bạn đã nhận lại tiền.' }],
    ]
    for (const [to, more] of steps) expect(await change(found, to, more), to).toMatchObject({ ok: true })
    expect(
      await row(
        'SELECT state, closing_code, closed_at IS NOT NULL AS is_closed, triaged_at IS NOT NULL AS is_triaged, next_due_kind FROM cases WHERE id = $1',
        found.id,
      ),
    ).toEqual({
      state: 'closed',
      closing_code: 'remedied_full',
      is_closed: true,
      is_triaged: true,
      next_due_kind: 'retaliation_check',
    })
    expect(
      await row('SELECT state, consent_id IS NOT NULL AS with_consent FROM referral WHERE case_id = $1', found.id),
    ).toEqual({ state: 'answered', with_consent: true })
    expect(
      await row(
        'SELECT delivered_at IS NOT NULL AND worker_confirmed_at IS NOT NULL AS done FROM remedy WHERE case_id = $1',
        found.id,
      ),
    ).toEqual({ done: true })
    expect(
      await row(`SELECT count(*)::int AS told FROM message WHERE case_id = $1 AND direction = 'to_worker'`, found.id),
    ).toEqual({ told: 1 })
    expect(await brokenAudit()).toBeNull()
  })
})

describe('taking and writing', () => {
  it('an officer with a tie to a party does not get the case, and the tie is written down', async () => {
    const found = await aCase()
    const version = await versionOf(found.id)
    expect(
      await takeCase(staffGrant(officer, 'case.take'), { number: found.number, version, hasConflict: true }),
    ).toEqual({ ok: false, error: { code: 'assignee_conflict' } })
    expect(await row('SELECT assignee_id, state FROM cases WHERE id = $1', found.id)).toEqual({
      assignee_id: null,
      state: 'received',
    })
    expect(
      await row(
        `SELECT count(*)::int AS events FROM audit_event WHERE action = 'case.conflict_declared' AND actor_id = $1`,
        officer.id,
      ),
    ).toEqual({ events: 1 })
  })

  it('of two officers who take a case at once one gets it', async () => {
    const found = await aCase()
    const version = await versionOf(found.id)
    const done = await Promise.all(
      [officer, colleague].map((actor) =>
        takeCase(staffGrant(actor, 'case.take'), { number: found.number, version, hasConflict: false }),
      ),
    )
    expect(done.filter((one) => one.ok)).toHaveLength(1)
  })

  it('the first message is the first reply, and a form sent twice is one message', async () => {
    const found = await aCase()
    const message = { number: found.number, requestId: randomUUID(), text: 'Chúng tôi đã đọc.' }
    const grant = staffGrant(officer, 'case.write_message')
    await Promise.all([writeMessage(grant, message), writeMessage(grant, message)])
    expect(await row('SELECT count(*)::int AS sent FROM message WHERE case_id = $1', found.id)).toEqual({ sent: 1 })
    expect(
      await row(`SELECT met_at IS NOT NULL AS met FROM deadline WHERE case_id = $1 AND kind = 'first_reply'`, found.id),
    ).toEqual({ met: true })
    expect(
      await row('SELECT first_reply_at IS NOT NULL AS replied, next_due_kind FROM cases WHERE id = $1', found.id),
    ).toEqual({ replied: true, next_due_kind: 'triage_decision' })
  })

  it('another severity brings other promises, and its reason is sealed', async () => {
    const found = await aCase()
    const before = await row<{ due: Date }>('SELECT next_due_at AS due FROM cases WHERE id = $1', found.id)
    const done = await changeCaseSeverity(staffGrant(officer, 'case.change_severity'), {
      number: found.number,
      version: await versionOf(found.id),
      severity: 'critical',
      reason: 'Sắp bị đưa ra sân bay.',
      requestId: randomUUID(),
    })
    expect(done).toEqual({ ok: true, value: undefined })
    const after = await row<{ due: Date; severity: string }>(
      'SELECT next_due_at AS due, severity FROM cases WHERE id = $1',
      found.id,
    )
    expect(after.severity).toBe('critical')
    expect(after.due.getTime()).toBeLessThan(before.due.getTime())
    expect(
      await row(
        `SELECT kind, position(convert_to('sân bay', 'UTF8') IN sealed_body) > 0 AS is_readable FROM note WHERE case_id = $1`,
        found.id,
      ),
    ).toEqual({ kind: 'reason', is_readable: false })
  })
})
