import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { caseMoney, officeMoney, partyMoney } from '@/lib/data/remedy-records'
import { within } from '@/lib/data/within'
import { remedyState } from '@/lib/domain/remedies/remedy'
import { confirmArrival } from '@/lib/usecases/confirm-arrival'
import { readParty } from '@/lib/usecases/parties/read-party'
import { claimRemedy } from '@/lib/usecases/remedies/claim-remedy'
import { dropClaim } from '@/lib/usecases/remedies/drop-claim'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aCase, caseRow, one } from '../support/own-case'
import { aClaim, anAgreement, numberOf, offer, remediesOf } from '../support/remedies'

let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'supervisor')
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

  test('are made once by one form, and of one payment once', async () => {
    const own = await aCase()
    const lineId = await one<string>('SELECT id AS value FROM fee_line WHERE case_id = $1', own.id)
    const line = { lane: 'ilo', feeLineIds: [lineId], amount: null } as const
    const form = { ...line, requestId: randomUUID() }
    const id = await aClaim(officer, own, form)
    expect(await aClaim(officer, own, form)).toBe(id)
    await expect(aClaim(officer, own, line)).rejects.toThrow('line_claimed')
    expect(await remediesOf(officer, own)).toHaveLength(1)
    const gone = {
      number: await numberOf(own),
      remedyId: id,
      version: 1,
      requestId: randomUUID(),
      reason: 'Wrong party.',
    }
    expect((await dropClaim(staffGrant(officer, 'case.write_remedies'), gone)).ok).toBe(true)
    const again = await aClaim(officer, own, line)
    expect(again).not.toBe(id)
    await offer(officer, own, again, {
      amount: { amountMinor: 5_000_000n, currency: 'VND' },
      dues: [{ amountMinor: 5_000_000n, dueOn: '2027-01-31' }],
    })
    await expect(aClaim(officer, own, line)).rejects.toThrow('line_claimed')
  })
})

test('money is added up by case, party and office, never beyond the office', async () => {
  const own = await aCase()
  const partyId = randomUUID()
  await ownerPool().query(`INSERT INTO party (id, country, roles, name) VALUES ($1, 'VN', '{broker}', 'Ba Co')`, [
    partyId,
  ])
  await ownerPool().query(`UPDATE case_party SET party_id = $2 WHERE case_id = $1`, [own.id, partyId])
  const id = await anAgreement(officer, own)
  const repaymentId = (await remediesOf(officer, own))[0]?.instalments[0]?.id ?? ''
  await confirmArrival(own.write, {
    requestId: randomUUID(),
    remedyId: id,
    repaymentId,
    arrived: 'yes',
    amount: null,
    notice: 'Có.',
    language: 'vi',
  })
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
  const shown = await readParty(staffGrant(officer, 'party.read'), partyId)
  expect(shown?.money.claimed).toEqual([{ currency: 'JPY', minor: 120_000n, jpy: 120_000n, count: 0 }])
  expect(shown?.responses).toEqual({ asked: 0, inTime: 0, late: 0, unanswered: 0, waiting: 0 })
  expect(mine.here).toEqual([sums])
  expect(mine.office.find(({ currency }) => currency === 'JPY')?.agreed).toBeGreaterThanOrEqual(100_000n)
  const theirs = await within(staffGrant(stranger, 'case.read'), async (on) => [
    await partyMoney(on, partyId),
    await caseMoney(on, own.id),
    await officeMoney(on),
  ])
  expect(theirs).toEqual([[], [], []])
})
