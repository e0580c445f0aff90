import type { RatePeriod } from '../ledger/loan-terms'
import type { Measure } from './measure'

/** What a worker knows of a loan; amounts in minor units of one currency, `ratePercent` decimal text. */
export type LoanTerms = {
  readonly principalMinor: bigint | null
  readonly outstandingMinor: bigint | null
  readonly monthlyRepaymentMinor: bigint | null
  readonly ratePercent: string | null
  readonly ratePeriod: RatePeriod | null
  readonly termMonths: number | null
}

/**
 * What a loan costs in a year. `compounded`: the told rate over a year; `instalments`: the rate at which the repayments are worth
 * what was lent; `one_sum_at_end`: interest told in all and nothing of repayments, so as if all were paid back at the end, the
 * lowest it can be.
 */
export type YearlyInterest = {
  readonly yearlyPercent: number
  readonly basis: 'compounded' | 'instalments' | 'one_sum_at_end'
}

const TIMES_A_YEAR = { day: 365, month: 12, year: 1 } as const
const MONTHS_A_YEAR = 12
/** The monthly rate is found to within this much (a fraction, not per cent). */
export const RATE_TOLERANCE = 1e-12

/**
 * The effective yearly interest of a loan in per cent, so that "3 % a month" and "40 % a year" can be held side by side.
 * - Rate i for a day, month or year: (1 + i)^n − 1 with n = 365, 12, 1.
 * - Interest in all (`total`) with repayments and a term, or repayments and a term without a rate: the monthly rate m that solves
 *   principal = Σ repayment / (1 + m)^k for k = 1 … term, found by bisection to within RATE_TOLERANCE, then (1 + m)^12 − 1.
 * - Interest in all with a term only: (1 + total)^(12 / term) − 1.
 * Less paid back than lent means that one of the facts is wrong; that is said, and no negative interest made of it.
 */
export function effectiveYearlyInterest(loan: LoanTerms): Measure<YearlyInterest> {
  const told = loan.ratePercent === null ? null : Number(loan.ratePercent) / 100
  if (told !== null && loan.ratePeriod !== null && loan.ratePeriod !== 'total') {
    return measured((1 + told) ** TIMES_A_YEAR[loan.ratePeriod] - 1, 'compounded')
  }
  const { principalMinor, monthlyRepaymentMinor, termMonths } = loan
  if (principalMinor !== null && monthlyRepaymentMinor !== null && termMonths !== null && termMonths > 0) {
    const monthly = monthlyRateOf(Number(principalMinor), Number(monthlyRepaymentMinor), termMonths)
    return monthly === null ? { missing: ['loan_facts_disagree'] } : measured((1 + monthly) ** 12 - 1, 'instalments')
  }
  if (told === null) return { missing: ['loan_rate'] }
  if (loan.ratePeriod === null) return { missing: ['loan_rate'] }
  if (termMonths === null || termMonths <= 0) return { missing: ['loan_term'] }
  return measured((1 + told) ** (MONTHS_A_YEAR / termMonths) - 1, 'one_sum_at_end')
}

function measured(yearly: number, basis: YearlyInterest['basis']): Measure<YearlyInterest> {
  // A day's rate that grows past every number is a slip of the pen.
  return Number.isFinite(yearly)
    ? { value: { yearlyPercent: yearly * 100, basis }, remarks: [] }
    : { missing: ['loan_facts_disagree'] }
}

/** The monthly rate at which `term` repayments are worth the principal; null where no rate of zero or more does. */
function monthlyRateOf(principal: number, repayment: number, term: number): number | null {
  if (principal <= 0 || repayment * term < principal) return null
  // expm1 and log1p, because 1 - (1 + rate) ** -term loses every digit of a rate near zero.
  const worthAt = (rate: number) =>
    rate === 0 ? repayment * term : (-repayment * Math.expm1(-term * Math.log1p(rate))) / rate
  // Repayments are worth less than repayment / rate: at this rate surely no more than the principal.
  let [low, high] = [0, repayment / principal]
  while (high - low > RATE_TOLERANCE) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) break
    if (worthAt(middle) > principal) low = middle
    else high = middle
  }
  return low
}
