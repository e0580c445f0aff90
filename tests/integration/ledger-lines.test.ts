import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { addLedgerLine } from '@/lib/usecases/ledger/add-ledger-line'
import { editLedgerLine } from '@/lib/usecases/ledger/edit-ledger-line'
import { rateSupport } from '@/lib/usecases/ledger/rate-support'
import { removeLedgerLine } from '@/lib/usecases/ledger/remove-ledger-line'
import { restoreLedgerLine } from '@/lib/usecases/ledger/restore-ledger-line'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase, type StoredCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'
import { aLine, aLineInput, formOf, isChainWhole, ledgerOf, moneyOf } from '../support/ledger'

let office: string
let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'supervisor')
})

// The driver warns once a process when a transaction asks its one connection for two things at once.
const warnings: string[] = []
const listen = ({ message }: Error) => warnings.push(message)
process.on('warning', listen)
afterAll(() => process.off('warning', listen))
const grant = (actor: StaffActor = officer) => staffGrant(actor, 'case.write_fees')
const done = { ok: true, value: undefined }
const refused = (code: string) => ({ ok: false, error: { code } })
const add = (found: StoredCase, change: Parameters<typeof aLineInput>[0] = {}) =>
  addLedgerLine(grant(), {
    number: found.number,
    requestId: randomUUID(),
    line: aLineInput(change),
    amountAsTyped: '2tr',
  })

async function eventsOf(caseId: string): Promise<string[]> {
  const { rows } = await ownerPool().query<{ action: string }>(
    `SELECT action FROM audit_event WHERE case_id = $1 AND action <> 'case.read' ORDER BY seq`,
    [caseId],
  )
  return rows.map(({ action }) => action)
}

describe('adding a payment', () => {
  it('converts, counts and judges it, in the name of the officer', async () => {
    const found = await aCase()
    const before = await moneyOf(found.id)
    expect(await add(found)).toEqual(done)
    const after = await moneyOf(found.id)
    expect(after).toMatchObject({ fee_line_count: 2, has_paid_sending: true })
    expect(Number(after['paid_total_jpy'])).toBeGreaterThan(Number(before['paid_total_jpy']))
    const { lines, revisions } = await ledgerOf(officer, found.number)
    expect(lines[1]).toMatchObject({
      addedByKind: 'staff',
      addedBy: { id: officer.id },
      amountAsTyped: '2tr',
      ratePeriod: '2025-02',
      rateBasis: 'month',
    })
    expect(revisions).toEqual([])
    expect(await eventsOf(found.id)).toEqual(['case.received', 'fee_line.added'])
  })

  it('by the same form twice, even at once, adds one', async () => {
    const found = await aCase()
    const form = { number: found.number, requestId: randomUUID(), line: aLineInput(), amountAsTyped: null }
    await Promise.all([addLedgerLine(grant(), form), addLedgerLine(grant(), form)])
    expect(await addLedgerLine(grant(), form)).toEqual(done)
    expect((await ledgerOf(officer, found.number)).lines).toHaveLength(2)
    expect(await eventsOf(found.id)).toEqual(['case.received', 'fee_line.added'])
  })

  it('to a party of the case takes its role, and to a party of another case is refused', async () => {
    const [found, other] = [await aCase(), await aCase()]
    const [party] = (await ledgerOf(officer, found.number)).parties
    const [stray] = (await ledgerOf(officer, other.number)).parties
    expect(await add(found, { casePartyId: party?.id ?? '', payeeRole: 'lender' })).toEqual(done)
    expect((await aLine(officer, found.number, 1)).line).toMatchObject({ casePartyId: party?.id, payeeRole: 'broker' })
    expect(await add(found, { casePartyId: stray?.id ?? '' })).toEqual(refused('party_unknown'))
    expect((await ledgerOf(officer, found.number)).lines).toHaveLength(2)
  })
})

describe('correcting a payment', () => {
  it('keeps what it was, who changed it and why, sealed, and what the worker typed', async () => {
    const found = await aCase()
    const { line, form } = await aLine(officer, found.number)
    const corrected = aLineInput({ payeeRole: 'broker', amountMinor: 30_000_000n, category: 'rf_broker_introduction' })
    expect(await editLedgerLine(grant(), { ...form, line: corrected })).toEqual(done)
    const ledger = await ledgerOf(officer, found.number)
    expect(ledger.lines[0]).toMatchObject({
      id: line.id,
      version: line.version + 1,
      amountMinor: 30_000_000n,
      amountAsTyped: '25 triệu',
      addedByKind: 'worker',
    })
    expect(ledger.revisions).toMatchObject([
      {
        subject: 'fee_line',
        subjectId: line.id,
        change: 'changed',
        reason: form.reason,
        by: { id: officer.id, displayName: officer.displayName },
        before: { amountMinor: '25000000', currency: 'VND', payeeName: 'chú Ba', amountAsTyped: '25 triệu' },
      },
    ])
    const { rows } = await ownerPool().query<{ text: string }>(
      'SELECT r::text AS text FROM ledger_revision r WHERE case_id = $1',
      [found.id],
    )
    for (const words of ['chú Ba', form.reason, '25 triệu'])
      expect(rows[0]?.text.includes(Buffer.from(words, 'utf8').toString('hex')), words).toBe(false)
    expect(await isChainWhole(office)).toBe(true)
  })

  it('of a version that somebody changed meanwhile writes nothing; the same form again is done already', async () => {
    const found = await aCase()
    const { form } = await aLine(officer, found.number)
    const edit = { ...form, line: aLineInput() }
    const both = await Promise.all([
      editLedgerLine(grant(), edit),
      editLedgerLine(grant(), { ...edit, requestId: randomUUID(), line: aLineInput({ amountMinor: 1n }) }),
    ])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toEqual(refused('changed_meanwhile'))
    const winner = both[0]?.ok ? edit : null
    if (winner) expect(await editLedgerLine(grant(), winner)).toEqual(done)
    expect((await ledgerOf(officer, found.number)).revisions).toHaveLength(1)
  })

  it('needs a reason, a line of this case, and an officer of its office', async () => {
    const [found, other] = [await aCase(), await aCase()]
    const { form } = await aLine(officer, found.number)
    const edit = { ...form, line: aLineInput() }
    expect(await editLedgerLine(grant(), { ...edit, reason: '  ' })).toEqual(refused('reason_missing'))
    expect(await editLedgerLine(grant(), { ...edit, number: other.number })).toEqual(refused('not_found'))
    expect(await editLedgerLine(grant(stranger), edit)).toEqual(refused('not_found'))
    await ownerPool().query('DELETE FROM case_key WHERE case_id = $1', [found.id])
    expect(await editLedgerLine(grant(), edit)).toEqual(refused('case_gone'))
    expect(await eventsOf(found.id)).toEqual(['case.received'])
  })
})

describe('setting a payment aside', () => {
  it('takes it out of what counts, and putting it back brings it in again', async () => {
    const found = await aCase()
    const before = await moneyOf(found.id)
    const { form } = await aLine(officer, found.number)
    expect(await removeLedgerLine(grant(), form)).toEqual(done)
    expect(await removeLedgerLine(grant(), form)).toEqual(done)
    expect(await moneyOf(found.id)).toMatchObject({
      fee_line_count: 0,
      paid_total_jpy: '0',
      fee_verdict: null,
      above_cap_jpy: null,
    })
    const [aside] = (await ledgerOf(officer, found.number)).setAside
    if (!aside) throw new Error('it is lost')
    expect(await editLedgerLine(grant(), { ...formOf(aside, found.number), line: aLineInput() })).toEqual(
      refused('line_set_aside'),
    )
    expect(await restoreLedgerLine(grant(stranger), formOf(aside, found.number))).toEqual(refused('not_found'))
    expect(await restoreLedgerLine(grant(), formOf(aside, found.number))).toEqual(done)
    expect(await moneyOf(found.id)).toEqual(before)
    expect((await ledgerOf(officer, found.number)).revisions.map(({ change }) => change)).toEqual([
      'restored',
      'removed',
    ])
  })
})

describe('how well a payment is supported', () => {
  it('is said by an officer with a reason, and what was said before is kept', async () => {
    const found = await aCase()
    const first = await aLine(officer, found.number)
    expect(await rateSupport(grant(), { ...first.form, level: 'word_with_detail' })).toEqual(done)
    const second = await aLine(officer, found.number)
    expect(second.line).toMatchObject({
      supportLevel: 'word_with_detail',
      supportReason: first.form.reason,
      supportBy: { id: officer.id },
    })
    expect(await rateSupport(grant(), { ...second.form, level: 'receipt', reason: 'Có biên lai.' })).toEqual(done)
    expect((await ledgerOf(officer, found.number)).revisions[0]).toMatchObject({
      change: 'support_rated',
      before: { supportLevel: 'word_with_detail', supportReason: first.form.reason },
    })
    expect(await rateSupport(grant(), { ...second.form, requestId: randomUUID(), level: 'receipt' })).toEqual(
      refused('changed_meanwhile'),
    )
  })
})

it('none of these asked one connection for two things at once', async () => {
  await new Promise(setImmediate)
  expect(warnings).toEqual([])
})
