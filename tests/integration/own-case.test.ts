import { beforeAll, describe, expect, test } from 'vitest'
import { type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { sealOf } from '../support/seal'
import { listMessages } from '@/lib/data/messages'
import { within } from '@/lib/data/within'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { writeOwnMessage } from '@/lib/usecases/write-own-message'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, aWaitingCase, aMessage, actionsOf, caseRow, one } from '../support/own-case'

let officer: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
})

describe('reading the own case', () => {
  test('marks what the office wrote as read, once, and says so in the audit trail', async () => {
    const own = await aWaitingCase(officer)
    const first = await readOwnCase(own.read)
    expect(first?.messages.map(({ readAt, author }) => [readAt, author?.displayName])).toEqual([
      [null, officer.displayName],
    ])
    expect((await readOwnCase(own.read))?.messages[0]?.readAt).toBeInstanceOf(Date)
    expect((await actionsOf(own.id)).filter((action) => action === 'message.read_by_worker')).toHaveLength(1)
  })

  test('shows payments, consents and the line, and nothing of another case', async () => {
    const [own, other] = [await aCase(), await aCase()]
    await writeOwnMessage(other.write, aMessage('secret of the other'))
    const reading = await readOwnCase(own.read)
    expect(reading?.feeLines).toMatchObject([
      { payeeName: 'chú Ba', amount: { amountMinor: 25_000_000n, currency: 'VND' }, paidOn: '2025-02' },
    ])
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
    expect(await one<string>(`SELECT string_agg(row_to_json(m)::text, '') AS value FROM message m`)).not.toContain(
      'từng lời',
    )
    const thread = await within(staffGrant(officer, 'case.read'), async (on) =>
      listMessages(on, await sealOf(on, own.id)),
    )
    expect(thread).toMatchObject([
      { direction: 'from_worker', text: 'từng lời của tôi 😀', language: 'vi', readAt: null },
    ])
  })

  test('with the same form twice, even at the same moment, makes one message', async () => {
    const own = await aWaitingCase(officer)
    const message = aMessage()
    await Promise.all(Array.from({ length: 8 }, () => writeOwnMessage(own.write, message)))
    await writeOwnMessage(own.write, message)
    const row = await caseRow(own.id)
    expect(row).toMatchObject({ unread_from_worker: 1, state: 'triage' })
    expect((await actionsOf(own.id)).filter((action) => action !== 'case.received')).toEqual([
      'message.from_worker',
      'case.state_changed',
    ])
  })

  test('from two tabs makes two messages and moves the case once', async () => {
    const own = await aWaitingCase(officer)
    await Promise.all([writeOwnMessage(own.write, aMessage('một')), writeOwnMessage(own.write, aMessage('hai'))])
    expect(await caseRow(own.id)).toMatchObject({ unread_from_worker: 2, state: 'triage' })
    expect(
      await one<number>(
        `SELECT count(*)::int AS value FROM state_move WHERE case_id = $1 AND to_state = 'triage'`,
        own.id,
      ),
    ).toBe(1)
  })

  test('takes a waiting case back to where it stood, with its clocks running again', async () => {
    const own = await aWaitingCase(officer)
    await writeOwnMessage(own.write, aMessage())
    const row = await caseRow(own.id)
    expect(row).toMatchObject({ state: 'triage', state_before_awaiting: null, awaiting_since: null })
    expect(row.next_due_at).toBeInstanceOf(Date)
    expect(
      await one<number>(
        `SELECT count(*)::int AS value FROM deadline WHERE case_id = $1 AND paused_at IS NOT NULL AND met_at IS NULL AND cancelled_at IS NULL`,
        own.id,
      ),
    ).toBe(0)
    expect(
      await one<string>(`SELECT by_kind AS value FROM state_move WHERE case_id = $1 AND to_state = 'triage'`, own.id),
    ).toBe('worker')
  })

  test('leaves the version alone when the state stays, and raises it when it moves, so that an officer is told', async () => {
    const [own, waiting] = [await aCase(), await aWaitingCase(officer)]
    const before = [(await caseRow(own.id)).version, (await caseRow(waiting.id)).version]
    await writeOwnMessage(own.write, aMessage())
    await writeOwnMessage(waiting.write, aMessage())
    expect([(await caseRow(own.id)).version, (await caseRow(waiting.id)).version]).toEqual([before[0], before[1] + 1])
  })

  test('loses nothing when an officer moves the case at the same moment', async () => {
    const own = await aWaitingCase(officer)
    const { version } = await caseRow(own.id)
    const byOfficer = ownerPool().query(
      `UPDATE cases SET state = 'assigned', state_before_awaiting = NULL, awaiting_since = NULL, version = version + 1 WHERE id = $1 AND version = $2`,
      [own.id, version],
    )
    const [written, moved] = await Promise.all([writeOwnMessage(own.write, aMessage()), byOfficer])
    expect(written.ok).toBe(true)
    expect(await caseRow(own.id)).toMatchObject({
      unread_from_worker: 1,
      version: version + 1,
      state: moved.rowCount === 1 ? 'assigned' : 'triage',
    })
  })
})
