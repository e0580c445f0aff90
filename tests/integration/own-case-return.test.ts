import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { listQueue } from '@/lib/data/case-queue'
import { loadMoveFacts } from '@/lib/data/case-state'
import { within } from '@/lib/data/within'
import { bringBackOwnCase } from '@/lib/usecases/bring-back-own-case'
import { giveOwnConsent } from '@/lib/usecases/give-own-consent'
import { recordConsent } from '@/lib/usecases/record-consent'
import { stopOwnCase } from '@/lib/usecases/stop-own-case'
import { submitAssistedReport } from '@/lib/usecases/submit-report'
import { withdrawOwnConsent } from '@/lib/usecases/withdraw-own-consent'
import { writeOwnMessage } from '@/lib/usecases/write-own-message'
import { now } from '@/lib/platform/clock'
import { aReport, aStaffMember, anOffice, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, aMessage, actionsOf, caseRow, one, type OwnCase } from '../support/own-case'

const DAY = 86_400_000
let officer: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
})

/** A case that an officer closed some days ago. */
async function aClosedCase(daysAgo: number): Promise<OwnCase> {
  const own = await aCase()
  const closedAt = new Date(now().getTime() - daysAgo * DAY)
  await ownerPool().query(
    `UPDATE cases SET state = 'closed', closing_code = 'not_substantiated', assignee_id = $3, closed_at = $2, state_changed_at = $2, next_due_at = NULL, next_due_kind = NULL WHERE id = $1`,
    [own.id, closedAt, officer.id],
  )
  await ownerPool().query(
    `INSERT INTO state_move (id, case_id, from_state, to_state, closing_code, by_kind, by_staff_id, moved_at) VALUES ($1, $2, 'investigation', 'closed', 'not_substantiated', 'staff', $3, $4)`,
    [randomUUID(), own.id, officer.id, closedAt],
  )
  await ownerPool().query(`UPDATE deadline SET met_at = $2 WHERE case_id = $1`, [own.id, closedAt])
  return own
}

const words = () => ({ requestId: randomUUID(), text: 'Họ chưa trả tiền.', language: 'vi' })
const openDeadlines = async (id: string) =>
  (
    await ownerPool().query<{ kind: string }>(
      `SELECT kind FROM deadline WHERE case_id = $1 AND met_at IS NULL AND cancelled_at IS NULL ORDER BY kind`,
      [id],
    )
  ).rows.map(({ kind }) => kind)

describe('a case that has ended', () => {
  test('is opened again by its worker, with the words, the station, the clocks and the trail', async () => {
    const own = await aClosedCase(300)
    const asked = { ...words(), to: 'reopened' as const, reopeningReason: 'remedy_not_delivered' as const }
    expect(await bringBackOwnCase(own.write, asked)).toEqual({ ok: true, value: undefined })
    expect(await bringBackOwnCase(own.write, asked)).toEqual({ ok: true, value: undefined })
    const row = await caseRow(own.id)
    expect(row).toMatchObject({ state: 'reopened', closing_code: null, closed_at: null, unread_from_worker: 1 })
    expect(row.next_due_at).toBeInstanceOf(Date)
    expect(await actionsOf(own.id)).toEqual(['case.received', 'message.from_worker', 'case.state_changed'])
    expect(
      await one<string>(`SELECT by_kind AS value FROM state_move WHERE case_id = $1 AND to_state = 'reopened'`, own.id),
    ).toBe('worker')
  })

  test('goes to another officer on appeal, with thirty days to decide', async () => {
    const own = await aClosedCase(59)
    expect((await bringBackOwnCase(own.write, { ...words(), to: 'appeal' })).ok).toBe(true)
    expect(await caseRow(own.id)).toMatchObject({ state: 'appeal', assignee_id: null })
    expect(await openDeadlines(own.id)).toContain('appeal_decision')
  })

  test.each([
    [370, { to: 'reopened' as const, reopeningReason: 'new_fact' as const }, 'reopen_too_late'],
    [10, { to: 'reopened' as const }, 'reopening_reason_missing'],
    [61, { to: 'appeal' as const }, 'appeal_too_late'],
  ])('%d days later is not brought back by %o: %s', async (days, asked, code) => {
    const own = await aClosedCase(days)
    expect(await bringBackOwnCase(own.write, { ...words(), ...asked })).toEqual({ ok: false, error: { code } })
    expect(await caseRow(own.id)).toMatchObject({ state: 'closed', unread_from_worker: 0 })
  })

  test('and was not to be kept is kept when it comes back', async () => {
    const own = await aCase()
    const keep = await one<string>(
      `SELECT id AS value FROM consent WHERE case_id = $1 AND kind = 'keep_complaint'`,
      own.id,
    )
    await withdrawOwnConsent(own.write, { consentId: keep, wasPressed: false })
    expect((await caseRow(own.id)).erase_due_at).toBeInstanceOf(Date)
    await bringBackOwnCase(own.write, { ...words(), to: 'reopened', reopeningReason: 'new_fact' })
    expect(await caseRow(own.id)).toMatchObject({ state: 'reopened', erase_due_at: null })
    expect(await actionsOf(own.id)).toContain('consent.given')
  })

  test('and is written to is due again and stands in the queue', async () => {
    const own = await aClosedCase(20)
    await writeOwnMessage(own.write, aMessage())
    expect(await caseRow(own.id)).toMatchObject({ state: 'closed', next_due_kind: 'retaliation_check' })
    expect(await openDeadlines(own.id)).toContain('status_update')
    const due = await within(staffGrant(officer, 'case.list'), (on) => listQueue(on, { view: 'due' }, null, 100))
    expect(due.rows.find(({ id }) => id === own.id)).toMatchObject({ state: 'closed', unread: 1 })
  })
})

describe('other words from a form that was sent before', () => {
  test('are a message of their own, the same words are not', async () => {
    const own = await aCase()
    const first = aMessage('một')
    for (const message of [first, first, { ...first, text: 'hai' }]) await writeOwnMessage(own.write, message)
    expect(await caseRow(own.id)).toMatchObject({ unread_from_worker: 2 })
    const other = await aCase()
    await writeOwnMessage(other.write, first)
    expect(await caseRow(other.id)).toMatchObject({ unread_from_worker: 1 })
  })
})

describe('stopping', () => {
  test.each([
    [null, 'withdrawn_free'],
    [true, 'withdrawn_suspected_pressure'],
  ])('with pressure %s closes as %s, needs no consent to keep, and erases nothing', async (wasPressed, closingCode) => {
    const own = await aCase()
    await stopOwnCase(own.write, { wasPressed })
    await stopOwnCase(own.write, { wasPressed })
    expect(await caseRow(own.id)).toMatchObject({ state: 'closed', closing_code: closingCode, erase_due_at: null })
    expect(await actionsOf(own.id)).toEqual(['case.received', 'case.state_changed'])
  })
})

describe('saying yes', () => {
  test('on the own page counts once and is kept in the trail', async () => {
    const own = await aCase()
    for (const _twice of [1, 2]) await giveOwnConsent(own.write, { kind: 'contact_party', language: 'vi' })
    expect(await actionsOf(own.id)).toEqual(['case.received', 'consent.given'])
    const days = await one<number>(
      `SELECT round(extract(epoch FROM expires_at - given_at) / 86400)::int AS value FROM consent WHERE case_id = $1 AND kind = 'contact_party' AND method = 'tap' AND witness_staff_id IS NULL`,
      own.id,
    )
    expect(days).toBe(90)
  })

  test('to an officer names the officer as witness and opens what needed it', async () => {
    const own = await aCase()
    const number = (await caseRow(own.id)).number
    const yes = { number, kind: 'contact_party', method: 'voice' } as const
    expect(await recordConsent(staffGrant(officer, 'case.change_state'), yes)).toEqual({ ok: true, value: undefined })
    expect(await recordConsent(staffGrant(officer, 'case.change_state'), yes)).toEqual({
      ok: false,
      error: { code: 'already_given' },
    })
    expect(
      await one<string>(
        `SELECT witness_staff_id AS value FROM consent WHERE case_id = $1 AND kind = 'contact_party'`,
        own.id,
      ),
    ).toBe(officer.id)
    expect(await actionsOf(own.id)).toContain('consent.given')
  })
})

describe('a report that an organisation files', () => {
  async function filed(): Promise<{ id: string; number: string }> {
    const sent = await submitAssistedReport(staffGrant(officer, 'case.file_for_worker'), {
      answers: aReport(),
      locale: 'vi',
      channel: 'ngo',
      token: null,
      consentMethod: 'told_to_officer',
    })
    if (!sent.ok) throw new Error(sent.error.code)
    const { number } = sent.value
    return { number, id: await one<string>('SELECT id AS value FROM cases WHERE number = $1', number) }
  }
  const isUnconfirmed = async (id: string) =>
    (await within(staffGrant(officer, 'case.change_state'), (on) => loadMoveFacts(on, id, now()))).facts
      .isProxyUnconfirmed

  test('waits for the worker: a yes to an officer afterwards confirms it', async () => {
    const { id, number } = await filed()
    expect(await isUnconfirmed(id)).toBe(true)
    await recordConsent(staffGrant(officer, 'case.change_state'), { number, kind: 'keep_complaint', method: 'voice' })
    expect(await isUnconfirmed(id)).toBe(false)
  })

  test('says who typed its payments', async () => {
    const { id } = await filed()
    expect(
      await one<string>(`SELECT added_by_kind || ' ' || added_by_id AS value FROM fee_line WHERE case_id = $1`, id),
    ).toBe(`staff ${officer.id}`)
  })
})
