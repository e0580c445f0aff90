import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { loadMoveFacts } from '@/lib/data/case-state'
import { caseMoney, officeMoney, partyMoney } from '@/lib/data/remedy-records'
import { within } from '@/lib/data/within'
import { remedyState } from '@/lib/domain/remedies/remedy'
import { now } from '@/lib/platform/clock'
import { confirmArrival } from '@/lib/usecases/confirm-arrival'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { answerOffer, recordToldAnswer } from '@/lib/usecases/remedies/answer-offer'
import { claimRemedy } from '@/lib/usecases/remedies/claim-remedy'
import { dropClaim } from '@/lib/usecases/remedies/drop-claim'
import { recordPayment, voidPayment } from '@/lib/usecases/remedies/record-payment'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, actionsOf, caseRow, one, type OwnCase } from '../support/own-case'
import { aClaim, anAgreement, answer, numberOf, offer, remediesOf, TWO_HALVES } from '../support/remedies'

let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'supervisor')
})

const factsOf = (own: OwnCase) =>
  within(staffGrant(officer, 'case.change_state'), async (on) => (await loadMoveFacts(on, own.id, now())).facts)
const investigated = (own: OwnCase) =>
  ownerPool().query(
    `INSERT INTO state_move (id, case_id, from_state, to_state, by_kind, by_staff_id, moved_at) VALUES ($1, $2, 'assigned', 'investigation', 'staff', $3, now() - interval '1 hour')`,
    [randomUUID(), own.id, officer.id],
  )
const clocks = async (own: OwnCase, kind: string) =>
  (
    await ownerPool().query<{ owner_kind: string }>(
      `SELECT owner_kind FROM deadline WHERE case_id = $1 AND kind = $2 AND met_at IS NULL AND cancelled_at IS NULL`,
      [own.id, kind],
    )
  ).rows.map(({ owner_kind }) => owner_kind)

describe('an offer', () => {
  test('is agreed by the worker in the app, and the guard of the workflow knows it', async () => {
    const own = await aCase()
    await investigated(own)
    const id = await aClaim(officer, own)
    expect((await offer(officer, own, id)).ok).toBe(true)
    expect(await factsOf(own)).toMatchObject({ hasRemedy: false, hasWorkerAcceptedRemedy: false })
    expect(await clocks(own, 'remedy_answer')).toEqual(['worker'])
    expect((await readOwnCase(own.read))?.offers).toMatchObject([
      { id, party: { role: 'broker', name: 'chú Ba' }, terms: expect.stringContaining('100.000 yên') },
    ])
    expect((await answer(officer, own, id, true)).ok).toBe(true)
    expect(await factsOf(own)).toMatchObject({ hasRemedy: true, hasWorkerAcceptedRemedy: true })
    expect(await clocks(own, 'remedy_answer')).toEqual([])
    expect(await clocks(own, 'repayment_due')).toEqual(['party', 'party'])
    expect(await caseRow(own.id)).toMatchObject({
      claimed_jpy: '120000',
      agreed_jpy: '100000',
      repaid_jpy: '0',
      unread_from_worker: 1,
    })
    expect(await actionsOf(own.id)).toEqual(
      expect.arrayContaining(['remedy.claimed', 'remedy.offered', 'remedy.accepted']),
    )
    const [stored] = await remediesOf(officer, own)
    expect(stored).toMatchObject({ acceptedHow: 'tap', answerLanguage: 'vi' })
  })

  test('is accepted once, however often it is sent', async () => {
    const own = await aCase()
    const id = await aClaim(officer, own)
    await offer(officer, own, id)
    const both = await Promise.all([answer(officer, own, id, true), answer(officer, own, id, true)])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect((await actionsOf(own.id)).filter((action) => action === 'remedy.accepted')).toHaveLength(1)
    expect(await answer(officer, own, id, false)).toEqual({ ok: false, error: { code: 'offer_over' } })
  })

  test('that is declined stays, with the words; another takes its place', async () => {
    const own = await aCase()
    const id = await aClaim(officer, own)
    await offer(officer, own, id)
    await answer(officer, own, id, false)
    const better = await offer(officer, own, id, {
      amount: { amountMinor: 110_000n, currency: 'JPY' },
      dues: [{ amountMinor: 110_000n, dueOn: '2027-01-31' }],
    })
    if (!better.ok) throw new Error(better.error.code)
    expect((await remediesOf(officer, own)).map((one) => [remedyState(one), one.answer])).toEqual([
      ['replaced', 'Ít quá.'],
      ['offered', null],
    ])
    await answer(officer, own, better.value, true)
    expect(await caseRow(own.id)).toMatchObject({ claimed_jpy: '120000', agreed_jpy: '110000' })
  })

  test('that was accepted stands until the worker accepts another', async () => {
    const own = await aCase()
    await investigated(own)
    const first = await anAgreement(officer, own)
    const next = await offer(officer, own, first, {
      amount: { amountMinor: 90_000n, currency: 'JPY' },
      dues: [{ amountMinor: 90_000n, dueOn: '2027-03-31' }],
    })
    if (!next.ok) throw new Error(next.error.code)
    expect(await caseRow(own.id)).toMatchObject({ agreed_jpy: '100000' })
    await answer(officer, own, next.value, true)
    expect(await caseRow(own.id)).toMatchObject({ agreed_jpy: '90000' })
    expect((await remediesOf(officer, own)).map(remedyState)).toEqual(['replaced', 'agreed'])
    expect(await clocks(own, 'repayment_due')).toHaveLength(1)
    expect(await factsOf(own)).toMatchObject({ hasWorkerAcceptedRemedy: true })
  })

  test('that changed since the page was shown is not accepted', async () => {
    const own = await aCase()
    const id = await aClaim(officer, own)
    await offer(officer, own, id)
    const wrong = {
      requestId: randomUUID(),
      remedyId: id,
      fingerprint: 'f'.repeat(64),
      isYes: true,
      words: '',
      notice: 'x',
      language: 'vi',
    }
    expect(await answerOffer(own.write, wrong)).toEqual({ ok: false, error: { code: 'offer_over' } })
    expect((await remediesOf(officer, own)).map(remedyState)).toEqual(['offered'])
  })

  test.each([
    ['waives_rights', { terms: 'Người lao động từ bỏ mọi khiếu nại.' }],
    ['sum_differs', { dues: [{ amountMinor: 99_999n, dueOn: '2027-01-31' }] }],
    ['changed_meanwhile', { version: 7 }],
  ])('is refused: %s', async (code, change) => {
    const own = await aCase()
    const id = await aClaim(officer, own)
    expect(await offer(officer, own, id, change)).toMatchObject({ ok: false, error: { code } })
  })

  test('told to an officer needs the officer as witness; nobody else answers for the worker', async () => {
    const own = await aCase()
    const id = await aClaim(officer, own)
    await offer(officer, own, id)
    const fingerprint = (await remediesOf(officer, own))[0]?.fingerprint ?? ''
    const told = {
      number: await numberOf(own),
      requestId: randomUUID(),
      remedyId: id,
      fingerprint,
      isYes: true,
      words: 'By phone, 21 Nov.',
    }
    expect(await recordToldAnswer(staffGrant(stranger, 'case.write_remedies'), told)).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
    expect((await recordToldAnswer(staffGrant(officer, 'case.write_remedies'), told)).ok).toBe(true)
    expect(await one<string>('SELECT witness_staff_id AS value FROM remedy WHERE id = $1', id)).toBe(officer.id)
    const other = await aClaim(officer, own)
    await offer(officer, own, other)
    await expect(
      within(staffGrant(officer, 'case.write_remedies'), (on) =>
        on.db.remedy.updateMany({
          where: { id: other },
          data: { workerAcceptedAt: now(), agreedAt: now(), acceptedHow: 'tap' },
        }),
      ),
    ).rejects.toThrow(/witness/)
    await expect(
      within(staffGrant(officer, 'case.write_remedies'), (on) =>
        on.db.remedy.updateMany({ where: { id: other }, data: { agreedMinor: 1n } }),
      ),
    ).rejects.toThrow(/may not change/)
  })
})

describe('claims', () => {
  test('come from the payments of the ledger, in their currency and in yen of their month', async () => {
    const own = await aCase()
    const lineId = await one<string>('SELECT id AS value FROM fee_line WHERE case_id = $1', own.id)
    const yen = await one<string>('SELECT jpy_minor AS value FROM fee_line WHERE case_id = $1', own.id)
    const id = await aClaim(officer, own, { lane: 'ilo', feeLineIds: [lineId], amount: null })
    const [claim] = await remediesOf(officer, own)
    expect(claim).toMatchObject({
      id,
      claimed: { amountMinor: 25_000_000n, currency: 'VND' },
      claimedJpy: BigInt(yen),
      lane: 'ilo',
    })
    const claimed = claimRemedy(staffGrant(officer, 'case.write_remedies'), {
      number: await numberOf(own),
      requestId: randomUUID(),
      type: 'fee_repayment',
      casePartyId: null,
      lane: 'law',
      feeLineIds: [randomUUID()],
      amount: null,
    })
    expect(await claimed).toEqual({ ok: false, error: { code: 'line_unknown' } })
  })

  test('that are taken back count for nothing', async () => {
    const own = await aCase()
    const remedyId = await aClaim(officer, own)
    const gone = {
      number: await numberOf(own),
      remedyId,
      version: 1,
      requestId: randomUUID(),
      reason: 'Asked the wrong party.',
    }
    expect((await dropClaim(staffGrant(officer, 'case.write_remedies'), gone)).ok).toBe(true)
    expect(await caseRow(own.id)).toMatchObject({ claimed_jpy: '0' })
    expect((await remediesOf(officer, own)).map(remedyState)).toEqual(['dropped'])
  })
})

describe('repayment', () => {
  const pay = async (own: OwnCase, repaymentId: string, amountMinor: bigint, change: object = {}) =>
    recordPayment(staffGrant(officer, 'case.write_remedies'), {
      number: await numberOf(own),
      requestId: randomUUID(),
      repaymentId,
      paidOn: '2026-11-20',
      amount: { amountMinor, currency: 'JPY' },
      evidenceId: null,
      proofSeen: true,
      ...change,
    })
  const told = (
    own: OwnCase,
    remedyId: string,
    repaymentId: string,
    arrived: 'yes' | 'part' | 'no',
    amountMinor?: bigint,
  ) =>
    confirmArrival(own.write, {
      requestId: randomUUID(),
      remedyId,
      repaymentId,
      arrived,
      amount: amountMinor === undefined ? null : { amountMinor, currency: 'JPY' },
      notice: arrived,
      language: 'vi',
    })
  const partsOf = async (own: OwnCase, remedyId: string) => {
    const found = (await remediesOf(officer, own)).find(({ id }) => id === remedyId)?.instalments ?? []
    return [found[0]?.id ?? '', found[1]?.id ?? ''] as const
  }

  test('in parts: what the worker says came counts, and it is delivered only when all of it did', async () => {
    const own = await aCase()
    await investigated(own)
    const id = await anAgreement(officer, own)
    const [first, second] = await partsOf(own, id)
    expect((await pay(own, first, 50_000n)).ok).toBe(true)
    expect(await clocks(own, 'repayment_due')).toHaveLength(1)
    expect(await caseRow(own.id)).toMatchObject({ repaid_jpy: '0' })
    expect(await factsOf(own)).toMatchObject({ hasDeliveryEvidence: false })
    await told(own, id, first, 'part', 20_000n)
    expect(await caseRow(own.id)).toMatchObject({ repaid_jpy: '20000' })
    expect(await clocks(own, 'repayment_due')).toHaveLength(2)
    expect(
      await one<number>(
        `SELECT count(*)::int AS value FROM notice WHERE case_id = $1 AND kind = 'remedy_not_arrived'`,
        own.id,
      ),
    ).toBe(1)
    await told(own, id, first, 'yes')
    await pay(own, second, 50_000n)
    expect(await factsOf(own)).toMatchObject({ hasDeliveryEvidence: true, hasWorkerConfirmedDelivery: false })
    await told(own, id, second, 'yes')
    expect(await factsOf(own)).toMatchObject({ hasDeliveryEvidence: true, hasWorkerConfirmedDelivery: true })
    expect(await caseRow(own.id)).toMatchObject({ repaid_jpy: '100000', agreed_jpy: '100000' })
    expect(await clocks(own, 'repayment_due')).toEqual([])
  })

  test('that was written down wrongly is taken out, and the clock runs again', async () => {
    const own = await aCase()
    const id = await anAgreement(officer, own)
    const [first] = await partsOf(own, id)
    await pay(own, first, 50_000n)
    const paymentId = (await remediesOf(officer, own))[0]?.instalments[0]?.payments[0]?.id ?? ''
    await voidPayment(staffGrant(officer, 'case.write_remedies'), {
      number: await numberOf(own),
      repaymentId: first,
      paymentId,
    })
    expect((await remediesOf(officer, own))[0]?.instalments[0]).toMatchObject({ payments: [], paidOn: null })
    expect(await clocks(own, 'repayment_due')).toHaveLength(2)
    expect(await pay(own, first, 5n, { amount: { amountMinor: 5n, currency: 'VND' } })).toEqual({
      ok: false,
      error: { code: 'other_currency' },
    })
  })

  test('that did not come opens a closed case again', async () => {
    const own = await aCase()
    const id = await anAgreement(officer, own)
    const [first] = await partsOf(own, id)
    await ownerPool().query(`UPDATE deadline SET cancelled_at = now() WHERE case_id = $1 AND subject_id IS NULL`, [own.id])
    await ownerPool().query(
      `UPDATE cases SET state = 'closed', closing_code = 'remedied_partial', closed_at = now(), version = version + 1 WHERE id = $1`,
      [own.id],
    )
    expect((await told(own, id, first, 'no')).ok).toBe(true)
    expect(await caseRow(own.id)).toMatchObject({ state: 'reopened', closing_code: null, closed_at: null })
    expect(await actionsOf(own.id)).toContain('case.state_changed')
  })

  test('more than was agreed is marked as such', async () => {
    const own = await aCase()
    const id = await anAgreement(officer, own)
    const [first] = await partsOf(own, id)
    await told(own, id, first, 'part', 60_000n)
    expect(await one<boolean>('SELECT is_above_agreed AS value FROM repayment WHERE id = $1', first)).toBe(true)
    await expect(
      ownerPool().query('UPDATE repayment SET is_above_agreed = false WHERE id = $1', [first]),
    ).rejects.toThrow(/repayment_arrived/)
  })

  test('is added up by case, party and office, never beyond the office', async () => {
    const own = await aCase()
    const partyId = randomUUID()
    await ownerPool().query(
      `INSERT INTO party (id, country, roles, name) VALUES ($1, 'VN', '{broker}', 'Ba Co')`,
      [partyId],
    )
    await ownerPool().query(`UPDATE case_party SET party_id = $2 WHERE case_id = $1`, [own.id, partyId])
    const id = await anAgreement(officer, own)
    const [first] = await partsOf(own, id)
    await told(own, id, first, 'yes')
    const mine = await within(staffGrant(officer, 'case.read'), async (on) => ({
      party: await partyMoney(on, partyId),
      here: await caseMoney(on, own.id),
      office: await officeMoney(on),
    }))
    const sums = {
      currency: 'JPY',
      claimed: 120_000n,
      agreed: 100_000n,
      repaid: 50_000n,
      claimedJpy: 120_000n,
      agreedJpy: 100_000n,
      repaidJpy: 50_000n,
    }
    expect(mine.party).toEqual([sums])
    expect(mine.here).toEqual([sums])
    expect(mine.office.find(({ currency }) => currency === 'JPY')?.agreed).toBeGreaterThanOrEqual(100_000n)
    const theirs = await within(staffGrant(stranger, 'case.read'), async (on) => [
      await partyMoney(on, partyId),
      await caseMoney(on, own.id),
      await officeMoney(on),
    ])
    expect(theirs).toEqual([[], [], []])
    expect(TWO_HALVES).toHaveLength(2)
  })
})
