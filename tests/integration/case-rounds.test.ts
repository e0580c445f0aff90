import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import type { CaseState } from '@/lib/domain/workflow/states'
import { assignCase } from '@/lib/usecases/assign-case'
import { changeCaseSeverity } from '@/lib/usecases/change-case-severity'
import { changeCaseState, type StateChange } from '@/lib/usecases/change-case-state'
import { readCase } from '@/lib/usecases/read-case'
import { recordCheck } from '@/lib/usecases/record-check'
import { takeCase } from '@/lib/usecases/take-case'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { aCase, aTakenCase, versionOf, type StoredCase } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

let officer: StaffActor
let colleague: StaffActor
let supervisor: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
})

async function change(found: StoredCase, to: CaseState, more: Partial<StateChange> = {}) {
  return changeCaseState(staffGrant(officer, 'case.change_state'), {
    number: found.number,
    version: await versionOf(found.id),
    to,
    requestId: randomUUID(),
    declared: [],
    ...more,
  })
}

async function walk(found: StoredCase, steps: readonly [CaseState, Partial<StateChange>][]) {
  for (const [to, more] of steps) expect(await change(found, to, more), to).toMatchObject({ ok: true })
}

async function rows<T extends object>(sql: string, ...params: unknown[]): Promise<T[]> {
  return (await ownerPool().query<T>(sql, params)).rows
}

const toInquiry = (): [CaseState, Partial<StateChange>][] => [
  ['assigned', { assigneeId: officer.id }],
  ['investigation', { reason: 'We look at the payslips.' }],
]
const AGREED: Partial<StateChange> = {
  declared: ['worker_accepted'],
  reason: 'By phone.',
  remedyType: 'fee_repayment',
  remedyTerms: 'Trả lại 100.000 yên.',
}

describe('a second round', () => {
  it('needs a remedy of its own: the broken one proves nothing and stays broken', async () => {
    const found = await aTakenCase(officer)
    await walk(found, [...toInquiry(), ['remedy_agreed', AGREED], ['investigation', { reason: 'No money came.' }]])
    expect(await rows('SELECT failed_at IS NOT NULL AS failed FROM remedy')).toEqual([{ failed: true }])
    expect(await change(found, 'remedy_agreed')).toEqual({ ok: false, error: { code: 'remedy_missing' } })
    await walk(found, [['remedy_agreed', AGREED]])
    expect(await change(found, 'remedy_delivered')).toEqual({ ok: false, error: { code: 'evidence_missing' } })
    await walk(found, [['remedy_delivered', { declared: ['evidence_seen', 'worker_confirmed'], reason: 'By phone.' }]])
    expect(
      await rows(
        'SELECT failed_at IS NOT NULL AS failed, delivered_at IS NOT NULL AS came FROM remedy ORDER BY agreed_at',
      ),
    ).toEqual([
      { failed: true, came: false },
      { failed: false, came: true },
    ])
  })

  it('after opening again needs a remedy of its own too, and owes another answer', async () => {
    const found = await aTakenCase(officer)
    await walk(found, [
      ...toInquiry(),
      ['remedy_agreed', AGREED],
      ['remedy_delivered', { declared: ['evidence_seen', 'worker_confirmed'], reason: 'By phone.' }],
      ['closed', { closingCode: 'remedied_full', reason: 'Đã trả.' }],
      ['reopened', { reopeningReason: 'new_fact', reason: 'Another deposit.' }],
    ])
    expect(
      await rows(
        `SELECT kind FROM deadline WHERE case_id = $1 AND kind = 'substantive_answer' AND met_at IS NULL AND cancelled_at IS NULL`,
        found.id,
      ),
    ).toEqual([{ kind: 'substantive_answer' }])
    await walk(found, toInquiry())
    expect(await change(found, 'remedy_agreed')).toEqual({ ok: false, error: { code: 'remedy_missing' } })
  })
})

describe('what is asked by a date', () => {
  it('a body is asked three times, each time written down, and then the case may go on without an answer', async () => {
    const found = await aTakenCase(officer)
    await walk(found, [
      ['assigned', { assigneeId: officer.id }],
      ['referral_pending_consent', { bodyCode: 'JP_OTIT', dataScope: ['facts'] }],
      ['referred', { declared: ['consent_told'], reason: 'By phone.' }],
    ])
    const ending = { closingCode: 'referred_no_feedback', reason: 'OTIT không trả lời.' } as const
    expect(await change(found, 'closed', ending)).toEqual({ ok: false, error: { code: 'body_answer_missing' } })
    const grant = staffGrant(officer, 'case.change_state')
    const asked = { number: found.number, kind: 'referral_follow_up', outcome: 'They will call.' } as const
    const first = { ...asked, requestId: randomUUID() }
    expect((await recordCheck(grant, first)).ok).toBe(true)
    expect((await recordCheck(grant, first)).ok).toBe(true)
    expect((await recordCheck(grant, { ...asked, requestId: randomUUID() })).ok).toBe(true)
    expect(await change(found, 'closed', ending)).toEqual({ ok: false, error: { code: 'body_answer_missing' } })
    expect((await recordCheck(grant, { ...asked, requestId: randomUUID() })).ok).toBe(true)
    expect(await recordCheck(grant, { ...asked, requestId: randomUUID() })).toEqual({
      ok: false,
      error: { code: 'changed_meanwhile' },
    })
    expect((await change(found, 'closed', ending)).ok).toBe(true)
    expect(await rows('SELECT state, answered_at FROM referral')).toEqual([{ state: 'sent', answered_at: null }])
  })

  it('who asked in vain says so, and no answer is made up', async () => {
    const found = await aTakenCase(officer)
    await walk(found, [
      ['assigned', { assigneeId: officer.id }],
      ['referral_pending_consent', { bodyCode: 'JP_OTIT', dataScope: ['facts'] }],
      ['referred', { declared: ['consent_told'], reason: 'By phone.' }],
      ['closed', { closingCode: 'referred_no_feedback', reason: 'Không trả lời.', declared: ['asked_in_vain'] }],
    ])
    expect(await rows('SELECT state FROM referral')).toEqual([{ state: 'sent' }])
    const grant = staffGrant(officer, 'case.change_state')
    const check = {
      number: found.number,
      kind: 'retaliation_check',
      outcome: 'Bình an.',
      requestId: randomUUID(),
    } as const
    expect((await recordCheck(grant, check)).ok).toBe(true)
    expect(
      await rows(
        `SELECT round(extract(epoch FROM c.next_due_at - c.closed_at) / 86400)::int AS days FROM cases c WHERE id = $1`,
        found.id,
      ),
    ).toEqual([{ days: 60 }])
  })
})

describe('who holds a case', () => {
  const take = async (actor: StaffActor, found: StoredCase, hasConflict = false) =>
    takeCase(staffGrant(actor, 'case.take'), { number: found.number, version: await versionOf(found.id), hasConflict })
  const give = async (to: StaffActor, found: StoredCase, hasConflict = false) =>
    assignCase(staffGrant(supervisor, 'case.assign'), {
      number: found.number,
      version: await versionOf(found.id),
      assigneeId: to.id,
      hasConflict,
    })

  it('a caseworker takes what nobody holds, a supervisor takes over', async () => {
    const found = await aTakenCase(officer)
    expect(await take(colleague, found)).toEqual({ ok: false, error: { code: 'already_held' } })
    expect((await take(supervisor, found)).ok).toBe(true)
  })

  it('a tie that was declared once is not forgotten', async () => {
    const found = await aCase()
    await take(officer, found, true)
    expect(await take(officer, found)).toEqual({ ok: false, error: { code: 'assignee_conflict' } })
    expect(await give(officer, found)).toEqual({ ok: false, error: { code: 'assignee_conflict' } })
    expect(await give(colleague, found, true)).toEqual({ ok: false, error: { code: 'assignee_conflict' } })
    expect(await take(colleague, found)).toEqual({ ok: false, error: { code: 'assignee_conflict' } })
  })

  it('after an appeal it is not who closed it; a closed case is nobody’s to take', async () => {
    const found = await aTakenCase(officer)
    await walk(found, [
      ['closed', { closingCode: 'inadmissible_signposted', reason: 'Không thuộc.', signpost: 'JP_FRESC' }],
    ])
    expect(await take(supervisor, found)).toEqual({ ok: false, error: { code: 'case_closed' } })
    await ownerPool().query(`UPDATE cases SET state = 'appeal', assignee_id = NULL WHERE id = $1`, [found.id])
    await ownerPool().query(
      `INSERT INTO state_move (id, case_id, from_state, to_state, by_kind, moved_at) VALUES ($1, $2, 'closed', 'appeal', 'worker', now())`,
      [randomUUID(), found.id],
    )
    expect(await take(officer, found)).toEqual({ ok: false, error: { code: 'same_officer' } })
    expect(await give(officer, found)).toEqual({ ok: false, error: { code: 'same_officer' } })
    expect((await give(colleague, found)).ok).toBe(true)
  })
})

describe('a second tap', () => {
  it('is no colleague: the same form sent twice is done once and answered twice with yes', async () => {
    const found = await aTakenCase(officer)
    const version = await versionOf(found.id)
    const severity = {
      number: found.number,
      version,
      severity: 'critical',
      reason: 'Sắp bay.',
      requestId: randomUUID(),
    } as const
    const grant = staffGrant(officer, 'case.change_severity')
    expect((await changeCaseSeverity(grant, severity)).ok).toBe(true)
    expect((await changeCaseSeverity(grant, severity)).ok).toBe(true)
    const form = { version: await versionOf(found.id), requestId: randomUUID(), question: 'Bạn ở đâu?' }
    expect((await change(found, 'awaiting_worker', form)).ok).toBe(true)
    expect((await change(found, 'awaiting_worker', form)).ok).toBe(true)
    expect(await change(found, 'awaiting_worker', { ...form, requestId: randomUUID() })).toEqual({
      ok: false,
      error: { code: 'changed_meanwhile' },
    })
    const taking = { number: found.number, version: 1, hasConflict: false }
    expect((await takeCase(staffGrant(officer, 'case.take'), taking)).ok).toBe(true)
    expect(await rows(`SELECT id FROM message WHERE case_id = $1`, found.id)).toHaveLength(1)
  })
})

describe('words of the worker', () => {
  it('stay new until who holds the case has seen them', async () => {
    const found = await aTakenCase(officer)
    await ownerPool().query('UPDATE cases SET unread_from_worker = 2 WHERE id = $1', [found.id])
    const unread = async () => rows('SELECT unread_from_worker AS unread FROM cases WHERE id = $1', found.id)
    await readCase(staffGrant(colleague, 'case.read'), found.number)
    expect(await unread()).toEqual([{ unread: 2 }])
    await readCase(staffGrant(officer, 'case.read'), found.number)
    expect(await unread()).toEqual([{ unread: 0 }])
  })
})

describe('a case that is told twice', () => {
  it('is neither ours nor not ours', async () => {
    const found = await aTakenCase(officer)
    await walk(found, [['closed', { closingCode: 'duplicate_merged', reason: 'Đã có hồ sơ.' }]])
    expect(
      await rows('SELECT is_admissible, triaged_at IS NOT NULL AS triaged FROM cases WHERE id = $1', found.id),
    ).toEqual([{ is_admissible: null, triaged: true }])
  })
})
