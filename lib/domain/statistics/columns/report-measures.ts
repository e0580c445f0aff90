import { FLAG, NULL_SUM, type Block, type Money } from './block'
import { numberOf } from './codes'

/** Where a report stands in a measure: not at all, without the fact, with it, or with it and a hit of a share. */
export const OUT = 0
export const MISSING = 1
export const BASE = 2
export const HIT = 3

/** How a measure reads one report of a block. `value` and `over` are asked for those with the fact only. */
export type ReportMeasure = {
  readonly standing: (block: Block, row: number) => number
  readonly value: ((block: Block, row: number) => number) | null
  readonly over: ((block: Block, row: number) => number) | null
  /** Values may be below zero. */
  readonly isSigned: boolean
}

type Test = (block: Block, row: number) => boolean

const { paidYes, paidNo, debtTold } = FLAG
const CRITICAL = numberOf('severity', 'critical')
const CLOSED = numberOf('state', 'closed')
const isClosed: Test = (block, row) => block.codes.state[row] === CLOSED
const has =
  (flag: number): Test =>
  (block, row) =>
    ((block.flags[row] as number) & flag) !== 0
const answered: Test = (block, row) => ((block.flags[row] as number) & (paidYes | paidNo)) !== 0
const always: Test = () => true
const sum = (block: Block, name: Money, row: number): number => block.sums[name][row] as number

function share(base: Test, hit: Test): ReportMeasure {
  return {
    standing: (block, row) => (base(block, row) ? (hit(block, row) ? HIT : BASE) : MISSING),
    value: null,
    over: null,
    isSigned: false,
  }
}

/** An amount kept as a sum. `stands`: whose it could be; of others it is not asked. Zero counts only where `isZeroToo`. */
function amount(name: Money, stands: Test, { isZeroToo = false, isSigned = false, divisor = 1 } = {}): ReportMeasure {
  return {
    standing: (block, row) => {
      if (!stands(block, row)) return OUT
      const value = sum(block, name, row)
      if (value === NULL_SUM) return MISSING
      return value > 0 || isSigned || isZeroToo ? BASE : OUT
    },
    value: divisor === 1 ? (block, row) => sum(block, name, row) : (block, row) => sum(block, name, row) / divisor,
    over: null,
    isSigned,
  }
}

/** One sum of a report over another one above zero. */
function quotient(name: Money, over: Money, stands: Test): ReportMeasure {
  return {
    standing: (block, row) => {
      if (!stands(block, row)) return OUT
      return sum(block, name, row) !== NULL_SUM && sum(block, over, row) > 0 ? BASE : MISSING
    },
    value: (block, row) => sum(block, name, row) / sum(block, over, row),
    over: null,
    isSigned: false,
  }
}

function above(months: number): ReportMeasure {
  return share(
    (block, row) => sum(block, 'recruitmentCost', row) !== NULL_SUM && sum(block, 'firstMonth', row) > 0,
    (block, row) => sum(block, 'recruitmentCost', row) > months * sum(block, 'firstMonth', row),
  )
}

const isKnown =
  (name: Money): Test =>
  (block, row) =>
    sum(block, name, row) !== NULL_SUM
const isAboveZero =
  (name: Money): Test =>
  (block, row) =>
    sum(block, name, row) > 0
/** Paid something as far as the answer or a sum tells. */
const paid: Test = (block, row) => has(paidYes)(block, row) || sum(block, 'paidTotal', row) > 0

/** What each measure about reports counts, by its code. */
export const REPORT_MEASURES: Readonly<Record<string, ReportMeasure>> = {
  reports: share(always, always),
  paid_share: share(answered, has(paidYes)),
  paid_sending_share: share(answered, has(FLAG.paidSending)),
  paid_broker_share: share(answered, has(FLAG.paidBroker)),
  // A total of nothing is the sum of payments whose amounts nobody remembers.
  paid_total: {
    ...amount('paidTotal', paid),
    standing: (block, row) => (paid(block, row) ? (sum(block, 'paidTotal', row) > 0 ? BASE : MISSING) : OUT),
  },
  paid_sending: amount('paidSending', has(FLAG.paidSending), { isZeroToo: true }),
  paid_broker: amount('paidBroker', has(FLAG.paidBroker), { isZeroToo: true }),
  zero_fee_share: share(answered, has(paidNo)),
  over_cap_reports: share(has(FLAG.ruled), has(FLAG.over)),
  above_cap_amount: amount('aboveCap', (block, row) => has(FLAG.over)(block, row) || sum(block, 'aboveCap', row) > 0),
  above_zero_fee_amount: amount('aboveZeroFee', has(FLAG.hasPayments)),
  recruitment_cost: amount('recruitmentCost', always, { isZeroToo: true }),
  rci_first_month: quotient('recruitmentCost', 'firstMonth', always),
  rci_last_month: quotient('recruitmentCost', 'lastMonth', always),
  rci_above_1: above(1),
  rci_above_2: above(2),
  rci_above_3: above(3),
  in_debt_share: share(has(debtTold), has(FLAG.inDebt)),
  debt_amount: amount('debt', has(FLAG.inDebt), { isZeroToo: true }),
  debt_months: quotient('debt', 'firstMonth', has(FLAG.inDebt)),
  interest_yearly: amount('interest', has(FLAG.inDebt), { isZeroToo: true, divisor: 100 }),
  paid_more_than_told_share: share(isKnown('toldGap'), (block, row) => sum(block, 'toldGap', row) > 0),
  told_gap: amount('toldGap', paid, { isSigned: true }),
  pay_as_told_share: share(isKnown('toldPayGap'), (block, row) => sum(block, 'toldPayGap', row) >= 0),
  deductions_share: share(has(FLAG.tellsPay), isAboveZero('deductions')),
  deductions_monthly: amount('deductions', isAboveZero('deductions')),
  critical_share: share(always, (block, row) => block.codes.severity[row] === CRITICAL),
  anonymous_share: share(always, has(FLAG.anonymous)),
  closed_share: share(always, isClosed),
  remedy_rate: share((block, row) => isClosed(block, row) && has(FLAG.admissible)(block, row), has(FLAG.remedied)),
  claimed_amount: amount('claimed', isAboveZero('claimed')),
  repaid_amount: amount('repaid', isAboveZero('repaid')),
  repaid_over_claimed: {
    standing: (block, row) => (sum(block, 'claimed', row) > 0 ? BASE : OUT),
    value: (block, row) => Math.max(0, sum(block, 'repaid', row)),
    over: (block, row) => sum(block, 'claimed', row),
    isSigned: false,
  },
}
