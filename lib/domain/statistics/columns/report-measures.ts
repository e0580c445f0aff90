import { FLAG } from './block'
import { numberOf } from './codes'
import { amount, quotient, ratio, share, type ReportMeasure } from './measure-forms'
import { always, answered, BASE, both, either, has, isAbove, isCode, isKnown, MISSING } from './report-tests'

const isCritical = isCode('severity', numberOf('severity', 'critical'))
const isClosed = isCode('state', numberOf('state', 'closed'))

/** Who paid more than so many months of the first full month's pay. */
function aboveMonths(months: number): ReportMeasure {
  return share(both(isKnown('recruitmentCost'), isAbove('firstMonth', 0)), ({ sums }, rows, count, into) => {
    const { recruitmentCost, firstMonth } = sums
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number
      into[at] = (recruitmentCost[row] as number) > months * (firstMonth[row] as number) ? 1 : 0
    }
  })
}

/** Paid something, as far as the answer or a sum tells. */
const paid = either(has(FLAG.paidYes), isAbove('paidTotal', 0))

/** What each measure about reports counts, by its code. */
export const REPORT_MEASURES: Readonly<Record<string, ReportMeasure>> = {
  reports: share(always, always),
  paid_share: share(answered, has(FLAG.paidYes)),
  paid_sending_share: share(answered, has(FLAG.paidSending)),
  paid_broker_share: share(answered, has(FLAG.paidBroker)),
  // A total of nothing is the sum of payments whose amounts nobody remembers.
  paid_total: amount('paidTotal', paid, { zero: MISSING }),
  paid_sending: amount('paidSending', has(FLAG.paidSending), { zero: BASE }),
  paid_broker: amount('paidBroker', has(FLAG.paidBroker), { zero: BASE }),
  zero_fee_share: share(answered, has(FLAG.paidNo)),
  over_cap_reports: share(has(FLAG.ruled), has(FLAG.over)),
  above_cap_amount: amount('aboveCap', either(has(FLAG.over), isAbove('aboveCap', 0))),
  above_zero_fee_amount: amount('aboveZeroFee', either(has(FLAG.hasPayments), isAbove('aboveZeroFee', 0))),
  recruitment_cost: amount('recruitmentCost', always, { zero: BASE }),
  rci_first_month: quotient('recruitmentCost', 'firstMonth', always),
  rci_last_month: quotient('recruitmentCost', 'lastMonth', always),
  rci_above_1: aboveMonths(1),
  rci_above_2: aboveMonths(2),
  rci_above_3: aboveMonths(3),
  in_debt_share: share(has(FLAG.debtTold), has(FLAG.inDebt)),
  debt_amount: amount('debt', has(FLAG.inDebt), { zero: BASE }),
  debt_months: quotient('debt', 'firstMonth', has(FLAG.inDebt)),
  interest_yearly: amount('interest', has(FLAG.inDebt), { zero: BASE, divisor: 100 }),
  paid_more_than_told_share: share(isKnown('toldGap'), isAbove('toldGap', 0)),
  told_gap: amount('toldGap', paid, { isSigned: true }),
  pay_as_told_share: share(isKnown('toldPayGap'), isAbove('toldPayGap', -1)),
  deductions_share: share(has(FLAG.tellsPay), isAbove('deductions', 0)),
  deductions_monthly: amount('deductions', isAbove('deductions', 0)),
  critical_share: share(always, isCritical),
  anonymous_share: share(always, has(FLAG.anonymous)),
  closed_share: share(always, isClosed),
  remedy_rate: share(both(isClosed, has(FLAG.admissible)), has(FLAG.remedied)),
  claimed_amount: amount('claimed', isAbove('claimed', 0)),
  repaid_amount: amount('repaid', isAbove('repaid', 0)),
  repaid_over_claimed: ratio('repaid', 'claimed'),
}
