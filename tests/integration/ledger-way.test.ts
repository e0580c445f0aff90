import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import type { LedgerPlacement } from '@/lib/domain/fees/ledger/ledger'
import type { WayInput } from '@/lib/domain/fees/ledger/ledger-changes'
import { addLedgerLine } from '@/lib/usecases/ledger/add-ledger-line'
import { savePlacement } from '@/lib/usecases/ledger/save-placement'
import { saveWageFacts } from '@/lib/usecases/ledger/save-wage-facts'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase, versionOf, type StoredCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'
import { aLineInput, isChainWhole, ledgerOf } from '../support/ledger'

let office: string
let officer: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'caseworker')
})

const grant = (actor: StaffActor = officer) => staffGrant(actor, 'case.write_fees')
const done = { ok: true, value: undefined }
const refused = (code: string) => ({ ok: false, error: { code } })

const job: Omit<LedgerPlacement, 'version'> = {
  contractMonths: null,
  contractSignedOn: null,
  workStartedOn: null,
  workEndedOn: null,
  isFirstJobAbroad: null,
  toldTotal: null,
  programmes: [],
  conditionsMet: [],
  conditionsNotMet: [],
}

function edit(found: StoredCase, way: WayInput, version = 0, reason = '') {
  return { number: found.number, requestId: randomUUID(), version, reason, placement: job, way }
}

async function wayOf(found: StoredCase) {
  const { rows } = await ownerPool().query<Record<string, unknown>>(
    'SELECT origin, scheme, corridor FROM cases WHERE id = $1',
    [found.id],
  )
  return rows[0]
}

describe('the way to the job', () => {
  it('that nobody told is filled in, and the verdict is reached again', async () => {
    const found = await aCase({ origin: undefined, scheme: undefined })
    await addLedgerLine(grant(), {
      number: found.number,
      requestId: randomUUID(),
      line: aLineInput({ category: 'rf_placement_service', amountMinor: 400_000n, currency: 'USD' }),
      amountAsTyped: null,
    })
    const before = await ledgerOf(officer, found.number)
    expect(before.assessment?.assessment.missing).toContain('origin')
    const version = await versionOf(found.id)
    const form = edit(found, { origin: 'MM', scheme: 'titp' })
    expect(await savePlacement(grant(stranger), form)).toEqual(refused('not_found'))
    expect(await savePlacement(grant(), form)).toEqual(done)
    expect(await savePlacement(grant(), form)).toEqual(done)
    expect(await wayOf(found)).toEqual({ origin: 'MM', scheme: 'titp', corridor: 'MM-JP' })
    expect(await versionOf(found.id)).toBe(version + 1)
    const after = await ledgerOf(officer, found.number)
    expect(after.assessment).toMatchObject({ cause: 'facts_changed', facts: { origin: 'MM', scheme: 'titp' } })
    expect(after.assessment?.assessment.missing).not.toContain('origin')
    expect(after.revisions).toMatchObject([
      { subject: 'placement', change: 'changed', reason: null, before: { origin: null, scheme: null } },
    ])
  })

  it('that is known is changed with a reason, kept sealed, and the trail names the facts alone', async () => {
    const found = await aCase({ origin: 'VN', scheme: 'titp' })
    const way: WayInput = { origin: null, scheme: 'ssw' }
    expect(await savePlacement(grant(), edit(found, way))).toEqual(refused('reason_missing'))
    expect(await wayOf(found)).toEqual({ origin: 'VN', scheme: 'titp', corridor: 'VN-JP' })
    const { placement } = await ledgerOf(officer, found.number)
    const version = placement?.version ?? 0
    expect(await savePlacement(grant(), edit(found, way, version, 'Chị không muốn nói.'))).toEqual(done)
    expect(await wayOf(found)).toEqual({ origin: null, scheme: 'ssw', corridor: null })
    const { revisions } = await ledgerOf(officer, found.number)
    expect(revisions[0]).toMatchObject({ reason: 'Chị không muốn nói.', before: { origin: 'VN', scheme: 'titp' } })
    const { rows } = await ownerPool().query<{ detail: Record<string, unknown> }>(
      `SELECT detail FROM audit_event WHERE case_id = $1 AND action = 'placement.changed'`,
      [found.id],
    )
    expect(rows.map(({ detail }) => detail['case'])).toEqual([['origin', 'scheme']])
    expect(await isChainWhole(office)).toBe(true)
  })

  it('stays when only the job is written down: the same version of the case', async () => {
    const found = await aCase({ origin: 'VN', scheme: 'titp' })
    const version = await versionOf(found.id)
    const same = { ...edit(found, { origin: 'VN', scheme: 'titp' }), placement: { ...job, contractMonths: 36 } }
    const { placement } = await ledgerOf(officer, found.number)
    expect(await savePlacement(grant(), { ...same, version: placement?.version ?? 0 })).toEqual(done)
    expect(await versionOf(found.id)).toBe(version)
  })
})

describe('the words the worker typed for pay', () => {
  it('stay beside the fact however an officer reads it', async () => {
    const found = await aCase({
      pay: { contractMonths: 36, contractWageMinor: '170000', contractWageText: '17 man', currency: 'JPY' },
    })
    const { wagesVersion } = await ledgerOf(officer, found.number)
    const wage = {
      kind: 'contract_basic_wage',
      amount: { amountMinor: 175_000n, currency: 'JPY' },
      forMonth: null,
      hours: null,
    } as const
    const form = { number: found.number, requestId: randomUUID(), version: wagesVersion, reason: 'Hợp đồng.' }
    expect(await saveWageFacts(grant(), { ...form, wages: [wage] })).toEqual(done)
    const { wages } = await ledgerOf(officer, found.number)
    expect(wages).toMatchObject([{ amountAsTyped: '17 man', amount: { amountMinor: 175_000n } }])
  })
})
