import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FEE_CATEGORY_CODES } from '@/lib/domain/fees/categories'
import { earnings, earningsJpy, type PaidWage } from '@/lib/domain/fees/measures/earnings'
import { recruitmentCostIndicator } from '@/lib/domain/fees/measures/indicator'
import { indicatorColumns, type IndicatorFacts } from '@/lib/domain/fees/measures/indicator-columns'
import { recruitmentCost, recruitmentCostJpy, type CostLine } from '@/lib/domain/fees/measures/recruitment-cost'
import { refundedYen } from '@/lib/domain/fees/measures/refunded-yen'

function line(jpy: bigint | null, more: Partial<CostLine> = {}): CostLine {
  return {
    category: 'rf_placement_service',
    hasAmount: jpy !== null,
    jpy,
    refundedJpy: 0n,
    paidBy: 'worker',
    method: 'cash',
    ...more,
  }
}

const wage = (kind: PaidWage['kind'], jpy: bigint | null, forMonth: string | null = null): PaidWage => ({
  kind,
  jpy,
  forMonth,
})

const FACTS: IndicatorFacts = {
  lines: [line(600_000n), line(80_000n, { category: 'fin_loan_interest' }), line(20_000n, { paidBy: 'family' })],
  wages: [wage('first_month_actual', 100_000n, '2025-05'), wage('last_month_actual', 140_000n, '2026-02')],
  hasPaidNothing: false,
  isFirstJobAbroad: true,
}

describe('the cost of recruitment', () => {
  it('counts fees, costs, interest and what the family paid, less what came back', () => {
    expect(recruitmentCost(FACTS.lines, false)).toEqual({ value: 700_000n, remarks: [] })
    expect(recruitmentCostJpy([line(600_000n, { refundedJpy: 150_000n }), line(50_000n, { category: null })])).toBe(
      500_000n,
    )
    expect(recruitmentCostJpy([line(10n, { refundedJpy: 30n })])).toBe(0n)
  })

  it('leaves out what somebody else paid, and keeps what nobody said who paid', () => {
    expect(recruitmentCostJpy([line(1_000n), line(500n, { paidBy: 'other' }), line(7n, { paidBy: null })])).toBe(1_007n)
  })

  it('is unknown with a forgotten amount or without a rate, and never zero for it', () => {
    expect(recruitmentCost([line(1_000n), line(null)], false)).toEqual({ missing: ['payment_amount'] })
    expect(recruitmentCost([line(null, { hasAmount: true })], false)).toEqual({ missing: ['payment_rate'] })
    expect(recruitmentCost([], false)).toEqual({ missing: ['no_payment_told'] })
    expect(recruitmentCost([], true)).toEqual({ value: 0n, remarks: [] })
  })

  it('grows by the amount of any payment, whatever it was for, and does not depend on the order', () => {
    const lines = fc.array(
      fc.record({ category: fc.constantFrom(...FEE_CATEGORY_CODES), jpy: fc.bigInt({ min: 0n, max: 10n ** 9n }) }),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(lines, fc.bigInt({ min: 0n, max: 10n ** 9n }), (drawn, more) => {
        const paid = drawn.map(({ category, jpy }) => line(jpy, { category }))
        const cost = recruitmentCostJpy(paid) ?? -1n
        expect(recruitmentCostJpy(paid.toReversed())).toBe(cost)
        expect(recruitmentCostJpy([...paid, line(more)])).toBe(cost + more)
      }),
    )
  })

  it('takes refunds at the rate of the payment', () => {
    expect(refundedYen({ amountMinor: 120_000_000n, refundedMinor: 30_000_000n, jpyMinor: 700_001n })).toBe(175_000n)
    expect(refundedYen({ amountMinor: 100n, refundedMinor: 300n, jpyMinor: 17n })).toBe(17n)
    expect(refundedYen({ amountMinor: null, refundedMinor: 5n, jpyMinor: null })).toBe(0n)
  })
})

describe('the earnings of a month', () => {
  it('add back what recovered recruitment costs, rent and food; not tax and not what is unnamed', () => {
    const wages = [
      wage('last_month_actual', 100_000n, '2026-02'),
      wage('deduction_recruitment_recovery', 30_000n),
      wage('deduction_rent', 20_000n),
      wage('deduction_food_utilities', 5_000n),
      wage('deduction_tax', 9_000n),
      wage('deduction_other', 4_000n),
    ]
    expect(earningsJpy(wages, 'last_month')).toBe(155_000n)
  })

  it('correct the first month only by deductions of that month, and say so', () => {
    const first = wage('first_month_actual', 90_000n, '2025-05')
    const recovery = (month: string | null) => wage('deduction_recruitment_recovery', 30_000n, month)
    expect(earnings([first, recovery('2025-05')], 'first_month')).toEqual({ value: 120_000n, remarks: [] })
    expect(earnings([first, recovery(null)], 'first_month')).toEqual({
      value: 90_000n,
      remarks: ['first_month_deductions'],
    })
  })

  it('are missing, not zero, where nothing was told or no rate is known', () => {
    expect(earnings([], 'first_month')).toEqual({ missing: ['first_month_pay'] })
    expect(earnings([wage('last_month_actual', 0n)], 'last_month')).toEqual({ missing: ['last_month_pay'] })
    expect(earnings([wage('last_month_actual', null)], 'last_month')).toEqual({ missing: ['pay_rate'] })
  })
})

describe('the recruitment cost indicator of a worker', () => {
  it('is held with both earnings', () => {
    expect(recruitmentCostIndicator(FACTS, 'first_month')).toEqual({
      value: { costJpy: 700_000n, earningsJpy: 100_000n, months: 7 },
      remarks: [],
    })
    expect(recruitmentCostIndicator(FACTS, 'last_month')).toMatchObject({ value: { months: 5 } })
  })

  it('is about the first job abroad, and says when nobody told which job it is', () => {
    expect(recruitmentCostIndicator({ ...FACTS, isFirstJobAbroad: false }, 'first_month')).toEqual({
      missing: ['not_first_job_abroad'],
    })
    expect(recruitmentCostIndicator({ ...FACTS, isFirstJobAbroad: null }, 'first_month')).toMatchObject({
      remarks: ['first_job_abroad_not_told'],
    })
    expect(indicatorColumns({ ...FACTS, isFirstJobAbroad: false })).toEqual({
      recruitmentCostJpy: null,
      firstMonthJpy: null,
      lastMonthJpy: null,
    })
    expect(indicatorColumns(FACTS)).toEqual({
      recruitmentCostJpy: 700_000n,
      firstMonthJpy: 100_000n,
      lastMonthJpy: 140_000n,
    })
  })

  it('does not count a recovery twice: it raises the pay, and only its line is a cost', () => {
    const wages = [wage('last_month_actual', 110_000n), wage('deduction_recruitment_recovery', 30_000n)]
    const untold = recruitmentCostIndicator({ ...FACTS, wages }, 'last_month')
    expect(untold).toMatchObject({ value: { costJpy: 700_000n, earningsJpy: 140_000n } })
    expect(untold).toMatchObject({ remarks: ['recovery_without_payment'] })
    const told = { ...FACTS, wages, lines: [...FACTS.lines, line(360_000n, { method: 'deduction' })] }
    expect(recruitmentCostIndicator(told, 'last_month')).toMatchObject({
      value: { costJpy: 1_060_000n, earningsJpy: 140_000n },
      remarks: [],
    })
  })

  it('names everything it lacks', () => {
    expect(recruitmentCostIndicator({ ...FACTS, lines: [line(null)], wages: [] }, 'last_month')).toEqual({
      missing: ['payment_amount', 'last_month_pay'],
    })
  })

  it('does not change with the unit of money', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (factor) => {
        const by = BigInt(factor)
        const scaled = {
          ...FACTS,
          lines: FACTS.lines.map((paid) => ({ ...paid, jpy: (paid.jpy ?? 0n) * by })),
          wages: FACTS.wages.map((paid) => ({ ...paid, jpy: (paid.jpy ?? 0n) * by })),
        }
        expect(recruitmentCostIndicator(scaled, 'last_month')).toMatchObject({ value: { months: 5 } })
      }),
    )
  })
})
