import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { grantOpen, type Grant, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { getCaseSeal } from '@/lib/data/case-keys'
import { insertMessage, listMessages } from '@/lib/data/messages'
import { within } from '@/lib/data/within'
import { useWorkerSession, WORKER_IDLE_MINUTES, WORKER_SESSION_HOURS } from '@/lib/data/worker-sessions'
import { now, withClock } from '@/lib/platform/clock'
import { hashToken } from '@/lib/sealing/token'
import { addOwnFeeLine } from '@/lib/usecases/add-own-fee-line'
import { findHeldForm, forgetHeldForm, holdOwnForm } from '@/lib/usecases/hold-own-form'
import { leaveOwnCase } from '@/lib/usecases/leave-own-case'
import { openOwnCase } from '@/lib/usecases/open-own-case'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { submitReport } from '@/lib/usecases/submit-report'
import { withdrawOwnConsent } from '@/lib/usecases/withdraw-own-consent'
import { writeOwnMessage } from '@/lib/usecases/write-own-message'
import { anOffice, aReport, aStaffMember, reporterGrant, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'

let officer: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
})

type OwnCase = { readonly id: string; readonly code: string; readonly read: Grant<'own_case.read'>; readonly write: Grant<'own_case.write'> }

async function aCase(): Promise<OwnCase> {
  const sent = await submitReport(reporterGrant(), { answers: aReport(), locale: 'vi', channel: 'web', token: null })
  if (!sent.ok) throw new Error(sent.error.code)
  const id = await one<string>('SELECT id AS value FROM cases WHERE number = $1', sent.value.number)
  const actor = { kind: 'worker' as const, caseId: id }
  return { id, code: sent.value.code, read: grantOpen(actor, 'own_case.read'), write: grantOpen(actor, 'own_case.write') }
}

/** A case that an officer asked a question in and that waits for the worker since an hour. */
async function aWaitingCase(): Promise<OwnCase> {
  const own = await aCase()
  const since = new Date(now().getTime() - 3_600_000)
  await within(staffGrant(officer, 'case.write_message'), async (on) =>
    insertMessage(on, await getCaseSeal(on, own.id), { requestId: randomUUID(), direction: 'to_worker', authorStaffId: officer.id, language: 'en', text: 'Who got the money?', isQuestion: true, sentAt: since }),
  )
  await ownerPool().query(`UPDATE cases SET state = 'awaiting_worker', state_before_awaiting = 'triage', awaiting_since = $2, version = version + 1 WHERE id = $1`, [own.id, since])
  await ownerPool().query(`INSERT INTO state_move (id, case_id, from_state, to_state, by_kind, by_staff_id, moved_at) VALUES ($1, $2, 'triage', 'awaiting_worker', 'staff', $3, $4)`, [randomUUID(), own.id, officer.id, since])
  await ownerPool().query(`UPDATE deadline SET paused_at = $2 WHERE case_id = $1`, [own.id, since])
  return own
}

async function one<T>(sql: string, ...values: unknown[]): Promise<T> {
  const { rows } = await ownerPool().query<{ value: T }>(sql, values)
  if (!rows[0]) throw new Error('no row')
  return rows[0].value
}

const caseRow = async (id: string) => (await ownerPool().query(`SELECT * FROM cases WHERE id = $1`, [id])).rows[0]
const actionsOf = async (id: string) => (await ownerPool().query<{ action: string }>(`SELECT action FROM audit_event WHERE case_id = $1 ORDER BY seq`, [id])).rows.map(({ action }) => action)
const aMessage = (text = 'Anh Tư ở Hải Phòng.') => ({ requestId: randomUUID(), text, language: 'vi' })

describe('coming back with the code', () => {
  const tryCode = (code: string) => openOwnCase(doorGrantForAuth(), { code, network: randomUUID(), formerToken: undefined })
  const caseOf = (token: string, at = now()) => within(doorGrantForAuth(), (on) => useWorkerSession(on, token, at))

  test('opens the case of the code and no other', async () => {
    const own = await aCase()
    await aCase()
    const opened = await tryCode(own.code)
    expect(opened.ok && (await caseOf(opened.value))).toBe(own.id)
  })

  test('leaves neither the code nor the token in the database', async () => {
    const own = await aCase()
    const opened = await tryCode(own.code)
    const stored = await one<string>(`SELECT string_agg(t::text, ' ') AS value FROM (SELECT row_to_json(s)::text AS t FROM worker_session s UNION ALL SELECT row_to_json(c)::text FROM cases c) all_rows`)
    expect(stored).not.toContain(own.code)
    expect(stored).not.toContain(opened.ok ? opened.value : 'no token')
  })

  test('closes after ten idle minutes and after two hours in any case', async () => {
    const opened = await tryCode((await aCase()).code)
    const token = opened.ok ? opened.value : ''
    const after = (minutes: number) => new Date(now().getTime() + minutes * 60_000)
    expect(await caseOf(token, after(WORKER_IDLE_MINUTES + 1))).toBeNull()
    for (let minutes = 9; minutes < WORKER_SESSION_HOURS * 60; minutes += 9) expect(await caseOf(token, after(minutes))).not.toBeNull()
    expect(await caseOf(token, after(WORKER_SESSION_HOURS * 60 + 1))).toBeNull()
  })

  test('closing the page makes the token worthless', async () => {
    const opened = await tryCode((await aCase()).code)
    const token = opened.ok ? opened.value : ''
    await leaveOwnCase(doorGrantForAuth(), token)
    expect(await caseOf(token)).toBeNull()
  })

  test('a second code in the same browser ends the first session', async () => {
    const first = await tryCode((await aCase()).code)
    const token = first.ok ? first.value : ''
    await openOwnCase(doorGrantForAuth(), { code: (await aCase()).code, network: randomUUID(), formerToken: token })
    expect(await caseOf(token)).toBeNull()
  })
})

describe('reading the own case', () => {
  test('marks what the office wrote as read, once, and says so in the audit trail', async () => {
    const own = await aWaitingCase()
    const first = await readOwnCase(own.read)
    expect(first?.messages.map(({ readAt, author }) => [readAt, author?.displayName])).toEqual([[null, officer.displayName]])
    expect((await readOwnCase(own.read))?.messages[0]?.readAt).toBeInstanceOf(Date)
    expect((await actionsOf(own.id)).filter((action) => action === 'message.read_by_worker')).toHaveLength(1)
  })

  test('shows payments, consents and the line, and nothing of another case', async () => {
    const [own, other] = [await aCase(), await aCase()]
    await writeOwnMessage(other.write, aMessage('secret of the other'))
    const reading = await readOwnCase(own.read)
    expect(reading?.feeLines).toMatchObject([{ payeeName: 'chú Ba', amount: { amountMinor: 25_000_000n, currency: 'VND' }, paidOn: '2025-02' }])
    expect(reading?.consents.map(({ kind }) => kind).toSorted()).toEqual(['keep_complaint', 'statistics'])
    expect(reading?.moves.map(({ toState }) => toState)).toEqual(['received'])
    expect(reading?.deadlines[0]?.kind).toBe('first_reply')
    expect(reading?.messages).toEqual([])
  })

  test('of an erased case gives nothing', async () => {
    const own = await aCase()
    await ownerPool().query(`DELETE FROM case_key WHERE case_id = $1`, [own.id])
    expect(await readOwnCase(own.read)).toBeNull()
    expect(await writeOwnMessage(own.write, aMessage())).toEqual({ ok: false, error: { code: 'case_gone' } })
  })
})

describe('writing to the office', () => {
  test('keeps the words sealed and counts them as unread', async () => {
    const own = await aCase()
    await writeOwnMessage(own.write, aMessage('từng lời của tôi 😀'))
    expect(await one<number>(`SELECT unread_from_worker AS value FROM cases WHERE id = $1`, own.id)).toBe(1)
    expect(await one<string>(`SELECT string_agg(row_to_json(m)::text, '') AS value FROM message m`)).not.toContain('từng lời')
    const thread = await within(staffGrant(officer, 'case.read'), async (on) => listMessages(on, await getCaseSeal(on, own.id)))
    expect(thread).toMatchObject([{ direction: 'from_worker', text: 'từng lời của tôi 😀', language: 'vi', readAt: null }])
  })

  test('with the same form twice, even at the same moment, makes one message', async () => {
    const own = await aWaitingCase()
    const message = aMessage()
    await Promise.all(Array.from({ length: 8 }, () => writeOwnMessage(own.write, message)))
    await writeOwnMessage(own.write, message)
    const row = await caseRow(own.id)
    expect(row).toMatchObject({ unread_from_worker: 1, state: 'triage' })
    expect((await actionsOf(own.id)).filter((action) => action !== 'case.received')).toEqual(['message.from_worker', 'case.state_changed'])
  })

  test('from two tabs makes two messages and moves the case once', async () => {
    const own = await aWaitingCase()
    await Promise.all([writeOwnMessage(own.write, aMessage('một')), writeOwnMessage(own.write, aMessage('hai'))])
    expect(await caseRow(own.id)).toMatchObject({ unread_from_worker: 2, state: 'triage' })
    expect(await one<number>(`SELECT count(*)::int AS value FROM state_move WHERE case_id = $1 AND to_state = 'triage'`, own.id)).toBe(1)
  })

  test('takes a waiting case back to where it stood, with its clocks running again', async () => {
    const own = await aWaitingCase()
    await writeOwnMessage(own.write, aMessage())
    const row = await caseRow(own.id)
    expect(row).toMatchObject({ state: 'triage', state_before_awaiting: null, awaiting_since: null })
    expect(row.next_due_at).toBeInstanceOf(Date)
    expect(await one<number>(`SELECT count(*)::int AS value FROM deadline WHERE case_id = $1 AND paused_at IS NOT NULL AND met_at IS NULL AND cancelled_at IS NULL`, own.id)).toBe(0)
    expect(await one<string>(`SELECT by_kind AS value FROM state_move WHERE case_id = $1 AND to_state = 'triage'`, own.id)).toBe('worker')
  })

  test('leaves the version alone when the state stays, and raises it when it moves, so that an officer is told', async () => {
    const [own, waiting] = [await aCase(), await aWaitingCase()]
    const before = [(await caseRow(own.id)).version, (await caseRow(waiting.id)).version]
    await writeOwnMessage(own.write, aMessage())
    await writeOwnMessage(waiting.write, aMessage())
    expect([(await caseRow(own.id)).version, (await caseRow(waiting.id)).version]).toEqual([before[0], before[1] + 1])
  })

  test('loses nothing when an officer moves the case at the same moment', async () => {
    const own = await aWaitingCase()
    const { version } = await caseRow(own.id)
    const byOfficer = ownerPool().query(`UPDATE cases SET state = 'assigned', state_before_awaiting = NULL, awaiting_since = NULL, version = version + 1 WHERE id = $1 AND version = $2`, [own.id, version])
    const [written, moved] = await Promise.all([writeOwnMessage(own.write, aMessage()), byOfficer])
    expect(written.ok).toBe(true)
    expect(await caseRow(own.id)).toMatchObject({ unread_from_worker: 1, version: version + 1, state: moved.rowCount === 1 ? 'assigned' : 'triage' })
  })
})

describe('adding a payment', () => {
  const payment = () => ({ requestId: randomUUID(), answer: { category: 'rc_medical' as const, payeeRole: 'sending_organization' as const, amountText: '100 USD', amountMinor: '10000', currency: 'USD' as const, paidOn: '2025-03', toldBeforeSigning: 'no' as const } })

  test('converts it and makes the totals of the case again', async () => {
    const own = await aCase()
    const before = Number((await caseRow(own.id)).paid_total_jpy)
    expect(await addOwnFeeLine(own.write, payment())).toEqual({ ok: true, value: undefined })
    const row = await caseRow(own.id)
    expect(row).toMatchObject({ fee_line_count: 2, has_paid_sending: true })
    expect(Number(row.paid_total_jpy)).toBeGreaterThan(before + 10_000)
    expect(await actionsOf(own.id)).toContain('fee_line.added')
  })

  test('with the same form twice adds one', async () => {
    const own = await aCase()
    const same = payment()
    await Promise.all([addOwnFeeLine(own.write, same), addOwnFeeLine(own.write, same)])
    await addOwnFeeLine(own.write, same)
    expect((await caseRow(own.id)).fee_line_count).toBe(2)
    expect((await actionsOf(own.id)).filter((action) => action === 'fee_line.added')).toHaveLength(1)
  })

  test('stops at a hundred', async () => {
    const own = await aCase()
    await ownerPool().query(`INSERT INTO fee_line (id, case_id, position, added_by_kind, created_at) SELECT gen_random_uuid(), $1, n, 'worker', now() FROM generate_series(2, 100) n`, [own.id])
    expect(await addOwnFeeLine(own.write, payment())).toEqual({ ok: false, error: { code: 'fee_lines_full' } })
  })
})

describe('taking a yes back', () => {
  const consentOf = (id: string, kind: string) => one<string>(`SELECT id AS value FROM consent WHERE case_id = $1 AND kind = $2`, id, kind)

  test('of statistics takes the case out of them and changes nothing else', async () => {
    const own = await aCase()
    await withdrawOwnConsent(own.write, { consentId: await consentOf(own.id, 'statistics'), wasPressed: null })
    expect(await caseRow(own.id)).toMatchObject({ in_statistics: false, state: 'received', erase_due_at: null })
    expect(await actionsOf(own.id)).toEqual(['case.received', 'consent.withdrawn'])
  })

  test.each([
    { wasPressed: null, closingCode: 'withdrawn_free' },
    { wasPressed: false, closingCode: 'withdrawn_free' },
    { wasPressed: true, closingCode: 'withdrawn_suspected_pressure' },
  ])('to keep it ends the case as $closingCode and has it erased in 30 days (pressed: $wasPressed)', async ({ wasPressed, closingCode }) => {
    const own = await aCase()
    const at = now()
    await withdrawOwnConsent(own.write, { consentId: await consentOf(own.id, 'keep_complaint'), wasPressed })
    const row = await caseRow(own.id)
    expect(row).toMatchObject({ state: 'closed', closing_code: closingCode })
    expect(Math.round((row.erase_due_at.getTime() - at.getTime()) / 86_400_000)).toBe(30)
    expect(await actionsOf(own.id)).toEqual(['case.received', 'consent.withdrawn', 'case.state_changed'])
  })

  test('twice is once', async () => {
    const own = await aCase()
    const consentId = await consentOf(own.id, 'statistics')
    await Promise.all([withdrawOwnConsent(own.write, { consentId, wasPressed: null }), withdrawOwnConsent(own.write, { consentId, wasPressed: null })])
    expect((await actionsOf(own.id)).filter((action) => action === 'consent.withdrawn')).toHaveLength(1)
  })

  test('of another case does nothing', async () => {
    const [own, other] = [await aCase(), await aCase()]
    expect(await withdrawOwnConsent(own.write, { consentId: await consentOf(other.id, 'statistics'), wasPressed: null })).toEqual({ ok: false, error: { code: 'consent_unknown' } })
    expect(await caseRow(other.id)).toMatchObject({ in_statistics: true })
  })
})

describe('words typed into a page whose session was over', () => {
  const draftGrant = (token: string) => grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(token))
  const held = { form: 'message' as const, caseId: randomUUID(), values: { text: 'chưa gửi' } }

  test('are kept sealed, found by their token alone, and gone once sent', async () => {
    const token = await holdOwnForm(draftGrant, held, 'vi')
    expect(await findHeldForm(draftGrant(token), token)).toEqual(held)
    const stranger = await holdOwnForm(draftGrant, held, 'vi')
    expect(await findHeldForm(draftGrant(stranger), token)).toBeNull()
    expect(await one<string>(`SELECT string_agg(row_to_json(d)::text, '') AS value FROM draft d`)).not.toContain('chưa gửi')
    await forgetHeldForm(draftGrant(token), token)
    expect(await findHeldForm(draftGrant(token), token)).toBeNull()
  })

  test('are gone after a day', async () => {
    const token = await holdOwnForm(draftGrant, held, 'vi')
    const later = new Date(now().getTime() + 25 * 3_600_000)
    expect(await withClock(() => later, () => findHeldForm(draftGrant(token), token))).toBeNull()
  })
})
