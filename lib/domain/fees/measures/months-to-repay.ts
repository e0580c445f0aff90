import { effectiveYearlyInterest, type LoanTerms } from './effective-interest'
import type { Measure } from './measure'

/**
 * The debt in months of actual pay: what is still owed ÷ last month's earnings, as if the whole pay went into it and no interest
 * grew. It says how heavy the debt is, not when it ends. Yen; a loan whose rest is not told makes it unknown.
 */
export function debtInMonthsOfPay(
  owedJpy: readonly (bigint | null)[],
  lastMonth: Measure<bigint>,
): Measure<{ readonly debtJpy: bigint; readonly earningsJpy: bigint; readonly months: number }> {
  const owed = owedJpy.filter((jpy) => jpy !== null)
  const isOwedUnknown = owed.length === 0 || owed.length < owedJpy.length
  if (isOwedUnknown || 'missing' in lastMonth) {
    return {
      missing: [
        ...(isOwedUnknown ? (['loan_outstanding'] as const) : []),
        ...('missing' in lastMonth ? lastMonth.missing : []),
      ],
    }
  }
  const debtJpy = owed.reduce((sum, jpy) => sum + jpy, 0n)
  const earningsJpy = lastMonth.value
  return {
    value: { debtJpy, earningsJpy, months: Number(debtJpy) / Number(earningsJpy) },
    remarks: lastMonth.remarks,
  }
}

/** How long a loan will still be paid: whole months, or never, because the repayment does not exceed the interest. */
export type Repayment = { readonly months: number } | { readonly never: true }

/**
 * Months until a loan is repaid at the told monthly repayment P, of the outstanding sum B at the monthly rate m:
 * −ln(1 − B·m / P) / ln(1 + m), rounded up; B / P where m is zero; never where P ≤ B·m. The rate is the effective yearly one,
 * (1 + yearly)^(1/12) − 1. Where interest was told in all, what is owed holds it already and grows no more.
 */
export function monthsUntilRepaid(loan: LoanTerms): Measure<Repayment> {
  const { outstandingMinor, monthlyRepaymentMinor } = loan
  if (outstandingMinor === null) return { missing: ['loan_outstanding'] }
  if (monthlyRepaymentMinor === null) return { missing: ['loan_repayment'] }
  const interest = effectiveYearlyInterest(loan)
  const isFixed = loan.ratePeriod === 'total' && loan.ratePercent !== null
  if ('missing' in interest && !isFixed) return { missing: interest.missing }
  if (outstandingMinor === 0n) return { value: { months: 0 }, remarks: [] }
  const yearly = isFixed || 'missing' in interest ? 0 : interest.value.yearlyPercent / 100
  const monthly = (1 + yearly) ** (1 / 12) - 1
  const [owed, repaid] = [Number(outstandingMinor), Number(monthlyRepaymentMinor)]
  if (repaid <= owed * monthly) return { value: { never: true }, remarks: [] }
  const exact = monthly === 0 ? owed / repaid : -Math.log1p((-owed * monthly) / repaid) / Math.log1p(monthly)
  return { value: { months: Math.ceil(exact - ROUNDING) }, remarks: [] }
}

// Twelve equal months must not become thirteen by the last digit of a logarithm.
const ROUNDING = 1e-9
