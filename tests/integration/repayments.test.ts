import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { updateRemediesDelivered } from '@/lib/data/remedies'
import { within } from '@/lib/data/within'
import { instalmentState } from '@/lib/domain/remedies/remedy'
import { now } from '@/lib/platform/clock'
import { confirmArrival } from '@/lib/usecases/confirm-arrival'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { keepToldArrived } from '@/lib/usecases/remedies/arrived-sums'
import { recordPayment, voidPayment } from '@/lib/usecases/remedies/record-payment'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, actionsOf, caseRow, one, type OwnCase } from '../support/own-case'
import { anAgreement, factsOf, investigated, numberOf, openClocks, remediesOf } from '../support/remedies'
import { sealOf } from '../support/seal'

let officer: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
})

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

describe('repayment', () => {
  test('in parts: what the worker says came counts, and it is delivered only when all of it did', async () => {
    const own = await aCase()
    await investigated(officer, own)
    const id = await anAgreement(officer, own)
    const [first, second] = await partsOf(own, id)
    expect((await pay(own, first, 50_000n)).ok).toBe(true)
    expect(await openClocks(own, 'repayment_due')).toHaveLength(1)
    expect(await caseRow(own.id)).toMatchObject({ repaid_jpy: '0' })
    expect(await factsOf(officer, own)).toMatchObject({ hasDeliveryEvidence: false })
    await told(own, id, first, 'part', 20_000n)
    expect(await caseRow(own.id)).toMatchObject({ repaid_jpy: '20000' })
    expect(await openClocks(own, 'repayment_due')).toHaveLength(2)
    expect(
      await one<number>(
        `SELECT count(*)::int AS value FROM notice WHERE case_id = $1 AND kind = 'remedy_not_arrived'`,
        own.id,
      ),
    ).toBe(1)
    await told(own, id, first, 'yes')
    await pay(own, second, 50_000n)
    expect(await factsOf(officer, own)).toMatchObject({ hasDeliveryEvidence: true, hasWorkerConfirmedDelivery: false })
    await told(own, id, second, 'yes')
    expect(await factsOf(officer, own)).toMatchObject({ hasDeliveryEvidence: true, hasWorkerConfirmedDelivery: true })
    expect(await caseRow(own.id)).toMatchObject({ repaid_jpy: '100000', agreed_jpy: '100000' })
    expect(await openClocks(own, 'repayment_due')).toEqual([])
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
    expect(await openClocks(own, 'repayment_due')).toHaveLength(2)
    expect(await pay(own, first, 5n, { amount: { amountMinor: 5n, currency: 'VND' } })).toEqual({
      ok: false,
      error: { code: 'other_currency' },
    })
  })

  test('that did not come opens a closed case again', async () => {
    const own = await aCase()
    const id = await anAgreement(officer, own)
    const [first] = await partsOf(own, id)
    await ownerPool().query(`UPDATE deadline SET cancelled_at = now() WHERE case_id = $1 AND subject_id IS NULL`, [
      own.id,
    ])
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

  test('that an officer says the worker told of is marked so, with the witness, and the worker can say otherwise', async () => {
    const own = await aCase()
    const id = await anAgreement(officer, own)
    const [first] = await partsOf(own, id)
    const tellOfficer = () =>
      within(staffGrant(officer, 'case.change_state'), async (on) => {
        await keepToldArrived(on, await sealOf(on, own.id), [id], now())
        await updateRemediesDelivered(on, [id], now())
      })
    const stored = async () => (await remediesOf(officer, own))[0]
    const ownPage = async () => (await readOwnCase(own.read))?.remedies[0]
    const witness = (table: string, row: string) =>
      one<string | null>(`SELECT confirm_witness_id AS value FROM ${table} WHERE id = $1`, row)
    await tellOfficer()
    expect(await stored()).toMatchObject({
      confirmedHow: 'told_to_officer',
      instalments: [{ confirmedHow: 'told_to_officer' }, {}],
    })
    expect((await stored())?.instalments.map((part) => instalmentState(part, '2026-11-21'))).toEqual([
      'arrived_told',
      'arrived_told',
    ])
    expect([await witness('remedy', id), await witness('repayment', first)]).toEqual([officer.id, officer.id])
    expect(await ownPage()).toMatchObject({ confirmedHow: 'told_to_officer', confirmedAt: expect.any(Date) })

    await told(own, id, first, 'no')
    expect(await stored()).toMatchObject({ workerConfirmedAt: null, confirmedHow: null })
    expect((await ownPage())?.payments.map(({ confirmedHow }) => confirmedHow)).toEqual([null, 'told_to_officer'])
    expect(await caseRow(own.id)).toMatchObject({ repaid_jpy: '50000' })
    expect(await openClocks(own, 'repayment_due')).toEqual(['party'])
    expect(await witness('repayment', first)).toBeNull()

    await told(own, id, first, 'yes')
    expect(await stored()).toMatchObject({
      confirmedHow: null,
      instalments: [{ confirmedHow: 'tap' }, { confirmedHow: 'told_to_officer' }],
    })
    await told(own, id, (await partsOf(own, id))[1], 'yes')
    expect(await stored()).toMatchObject({ confirmedHow: 'tap', workerConfirmedAt: expect.any(Date) })
    await told(own, id, first, 'no')
    expect((await stored())?.confirmedHow).toBe('tap')
  })
})
