import { FLAG, NULL_SUM, type Block, type Money } from './block'
import { numberOf } from './codes'

/** Where a report stands in a measure: not at all, without the fact, with it, or with it and a hit of a share. */
export const OUT = 0
export const MISSING = 1
export const BASE = 2
export const HIT = 3

/** How a measure reads the reports of a block, by their rows. `value` and `over` are asked of those with the fact only. */
export type ReportReader = {
  readonly standing: (row: number) => number
  readonly value: ((row: number) => number) | null
  readonly over: ((row: number) => number) | null
}

/** What a measure counts. Columns are looked up once a block: by report it would take most of the time. */
export type ReportMeasure = {
  readonly read: (block: Block) => ReportReader
  /** Values may be below zero. */
  readonly isSigned: boolean
}

type Test = (block: Block) => (row: number) => boolean

const CRITICAL = numberOf('severity', 'critical')
const CLOSED = numberOf('state', 'closed')

const always: Test = () => () => true
const has =
  (flag: number): Test =>
  ({ flags }) =>
  (row) =>
    ((flags[row] as number) & flag) !== 0
const answered = has(FLAG.paidYes | FLAG.paidNo)
const isKnown =
  (name: Money): Test =>
  ({ sums }) => {
    const of = sums[name]
    return (row) => of[row] !== NULL_SUM
  }
const isAbove =
  (name: Money, least: number): Test =>
  ({ sums }) => {
    const of = sums[name]
    return (row) => (of[row] as number) > least
  }
const isClosed: Test =
  ({ codes: { state } }) =>
  (row) =>
    state[row] === CLOSED
const either =
  (one: Test, other: Test): Test =>
  (block) => {
    const [first, second] = [one(block), other(block)]
    return (row) => first(row) || second(row)
  }
const both =
  (one: Test, other: Test): Test =>
  (block) => {
    const [first, second] = [one(block), other(block)]
    return (row) => first(row) && second(row)
  }

function share(base: Test, hit: Test): ReportMeasure {
  return {
    isSigned: false,
    read: (block) => {
      const [isBase, isHit] = [base(block), hit(block)]
      return { standing: (row) => (isBase(row) ? (isHit(row) ? HIT : BASE) : MISSING), value: null, over: null }
    },
  }
}

/** An amount kept as a sum. `stands`: whose it could be; of others it is not asked. `zero`: what nothing at all means. */
function amount(
  name: Money,
  stands: Test,
  { zero = OUT, isSigned = false, divisor = 1 }: { zero?: number; isSigned?: boolean; divisor?: number } = {},
): ReportMeasure {
  return {
    isSigned,
    read: (block) => {
      const [of, isThere] = [block.sums[name], stands(block)]
      return {
        standing: (row) => {
          if (!isThere(row)) return OUT
          const value = of[row] as number
          if (value === NULL_SUM) return MISSING
          return value > 0 || isSigned ? BASE : zero
        },
        value: (row) => (of[row] as number) / divisor,
        over: null,
      }
    },
  }
}

/** One sum of a report over another one above zero. */
function quotient(name: Money, over: Money, stands: Test): ReportMeasure {
  return {
    isSigned: false,
    read: (block) => {
      const [above, below, isThere] = [block.sums[name], block.sums[over], stands(block)]
      return {
        standing: (row) => {
          if (!isThere(row)) return OUT
          return above[row] !== NULL_SUM && (below[row] as number) > 0 ? BASE : MISSING
        },
        value: (row) => (above[row] as number) / (below[row] as number),
        over: null,
      }
    },
  }
}

/** Who paid more than so many months of the first full month's pay. */
function aboveMonths(months: number): ReportMeasure {
  return share(both(isKnown('recruitmentCost'), isAbove('firstMonth', 0)), ({ sums }) => {
    const { recruitmentCost, firstMonth } = sums
    return (row) => (recruitmentCost[row] as number) > months * (firstMonth[row] as number)
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
  critical_share: share(
    always,
    ({ codes: { severity } }) =>
      (row) =>
        severity[row] === CRITICAL,
  ),
  anonymous_share: share(always, has(FLAG.anonymous)),
  closed_share: share(always, isClosed),
  remedy_rate: share(both(isClosed, has(FLAG.admissible)), has(FLAG.remedied)),
  claimed_amount: amount('claimed', isAbove('claimed', 0)),
  repaid_amount: amount('repaid', isAbove('repaid', 0)),
  repaid_over_claimed: {
    isSigned: false,
    read: ({ sums: { claimed, repaid } }) => ({
      standing: (row) => ((claimed[row] as number) > 0 ? ((repaid[row] as number) > 0 ? HIT : BASE) : OUT),
      value: (row) => Math.max(0, repaid[row] as number),
      over: (row) => claimed[row] as number,
    }),
  },
}
