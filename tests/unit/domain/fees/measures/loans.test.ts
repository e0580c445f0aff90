import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectiveYearlyInterest, type LoanTerms } from '@/lib/domain/fees/measures/effective-interest'
import { debtInMonthsOfPay, monthsUntilRepaid } from '@/lib/domain/fees/measures/months-to-repay'

const LOAN: LoanTerms = {
  principalMinor: 600_000n,
  outstandingMinor: 600_000n,
  monthlyRepaymentMinor: null,
  ratePercent: null,
  ratePeriod: null,
  termMonths: null,
}

function yearly(terms: Partial<LoanTerms>): number | string {
  const measure = effectiveYearlyInterest({ ...LOAN, ...terms })
  return 'value' in measure ? measure.value.yearlyPercent : measure.missing.join(' ')
}

describe('the effective yearly interest of a loan', () => {
  it.each([
    ['day', '0.1', 44.0251],
    ['month', '3', 42.5761],
    ['year', '12', 12],
  ] as const)('compounds a rate a %s', (ratePeriod, ratePercent, expected) => {
    expect(yearly({ ratePeriod, ratePercent })).toBeCloseTo(expected, 3)
  })

  it('is found from repayments and a term when no rate was told', () => {
    // 12 repayments of 53 309.27 of 600 000 are 1 % a month.
    expect(yearly({ monthlyRepaymentMinor: 53_309n, termMonths: 12 })).toBeCloseTo(12.682, 1)
    expect(yearly({ monthlyRepaymentMinor: 50_000n, termMonths: 12 })).toBeCloseTo(0, 6)
  })

  it('of interest told in all follows the repayments, or else one sum at the end', () => {
    expect(yearly({ ratePeriod: 'total', ratePercent: '21', termMonths: 24 })).toBeCloseTo(10, 9)
    // 20 % on top in twelve equal parts is about 35 % to 42 % a year, not 20 %.
    expect(
      yearly({ ratePeriod: 'total', ratePercent: '20', termMonths: 12, monthlyRepaymentMinor: 60_000n }),
    ).toBeCloseTo(41.29, 1)
  })

  it('says what is missing and makes nothing negative', () => {
    expect(yearly({})).toBe('loan_rate')
    expect(yearly({ ratePercent: '5' })).toBe('loan_rate')
    expect(yearly({ ratePercent: '5', ratePeriod: 'total' })).toBe('loan_term')
    expect(yearly({ monthlyRepaymentMinor: 10_000n, termMonths: 12 })).toBe('loan_facts_disagree')
    expect(yearly({ ratePercent: '1000', ratePeriod: 'day' })).toBe('loan_facts_disagree')
  })

  it('finds again the rate that repayments were made from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 2, max: 60 }), (perMille, termMonths) => {
        const rate = perMille / 1000
        const principal = 1e12
        const repayment = (principal * rate) / (1 - (1 + rate) ** -termMonths)
        const found = yearly({
          principalMinor: BigInt(principal),
          monthlyRepaymentMinor: BigInt(Math.round(repayment)),
          termMonths,
        })
        expect(found).toBeCloseTo(((1 + rate) ** 12 - 1) * 100, 4)
      }),
    )
  })
})

describe('the time to repay', () => {
  it('is the debt in months of pay, of all loans', () => {
    const pay = { value: 120_000n, remarks: [] }
    expect(debtInMonthsOfPay([300_000n, 60_000n], pay)).toEqual({
      value: { debtJpy: 360_000n, earningsJpy: 120_000n, months: 3 },
      remarks: [],
    })
    expect(debtInMonthsOfPay([300_000n, null], { missing: ['last_month_pay'] })).toEqual({
      missing: ['loan_outstanding', 'last_month_pay'],
    })
    expect(debtInMonthsOfPay([], pay)).toEqual({ missing: ['loan_outstanding'] })
  })

  it.each([
    [
      'without interest, to the month',
      { ratePercent: '0', ratePeriod: 'year', monthlyRepaymentMinor: 50_000n },
      { months: 12 },
    ],
    ['at 1 % a month', { ratePercent: '1', ratePeriod: 'month', monthlyRepaymentMinor: 53_310n }, { months: 12 }],
    [
      'with interest as high as the repayment',
      { ratePercent: '5', ratePeriod: 'month', monthlyRepaymentMinor: 29_999n },
      { never: true },
    ],
    [
      'with interest in all, which grows no more',
      { ratePercent: '30', ratePeriod: 'total', monthlyRepaymentMinor: 100_000n },
      { months: 6 },
    ],
    [
      'of nothing',
      { outstandingMinor: 0n, ratePercent: '1', ratePeriod: 'year', monthlyRepaymentMinor: 1n },
      { months: 0 },
    ],
  ] as const)('%s', (_name, terms, expected) => {
    expect(monthsUntilRepaid({ ...LOAN, ...terms })).toEqual({ value: expected, remarks: [] })
  })

  it('says what is missing', () => {
    expect(monthsUntilRepaid(LOAN)).toEqual({ missing: ['loan_repayment'] })
    expect(monthsUntilRepaid({ ...LOAN, monthlyRepaymentMinor: 10_000n })).toEqual({ missing: ['loan_rate'] })
    expect(monthsUntilRepaid({ ...LOAN, outstandingMinor: null })).toEqual({ missing: ['loan_outstanding'] })
  })

  it('is as long as paying month by month takes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 20_000, max: 90_000 }), (perMille, repayment) => {
        const measure = monthsUntilRepaid({
          ...LOAN,
          ratePercent: (perMille / 10).toFixed(1),
          ratePeriod: 'month',
          monthlyRepaymentMinor: BigInt(repayment),
        })
        let [owed, months] = [600_000, 0]
        while (owed > 0.01 && months < 5_000) {
          owed = owed * (1 + perMille / 1000) - repayment
          months += 1
        }
        expect(measure).toEqual({ value: months === 5_000 ? { never: true } : { months }, remarks: [] })
      }),
    )
  })
})
