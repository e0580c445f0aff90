import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import type { LoanInput, WageInput } from '@/lib/domain/fees/ledger/ledger-changes'
import type { LedgerPlacement } from '@/lib/domain/fees/ledger/ledger'
import { removeLoan, restoreLoan } from '@/lib/usecases/ledger/remove-loan'
import { saveLoan } from '@/lib/usecases/ledger/save-loan'
import { savePlacement } from '@/lib/usecases/ledger/save-placement'
import { saveWageFacts } from '@/lib/usecases/ledger/save-wage-facts'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase, type StoredCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'
import { isChainWhole, ledgerOf, moneyOf } from '../support/ledger'

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
const form = (found: StoredCase, version = 0, reason = '') => ({
  number: found.number,
  requestId: randomUUID(),
  version,
  reason,
})

describe('a loan', () => {
  const loan: LoanInput = {
    lenderKind: 'moneylender',
    lenderName: 'bà Tư',
    principalMinor: 100_000_000n,
    outstandingMinor: 50_000_000n,
    monthlyRepaymentMinor: 5_000_000n,
    currency: 'VND',
    ratePercent: '3.5',
    ratePeriod: 'month',
    termMonths: 24,
    collateral: 'land_title',
    borrowedOn: '2024-12',
  }

  it('is added once, corrected with a reason, set aside and put back', async () => {
    const found = await aCase()
    const adding = { ...form(found), loanId: null, loan }
    await Promise.all([saveLoan(grant(), adding), saveLoan(grant(), adding)])
    const [first] = (await ledgerOf(officer, found.number)).loans
    if (!first) throw new Error('no loan')
    expect(first).toMatchObject({ ...loan, version: 1, removedAt: null })
    const owed = await moneyOf(found.id)
    expect(owed).toMatchObject({ in_debt: true })
    expect(Number(owed['debt_jpy'])).toBeGreaterThan(100_000)

    const edit = {
      ...form(found, 1, 'Hợp đồng vay.'),
      loanId: first.id,
      loan: { ...loan, outstandingMinor: 40_000_000n },
    }
    expect(await saveLoan(grant(), { ...edit, reason: ' ' })).toEqual(refused('reason_missing'))
    expect(await saveLoan(grant(), { ...edit, version: 7 })).toEqual(refused('changed_meanwhile'))
    expect(await saveLoan(grant(stranger), edit)).toEqual(refused('not_found'))
    expect(await saveLoan(grant(), { ...edit, loan: { ...loan, ratePercent: '1,5' } })).toEqual(refused('rate_invalid'))
    expect(await saveLoan(grant(), edit)).toEqual(done)
    expect(await saveLoan(grant(), edit)).toEqual(done)

    const removal = { ...form(found, 2, 'Hai lần cùng một khoản.'), loanId: first.id }
    expect(await removeLoan(grant(), removal)).toEqual(done)
    expect(await moneyOf(found.id)).toMatchObject({ debt_jpy: null })
    expect(await saveLoan(grant(), { ...edit, ...form(found, 3, 'x') })).toEqual(refused('loan_set_aside'))
    expect(await restoreLoan(grant(), { ...form(found, 3, 'Không phải.'), loanId: first.id })).toEqual(done)
    const ledger = await ledgerOf(officer, found.number)
    expect(ledger.loans).toMatchObject([{ id: first.id, outstandingMinor: 40_000_000n, removedAt: null, version: 4 }])
    expect(
      ledger.revisions.map(({ change, before }) => [change, before['outstandingMinor'], before['lenderName']]),
    ).toEqual([
      ['restored', '40000000', 'bà Tư'],
      ['removed', '40000000', 'bà Tư'],
      ['changed', '50000000', 'bà Tư'],
      ['added', '50000000', 'bà Tư'],
    ])
    expect(await isChainWhole(office)).toBe(true)
  })

  it('keeps its yen of the month it was told until what is owed changes', async () => {
    const found = await aCase()
    await saveLoan(grant(), { ...form(found), loanId: null, loan })
    const [first] = (await ledgerOf(officer, found.number)).loans
    if (!first) throw new Error('no loan')
    const told = { outstanding_jpy: '12345', fx_period: '2019-03', fx_basis: 'month_average', fx_source: 'told' }
    await ownerPool().query(
      'UPDATE loan SET outstanding_jpy = $2, fx_period = $3, fx_basis = $4, fx_source = $5 WHERE id = $1',
      [first.id, ...Object.values(told)],
    )
    const converted = async () => {
      const { rows } = await ownerPool().query<Record<string, string>>(
        'SELECT outstanding_jpy, fx_period, fx_basis, fx_source FROM loan WHERE id = $1',
        [first.id],
      )
      return rows[0]
    }
    const edit = (version: number, change: Partial<LoanInput>) =>
      saveLoan(grant(), { ...form(found, version, 'x'), loanId: first.id, loan: { ...loan, ...change } })
    expect(await edit(1, { lenderName: 'bà Năm', ratePercent: '2' })).toEqual(done)
    expect(await converted()).toEqual(told)
    expect((await ledgerOf(officer, found.number)).loans).toMatchObject([{ lenderName: 'bà Năm', ratePercent: '2' }])
    expect(await edit(2, { outstandingMinor: 40_000_000n })).toEqual(done)
    expect(await converted()).not.toMatchObject({ fx_period: told.fx_period })
  })
})

describe('the pay', () => {
  const wage = (kind: WageInput['kind'], yen: bigint, forMonth: string | null = null): WageInput => ({
    kind,
    amount: { amountMinor: yen, currency: 'JPY' },
    forMonth,
    hours: null,
  })

  it('holds the pay in the plan that was told to the fee checker, in its own currency', async () => {
    const pay = {
      contractWageMinor: '9000000',
      currency: 'VND',
      plannedMinor: '230000',
      plannedCurrency: 'JPY',
    } as const
    const { wages } = await ledgerOf(officer, (await aCase({ pay })).number)
    expect(wages.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['contract_basic_wage', { amountMinor: 9_000_000n, currency: 'VND' }],
      ['planned_monthly_pay', { amountMinor: 230_000n, currency: 'JPY' }],
    ])
  })

  it('of the report is shown with what the worker typed', async () => {
    const found = await aCase({
      pay: { contractMonths: 36, contractWageMinor: '170000', contractWageText: '17 man', currency: 'JPY' },
    })
    const { wages, placement } = await ledgerOf(officer, found.number)
    expect(wages).toMatchObject([
      { kind: 'contract_basic_wage', amountAsTyped: '17 man', amount: { amountMinor: 170_000n } },
    ])
    expect(placement).toMatchObject({ contractMonths: 36, version: 1 })
  })

  it('is written down as a whole: what is no longer said is kept with the reason', async () => {
    const found = await aCase()
    const wages = [
      wage('contract_basic_wage', 170_000n),
      wage('first_month_actual', 120_000n),
      wage('last_month_actual', 130_000n),
    ]
    expect(await saveWageFacts(grant(), { ...form(found), wages })).toEqual(done)
    expect(await moneyOf(found.id)).toMatchObject({ first_month_jpy: '120000', last_month_jpy: '130000' })
    const before = await ledgerOf(officer, found.number)
    expect(before.assessment).toMatchObject({
      cause: 'facts_changed',
      facts: { contractBasicWage: { amountMinor: 170_000n } },
    })

    const changed = [wage('contract_basic_wage', 170_000n), wage('first_month_actual', 110_000n)]
    const edit = { ...form(found, before.wagesVersion, 'Phiếu lương tháng 4.'), wages: changed }
    expect(await saveWageFacts(grant(), { ...edit, reason: '' })).toEqual(refused('reason_missing'))
    expect(await saveWageFacts(grant(), { ...edit, version: before.wagesVersion - 1 })).toEqual(
      refused('changed_meanwhile'),
    )
    expect(await saveWageFacts(grant(stranger), edit)).toEqual(refused('not_found'))
    expect(await saveWageFacts(grant(), edit)).toEqual(done)
    expect(await saveWageFacts(grant(), edit)).toEqual(done)
    const after = await ledgerOf(officer, found.number)
    expect(after.wages.map(({ kind, amount }) => [kind, amount.amountMinor])).toEqual([
      ['contract_basic_wage', 170_000n],
      ['first_month_actual', 110_000n],
    ])
    expect(after.wagesVersion).toBeGreaterThan(before.wagesVersion)
    const isEdit = ({ change }: { change: string }) => change !== 'added'
    expect(after.revisions.filter((revision) => !isEdit(revision))).toHaveLength(wages.length)
    const kept = new Map(
      after.revisions.filter(isEdit).map(({ change, before: was }) => [was['kind'], [change, was['amountMinor']]]),
    )
    expect(kept).toEqual(
      new Map([
        ['first_month_actual', ['changed', '120000']],
        ['last_month_actual', ['removed', '130000']],
      ]),
    )
    expect(await moneyOf(found.id)).toMatchObject({ first_month_jpy: '110000', last_month_jpy: null })
  })
})

describe('the job', () => {
  const job: Omit<LedgerPlacement, 'version'> = {
    contractMonths: 36,
    contractSignedOn: '2024-11',
    workStartedOn: '2025-04',
    workEndedOn: null,
    isFirstJobAbroad: true,
    toldTotal: { amountMinor: 90_000_000n, currency: 'VND' },
    programmes: ['feri'],
    conditionsMet: [],
    conditionsNotMet: ['second_stay'],
  }

  it('is filled in without a reason, and corrected with one', async () => {
    const found = await aCase()
    const empty = { ...job, contractMonths: null, programmes: [], conditionsNotMet: [] }
    expect(await savePlacement(grant(), { ...form(found), placement: empty })).toEqual(done)
    expect(await savePlacement(grant(), { ...form(found, 1), placement: job })).toEqual(done)
    const corrected = { ...job, contractMonths: 12 }
    expect(await savePlacement(grant(), { ...form(found, 2), placement: corrected })).toEqual(refused('reason_missing'))
    expect(await savePlacement(grant(), { ...form(found, 1, 'x'), placement: corrected })).toEqual(
      refused('changed_meanwhile'),
    )
    expect(await savePlacement(grant(stranger), { ...form(found, 2, 'x'), placement: corrected })).toEqual(
      refused('not_found'),
    )
    const edit = { ...form(found, 2, 'Hợp đồng một năm.'), placement: corrected }
    expect(await savePlacement(grant(), edit)).toEqual(done)
    expect(await savePlacement(grant(), edit)).toEqual(done)
    const ledger = await ledgerOf(officer, found.number)
    expect(ledger.placement).toEqual({ ...corrected, version: 3 })
    expect(ledger.revisions).toMatchObject([
      { subject: 'placement', reason: 'Hợp đồng một năm.', before: { contractMonths: 36, programmes: ['feri'] } },
      { change: 'changed', reason: null, before: { contractMonths: null } },
      { change: 'added', reason: null, before: { contractMonths: null, workStartedOn: '2025-04' } },
    ])
    expect(ledger.assessment?.facts).toMatchObject({ contractMonths: 12, conditions: { second_stay: false } })
  })

  it('that is not the first one abroad counts for no indicator', async () => {
    const found = await aCase()
    expect((await moneyOf(found.id))['recruitment_cost_jpy']).not.toBeNull()
    await savePlacement(grant(), { ...form(found), placement: { ...job, isFirstJobAbroad: false } })
    expect(await moneyOf(found.id)).toMatchObject({ recruitment_cost_jpy: null })
  })
})
