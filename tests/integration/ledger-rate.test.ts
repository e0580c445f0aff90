import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { addLedgerLine } from '@/lib/usecases/ledger/add-ledger-line'
import { editLedgerLine } from '@/lib/usecases/ledger/edit-ledger-line'
import { overrideRate } from '@/lib/usecases/ledger/override-rate'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase, type StoredCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'
import { aLine, aLineInput, ledgerOf } from '../support/ledger'

let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('minato', { isDefaultIntake: true }), 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'supervisor')
})

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

describe("an officer's own rate", () => {
  it('is used instead of the official one until it is taken back, with its reason', async () => {
    const found = await aCase()
    const official = (await aLine(officer, found.number)).line
    const { form } = await aLine(officer, found.number)
    expect(await overrideRate(grant(), { ...form, unitsPerUsd: '50000' })).toEqual(done)
    const own = await aLine(officer, found.number)
    expect(own.line).toMatchObject({
      usdMinor: 50_000n,
      rateBasis: 'officer',
      rateOverride: '50000',
      rateReason: form.reason,
      ratePeriod: '2025-02',
    })
    expect(await overrideRate(grant(), { ...own.form, unitsPerUsd: null })).toEqual(done)
    const { id: _id, version: _version, ...back } = (await aLine(officer, found.number)).line
    expect(official).toMatchObject(back)
    expect((await ledgerOf(officer, found.number)).revisions.map(({ change }) => change)).toEqual([
      'rate_overridden',
      'rate_overridden',
    ])
  })

  it('is a positive number, and not for dollars', async () => {
    const found = await aCase()
    const { form } = await aLine(officer, found.number)
    for (const unitsPerUsd of ['0', '0.000', '-1', '1e5', '', '1,000', '123456789012345'])
      expect(await overrideRate(grant(), { ...form, unitsPerUsd }), unitsPerUsd).toEqual(refused('rate_invalid'))
    await add(found, { currency: 'USD', amountMinor: 10_000n })
    const dollars = await aLine(officer, found.number, 1)
    expect(await overrideRate(grant(), { ...dollars.form, unitsPerUsd: '1.1' })).toEqual(refused('rate_not_needed'))
    expect(await overrideRate(grant(stranger), { ...form, unitsPerUsd: '25000' })).toEqual(refused('not_found'))
  })

  it('goes when the payment is of another month, and stays with any other change', async () => {
    const found = await aCase()
    await add(found)
    expect(
      await overrideRate(grant(), { ...(await aLine(officer, found.number, 1)).form, unitsPerUsd: '25000' }),
    ).toEqual(done)
    const edit = async (change: Parameters<typeof aLineInput>[0]) => {
      const { form } = await aLine(officer, found.number, 1)
      expect(await editLedgerLine(grant(), { ...form, line: aLineInput(change) })).toEqual(done)
      return (await aLine(officer, found.number, 1)).line
    }
    expect(await edit({ amountMinor: 1_000_000n })).toMatchObject({ rateOverride: '25000' })
    expect(await edit({ paidOn: '2025-02-14' })).toMatchObject({ rateOverride: '25000' })
    expect(await edit({ paidOn: '2025-03' })).toMatchObject({
      rateOverride: null,
      rateReason: null,
      ratePeriod: '2025-03',
      rateBasis: 'month',
    })
    const { rows } = await ownerPool().query<{ lost: boolean | null }>(
      `SELECT (detail->>'losesOwnRate')::boolean AS lost FROM audit_event
       WHERE case_id = $1 AND action = 'fee_line.changed' ORDER BY seq`,
      [found.id],
    )
    expect(rows.map(({ lost }) => lost)).toEqual([null, null, true])
  })
})

describe('an own rate far from the official one', () => {
  it('is taken only when it is meant', async () => {
    const found = await aCase()
    const { form } = await aLine(officer, found.number)
    for (const unitsPerUsd of ['1', '2500000'])
      expect(await overrideRate(grant(), { ...form, unitsPerUsd }), unitsPerUsd).toEqual(refused('rate_too_far'))
    expect(await overrideRate(grant(), { ...form, unitsPerUsd: '1', isSure: true })).toEqual(done)
  })
})
