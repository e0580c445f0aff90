import { describe, expect, it } from 'vitest'
import type { CaseAssessment } from '@/lib/domain/fees/assessment/assessment'
import { caseMeasures } from '@/lib/domain/fees/measures/case-measures'
import { measureInput } from '@/lib/domain/fees/measures/measure-input'
import { toldTotalGap, untoldPayments, type ToldLine } from '@/lib/domain/fees/measures/told-versus-paid'

function line(jpy: bigint | null, toldBeforeSigning: boolean | null, more: Partial<ToldLine> = {}): ToldLine {
  return {
    category: 'rc_training_orientation',
    hasAmount: jpy !== null,
    jpy,
    refundedJpy: 0n,
    paidBy: 'worker',
    method: 'cash',
    toldBeforeSigning,
    ...more,
  }
}

describe('what was told against what was paid', () => {
  it('takes all that was paid, refunds not taken off, interest left out', () => {
    const lines = [
      line(500_000n, true, { refundedJpy: 100_000n }),
      line(90_000n, null, { category: 'fin_loan_interest' }),
    ]
    expect(toldTotalGap(400_000n, lines)).toEqual({
      value: { toldJpy: 400_000n, actualJpy: 500_000n, gapJpy: 100_000n },
      remarks: [],
    })
    expect(toldTotalGap(null, [line(null, true)])).toEqual({ missing: ['told_total', 'payment_amount'] })
  })

  it('adds what was not told before signing, and says when not every payment was answered', () => {
    expect(untoldPayments([line(5n, false), line(7n, true), line(11n, null)])).toEqual({
      value: { jpy: 5n, payments: 1 },
      remarks: ['told_before_signing'],
    })
    expect(untoldPayments([line(7n, true)])).toEqual({ value: { jpy: 0n, payments: 0 }, remarks: [] })
    expect(untoldPayments([line(7n, true), line(11n, null)])).toEqual({ missing: ['told_before_signing'] })
    expect(untoldPayments([line(7n, null)])).toEqual({ missing: ['told_before_signing'] })
    expect(untoldPayments([line(null, false)])).toEqual({ missing: ['payment_amount'] })
  })
})

describe('the measures of a case', () => {
  const RATES = [
    { currency: 'JPY', period: '2025-05', unitsPerUsd: '150', source: 'a test' },
    { currency: 'VND', period: '2025-05', unitsPerUsd: '25000', source: 'a test' },
  ] as const
  const claim = (partyKey: string, aboveCapJpy: bigint, likelyJpy: bigint, aboveZeroFeeJpy: bigint) => ({
    partyKey,
    aboveCapJpy,
    likelyJpy,
    aboveZeroFeeJpy,
  })
  const assessment: CaseAssessment = {
    verdict: 'above_cap',
    lines: [],
    findings: [],
    rates: [],
    claims: [claim('a', 10n, 4n, 30n), claim('b', 20n, 0n, 25n)],
    missing: [],
  }

  it('come from the ledger, pay in the yen of its month', () => {
    const input = measureInput(
      {
        lines: [],
        wages: [
          {
            id: '1',
            version: 1,
            kind: 'first_month_actual',
            amount: { amountMinor: 120_000n, currency: 'JPY' },
            amountAsTyped: null,
            forMonth: '2025-05',
            hours: null,
          },
          {
            id: '2',
            version: 1,
            kind: 'told_before',
            amount: { amountMinor: 25_000_000n, currency: 'VND' },
            amountAsTyped: null,
            forMonth: null,
            hours: null,
          },
        ],
        loans: [],
        placement: null,
        assessment: {
          id: '1',
          cause: 'submitted',
          assessedAt: new Date('2026-01-01T00:00:00Z'),
          facts: {
            origin: 'VN',
            destination: 'JP',
            scheme: 'titp',
            programmes: [],
            contractMonths: null,
            monthsWorked: null,
            contractBasicWage: null,
            plannedMonthlyPay: null,
            conditions: {},
            knownOn: '2026-01-01',
            lines: [],
          },
          assessment,
          rules: [],
        },
      },
      RATES,
      true,
    )
    const measures = caseMeasures(input)
    expect(measures.indicator.first_month).toEqual({
      value: { costJpy: 0n, earningsJpy: 120_000n, months: 0 },
      remarks: ['first_job_abroad_not_told'],
    })
    expect(measures.indicator.last_month).toEqual({ missing: ['last_month_pay'] })
    expect(measures.toldPay).toEqual({
      value: { toldJpy: 150_000n, actualJpy: 120_000n, gapJpy: -30_000n },
      remarks: [],
    })
    expect(measures.toldTotal).toEqual({ missing: ['told_total', 'no_payment_told'] })
    expect(measures.claimable).toEqual({
      value: {
        aboveCapJpy: 30n,
        likelyJpy: 4n,
        aboveZeroFeeJpy: 55n,
        byParty: [claim('b', 20n, 0n, 25n), claim('a', 10n, 4n, 30n)],
      },
      remarks: [],
    })
    expect(caseMeasures({ ...input, assessment: null }).claimable).toEqual({ missing: ['verdict'] })
  })
})
