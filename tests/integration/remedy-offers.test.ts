import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { within } from '@/lib/data/within'
import { remedyState } from '@/lib/domain/remedies/remedy'
import { now } from '@/lib/platform/clock'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { answerOffer, recordToldAnswer } from '@/lib/usecases/remedies/answer-offer'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerUrl } from '../support/database'
import { aCase, actionsOf, caseRow, one } from '../support/own-case'
import {
  aClaim,
  anAgreement,
  answer,
  factsOf,
  investigated,
  numberOf,
  offer,
  openClocks,
  remediesOf,
} from '../support/remedies'

let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'supervisor')
})

describe('an offer', () => {
  test('is agreed by the worker in the app, and the guard of the workflow knows it', async () => {
    const own = await aCase()
    await investigated(officer, own)
    const id = await aClaim(officer, own)
    expect((await offer(officer, own, id)).ok).toBe(true)
    expect(await factsOf(officer, own)).toMatchObject({ hasRemedy: false, hasWorkerAcceptedRemedy: false })
    expect(await openClocks(own, 'remedy_answer')).toEqual(['worker'])
    expect((await readOwnCase(own.read))?.offers).toMatchObject([
      { id, party: { role: 'broker', name: 'chú Ba' }, terms: expect.stringContaining('100.000 yên') },
    ])
    expect((await answer(officer, own, id, true)).ok).toBe(true)
    expect(await factsOf(officer, own)).toMatchObject({ hasRemedy: true, hasWorkerAcceptedRemedy: true })
    expect(await openClocks(own, 'remedy_answer')).toEqual([])
    expect(await openClocks(own, 'repayment_due')).toEqual(['party', 'party'])
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
    await investigated(officer, own)
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
    expect(await openClocks(own, 'repayment_due')).toHaveLength(1)
    expect(await factsOf(officer, own)).toMatchObject({ hasWorkerAcceptedRemedy: true })
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
