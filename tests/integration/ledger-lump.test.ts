import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { listOwnFeeLines } from '@/lib/data/own-fee-lines'
import { within } from '@/lib/data/within'
import { addLedgerLine } from '@/lib/usecases/ledger/add-ledger-line'
import { restoreLedgerLine } from '@/lib/usecases/ledger/restore-ledger-line'
import { splitLedgerLine } from '@/lib/usecases/ledger/split-ledger-line'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase, type StoredCase } from '../support/cases'
import { ownerUrl } from '../support/database'
import { sealOf } from '../support/seal'
import { aLine, aLineInput, formOf, ledgerOf, moneyOf } from '../support/ledger'

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

describe('one lump', () => {
  const lump = { amountMinor: 180_000_000n, payeeRole: 'sending_organization', category: null } as const
  const lumpCategories = ['rf_placement_service', 'rc_training_orientation', 'rc_passport_id'] as const
  async function aLump() {
    const found = await aCase({ fees: [] })
    await add(found, { ...lump, lumpCategories: [...lumpCategories] })
    return { found, ...(await aLine(officer, found.number)) }
  }
  const part = (category: (typeof lumpCategories)[number], amountMinor: bigint | null) => ({
    category,
    amountMinor,
    payee: null,
  })

  it('is split without losing its words or changing a total', async () => {
    const { found, line, form } = await aLump()
    const before = await moneyOf(found.id)
    const parts = [
      part('rf_placement_service', 130_000_001n),
      part('rc_training_orientation', 40_000_000n),
      part('rc_passport_id', null),
    ]
    expect(await splitLedgerLine(grant(), { ...form, parts })).toEqual(done)
    const ledger = await ledgerOf(officer, found.number)
    expect(ledger.lines.map(({ category, amountMinor }) => [category, amountMinor])).toEqual([
      ['rf_placement_service', 130_000_001n],
      ['rc_training_orientation', 40_000_000n],
      ['rc_passport_id', 9_999_999n],
    ])
    expect(
      ledger.lines.every(({ splitFromId, ratePeriod }) => splitFromId === line.id && ratePeriod === '2025-02'),
    ).toBe(true)
    expect(ledger.setAside).toMatchObject([{ id: line.id, amountAsTyped: '2tr', splitAt: expect.any(Date) }])
    expect(ledger.revisions).toMatchObject([{ subjectId: line.id, change: 'split', reason: form.reason }])
    const after = await moneyOf(found.id)
    for (const total of ['paid_total_jpy', 'recruitment_cost_jpy', 'above_zero_fee_jpy'])
      expect(after[total], total).toBe(before[total])
    expect(after['fee_line_count']).toBe(3)
    expect(ledger.assessment?.facts.lines).toHaveLength(3)
  })

  it('is split into parts to parties of the case', async () => {
    const { found, form } = await aLump()
    const [party] = (await ledgerOf(officer, found.number)).parties
    if (!party) throw new Error('no party')
    const payee = { role: party.role, name: null, casePartyId: party.id }
    const parts = [
      { ...part('rf_placement_service', 170_000_000n), payee },
      { ...part('rc_passport_id', 10_000_000n), payee },
    ]
    expect(await splitLedgerLine(grant(), { ...form, parts })).toEqual(done)
  })

  it('stays for the worker as it was told, with the parts that are judged', async () => {
    const { found, line, form } = await aLump()
    await splitLedgerLine(grant(), {
      ...form,
      parts: [part('rf_placement_service', 180_000_000n - 5n), part('rc_passport_id', 5n)],
    })
    const own = await within(grantOpen({ kind: 'worker', caseId: found.id }, 'own_case.read'), async (on) =>
      listOwnFeeLines(on, await sealOf(on, found.id)),
    )
    expect(own).toMatchObject([
      {
        id: line.id,
        amountAsTyped: '2tr',
        lumpCategories,
        amount: { amountMinor: 180_000_000n },
        parts: [
          { category: 'rf_placement_service', amount: { amountMinor: 179_999_995n } },
          { category: 'rc_passport_id', amount: { amountMinor: 5n } },
        ],
      },
    ])
    const { assessment } = await ledgerOf(officer, found.number)
    expect(assessment?.assessment.lines.map(({ lineId }) => lineId)).toEqual(own[0]?.parts.map(({ id }) => id))
  })

  it('counts as a whole again when the split is undone, and its parts cannot come back beside it', async () => {
    const { found, form } = await aLump()
    const before = await moneyOf(found.id)
    const parts = [part('rf_placement_service', 170_000_000n), part('rc_passport_id', 10_000_000n)]
    await splitLedgerLine(grant(), { ...form, parts })
    const [whole] = (await ledgerOf(officer, found.number)).setAside
    if (!whole) throw new Error('the whole is gone')
    expect(await restoreLedgerLine(grant(), formOf(whole, found.number))).toEqual(done)
    const ledger = await ledgerOf(officer, found.number)
    expect(ledger.lines).toMatchObject([{ id: whole.id, splitAt: null }])
    expect(ledger.setAside).toHaveLength(2)
    expect(await moneyOf(found.id)).toEqual(before)
    expect(ledger.revisions.map(({ subjectId, change }) => `${change} ${subjectId === whole.id}`).toSorted()).toEqual([
      'removed false',
      'removed false',
      'restored true',
      'split true',
    ])
    expect(await restoreLedgerLine(grant(), (await aLine(officer, found.number)).form)).toEqual(refused('line_counts'))
    expect((await ledgerOf(officer, found.number)).revisions).toHaveLength(4)
    const [gone] = ledger.setAside
    if (!gone) throw new Error('no part')
    expect(await restoreLedgerLine(grant(), formOf(gone, found.number))).toEqual(refused('split_undone'))
  })

  it.each([
    [[part('rf_placement_service', 180_000_000n)], 'too_few_parts'],
    [[part('rf_placement_service', 1n), part('rc_passport_id', 2n)], 'parts_do_not_add_up'],
  ] as const)('is not split into what is no part of it (%#)', async (parts, code) => {
    const { found, form } = await aLump()
    expect(await splitLedgerLine(grant(), { ...form, parts })).toEqual(refused(code))
    expect(await splitLedgerLine(grant(stranger), { ...form, parts })).toEqual(refused('not_found'))
    expect((await ledgerOf(officer, found.number)).lines).toHaveLength(1)
  })
})
