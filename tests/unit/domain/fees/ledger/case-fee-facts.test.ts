import { describe, expect, it } from 'vitest'
import { caseFeeFacts, type CaseFeeRows, type FeeLineRow } from '@/lib/domain/fees/ledger/case-fee-facts'

const line = (change: Partial<FeeLineRow> = {}): FeeLineRow => ({
  id: 'a',
  payeeRole: 'broker',
  casePartyId: null,
  category: 'rc_medical',
  lumpCategories: [],
  amountMinor: 500n,
  amountMaxMinor: null,
  currency: 'VND',
  paidOn: '2025',
  refundedMinor: null,
  rateOverride: null,
  paidBy: 'family',
  createdAt: new Date('2026-01-31T16:00:00Z'),
  ...change,
})
const rows = (change: Partial<CaseFeeRows> = {}): CaseFeeRows => ({
  origin: 'VN',
  destination: 'JP',
  scheme: 'titp',
  receivedAt: new Date('2026-01-01T00:00:00Z'),
  placement: null,
  lines: [line()],
  wages: [],
  ...change,
})
const job = {
  contractMonths: 36,
  workStartedOn: null,
  workEndedOn: null,
  programmes: [],
  conditionsMet: [],
  conditionsNotMet: [],
}

describe('what a verdict is told about a case', () => {
  it('is everything that is stored, and null where nothing is', () => {
    expect(caseFeeFacts(rows())).toMatchObject({
      origin: 'VN',
      scheme: 'titp',
      contractMonths: null,
      monthsWorked: null,
      contractBasicWage: null,
      conditions: {},
      lines: [
        {
          partyKey: 'broker',
          categories: ['rc_medical'],
          refundedMinor: 0n,
          paidBy: 'family',
          knownOn: '2026-02-01',
          amount: { minMinor: 500n, maxMinor: 500n },
        },
      ],
    })
  })

  it('is known on the day the last payment was told, in Japan', () => {
    expect(caseFeeFacts(rows()).knownOn).toBe('2026-02-01')
    expect(caseFeeFacts(rows({ lines: [] })).knownOn).toBe('2026-01-01')
  })

  it('counts months of work from the first to the last one', () => {
    const worked = (from: string | null, to: string | null) =>
      caseFeeFacts(rows({ placement: { ...job, workStartedOn: from, workEndedOn: to } })).monthsWorked
    expect(worked('2025-04', '2025-04')).toBe(1)
    expect(worked('2024-11', '2025-02')).toBe(4)
    expect(worked('2025-04', null)).toBeNull()
    expect(worked('2025-04', '2025-01')).toBeNull()
  })

  it('takes the latest wage, conditions as they were answered, a lump and a range as they are', () => {
    const wage = (amountMinor: bigint) => ({
      kind: 'contract_basic_wage',
      amountMinor,
      currency: 'JPY',
      forMonth: null,
    })
    const facts = caseFeeFacts(
      rows({
        placement: { ...job, conditionsMet: ['second_stay', 'made_up'], conditionsNotMet: ['vulnerable_occupation'] },
        wages: [wage(150_000n), wage(160_000n)],
        lines: [
          line({ casePartyId: 'p', category: null, lumpCategories: ['rc_medical', 'il_bribe'], amountMaxMinor: 900n }),
          line({ id: 'b', amountMinor: null }),
        ],
      }),
    )
    expect(facts).toMatchObject({
      conditions: { second_stay: true, vulnerable_occupation: false },
      contractBasicWage: { amountMinor: 160_000n, currency: 'JPY' },
      lines: [
        { partyKey: 'p', categories: ['rc_medical', 'il_bribe'], amount: { minMinor: 500n, maxMinor: 900n } },
        { amount: null },
      ],
    })
    expect(facts.conditions).not.toHaveProperty('made_up')
  })

  it('treats codes of another version as not told, and refuses a destination nobody knows', () => {
    const facts = caseFeeFacts(
      rows({ origin: 'XX', scheme: 'old', lines: [line({ payeeRole: 'boss', currency: 'QQQ', paidBy: 'them' })] }),
    )
    expect(facts).toMatchObject({
      origin: null,
      scheme: null,
      lines: [{ payeeRole: null, partyKey: null, amount: null, paidBy: null }],
    })
    expect(() => caseFeeFacts(rows({ destination: 'XX' }))).toThrow('not a destination')
  })
})
