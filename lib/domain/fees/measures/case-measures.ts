import { claimable, type Claimable } from './claimable'
import { earnings } from './earnings'
import { effectiveYearlyInterest, type YearlyInterest } from './effective-interest'
import { recruitmentCostIndicator, type Indicator } from './indicator'
import type { Measure } from './measure'
import type { MeasureInput } from './measure-input'
import { debtInMonthsOfPay, monthsUntilRepaid, type Repayment } from './months-to-repay'
import { recruitmentCost } from './recruitment-cost'
import { toldPayGap, toldTotalGap, untoldPayments, type Gap } from './told-versus-paid'

/** What one loan costs and how long it lasts. */
export type LoanMeasures = {
  readonly loanId: string
  readonly yearlyInterest: Measure<YearlyInterest>
  readonly untilRepaid: Measure<Repayment>
}

/** Every measure of one case: what it cost, in money and in months of a life. Formulas and sources stand with each. */
export type CaseMeasures = {
  readonly costJpy: Measure<bigint>
  /** The recruitment cost indicator; the earnings of the first full month are the default. */
  readonly indicator: { readonly first_month: Measure<Indicator>; readonly last_month: Measure<Indicator> }
  readonly debtInMonthsOfPay: ReturnType<typeof debtInMonthsOfPay>
  readonly loans: readonly LoanMeasures[]
  readonly toldTotal: Measure<Gap>
  readonly untold: ReturnType<typeof untoldPayments>
  readonly toldPay: Measure<Gap>
  readonly claimable: Measure<Claimable>
}

/** Makes every measure of a case; a measure whose facts are missing names them. */
export function caseMeasures(input: MeasureInput): CaseMeasures {
  return {
    costJpy: recruitmentCost(input.lines, input.hasPaidNothing),
    indicator: {
      first_month: recruitmentCostIndicator(input, 'first_month'),
      last_month: recruitmentCostIndicator(input, 'last_month'),
    },
    debtInMonthsOfPay: debtInMonthsOfPay(
      input.loans.map(({ outstandingJpy }) => outstandingJpy),
      earnings(input.wages, 'last_month'),
    ),
    loans: input.loans.map((loan) => ({
      loanId: loan.id,
      yearlyInterest: effectiveYearlyInterest(loan),
      untilRepaid: monthsUntilRepaid(loan),
    })),
    toldTotal: toldTotalGap(input.toldTotalJpy, input.lines),
    untold: untoldPayments(input.lines),
    toldPay: toldPayGap(input.wages),
    claimable: claimable(input.assessment),
  }
}
