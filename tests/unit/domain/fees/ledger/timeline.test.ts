import { describe, expect, it } from 'vitest'
import type { LedgerLine, LedgerLoan, LedgerPlacement, LedgerWage } from '@/lib/domain/fees/ledger/ledger'
import { monthAfter, monthsBetween, timelineOf } from '@/lib/domain/fees/ledger/timeline'

const TODAY = '2026-11-21'

const line = (change: Partial<LedgerLine>): LedgerLine =>
  ({
    id: 'line',
    paidOn: '2025-03',
    jpyMinor: 120_000n,
    method: 'cash',
    instalments: null,
    ...change,
  }) as LedgerLine
const loan = (change: Partial<LedgerLoan>): LedgerLoan =>
  ({
    id: 'loan',
    borrowedOn: '2025-02',
    principalMinor: 500_000n,
    currency: 'JPY',
    removedAt: null,
    ...change,
  }) as LedgerLoan
const wage = (change: Partial<LedgerWage>): LedgerWage => ({
  id: 'wage',
  version: 1,
  kind: 'deduction_rent',
  forMonth: '2026-10',
  hours: null,
  amount: { amountMinor: 20_000n, currency: 'JPY' },
  amountAsTyped: null,
  ...change,
})
const worked = (from: string | null, to: string | null) => ({ workStartedOn: from, workEndedOn: to }) as LedgerPlacement

const made = (ledger: Partial<Parameters<typeof timelineOf>[0]>) =>
  timelineOf({ lines: [], loans: [], wages: [], placement: null, ...ledger }, TODAY, ({ amountMinor }) => amountMinor)

describe('the ledger along time', () => {
  it('puts payments, loans and deductions in the order of their months, what nobody can date last', () => {
    const { entries, years } = made({
      lines: [line({ id: 'forgotten', paidOn: null }), line({ id: 'dated', paidOn: '2025-03-14' })],
      loans: [loan({})],
      wages: [wage({})],
    })
    expect(entries.map(({ sourceId, period }) => [sourceId, period])).toEqual([
      ['loan', '2025-02'],
      ['dated', '2025-03'],
      ['wage', '2026-10'],
      ['forgotten', null],
    ])
    expect(years).toEqual({ from: 2025, to: 2026 })
  })

  it('spreads what was taken from pay in instalments over its months, and no yen is lost', () => {
    const { entries } = made({
      lines: [line({ method: 'deduction', instalments: 7, paidOn: '2025-11', jpyMinor: 100_000n })],
    })
    expect(entries.map(({ period }) => period)).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
    ])
    expect(entries.reduce((sum, { jpy }) => sum + (jpy ?? 0n), 0n)).toBe(100_000n)
    expect(entries.at(-1)?.part).toEqual({ number: 7, of: 7 })
  })

  it('keeps instalments of which only the year is known together', () => {
    const { entries } = made({ lines: [line({ method: 'deduction', instalments: 7, paidOn: '2025' })] })
    expect(entries).toMatchObject([{ kind: 'deducted', period: '2025', part: null }])
  })

  it('does not count recovery of costs twice where it is a payment, too', () => {
    const recovery = wage({ kind: 'deduction_recruitment_recovery' })
    expect(made({ wages: [recovery] }).entries).toHaveLength(1)
    expect(made({ wages: [recovery], lines: [line({ method: 'deduction' })] }).entries).toHaveLength(1)
  })

  it('leaves out pay that arrived and loans that were removed', () => {
    const { entries } = made({
      wages: [wage({ kind: 'last_month_actual' })],
      loans: [loan({ removedAt: new Date('2026-11-01T00:00:00Z') })],
    })
    expect(entries).toEqual([])
  })

  it('counts the months worked up to now while work goes on', () => {
    expect(made({ placement: worked('2025-04', null) }).worked).toEqual({
      from: '2025-04',
      to: '2026-11',
      isOngoing: true,
    })
    expect(made({ placement: worked('2025-04', '2026-01') }).worked).toMatchObject({ to: '2026-01', isOngoing: false })
    expect(made({ placement: worked(null, null) }).worked).toBeNull()
  })

  it('knows nothing where nothing is known', () => {
    expect(made({})).toEqual({ entries: [], worked: null, years: null })
  })
})

describe('months', () => {
  it('are counted over the end of a year', () => {
    expect(monthAfter('2025-11', 3)).toBe('2026-02')
    expect(monthAfter('2025-12', 0)).toBe('2025-12')
    expect(monthsBetween('2025-11', '2026-02')).toBe(4)
  })
})
