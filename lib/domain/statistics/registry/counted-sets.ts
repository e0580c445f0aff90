/**
 * Which people (reports) each number of a measure counts: of the same set in two measures the number is the same. `hits` and what is
 * left of `base` are null where the measure has none, and where payments are counted.
 */
export type CountedSets = {
  readonly reporters: string
  readonly base: string | null
  readonly hits: string | null
  readonly others: string | null
  readonly missing: string | null
}
export type CountedPart = keyof CountedSets

/** A share of all reports: those who hit, all others of whom the fact is known, those, those of whom it is not. */
function share(hits: string, others: string, base: string, missing: string): CountedSets {
  return { reporters: 'all', base, hits, others, missing }
}

/** An amount of some: who has it, and those of whom it is known. */
function amount(reporters: string, base: string): CountedSets {
  return { reporters, base, hits: null, others: base, missing: reporters === base ? null : `${reporters} - ${base}` }
}

const OF_PAYMENTS: CountedSets = { reporters: 'with_payments', base: null, hits: null, others: null, missing: null }

/** Every measure of reports by its code. A set says what it is of; `a - b` are those of `a` who are not in `b`. */
export const COUNTED_SETS: Readonly<Record<string, CountedSets>> = {
  reports: { reporters: 'all', base: 'all', hits: 'all', others: null, missing: null },
  paid_share: share('paid_yes', 'paid_no', 'answered', 'all - answered'),
  zero_fee_share: share('paid_no', 'paid_yes', 'answered', 'all - answered'),
  paid_sending_share: share('paid_sending', 'answered - paid_sending', 'answered', 'all - answered'),
  paid_broker_share: share('paid_broker', 'answered - paid_broker', 'answered', 'all - answered'),
  payer_share: share('with_payments', 'answered - with_payments', 'answered', 'all - answered'),
  paid_total: amount('paid', 'paid_known'),
  paid_sending: amount('paid_sending', 'paid_sending_known'),
  paid_broker: amount('paid_broker', 'paid_broker_known'),
  paid_amount: amount('with_payments', 'payment_known'),
  over_cap_payments: OF_PAYMENTS,
  prohibited_payments: OF_PAYMENTS,
  over_cap_reports: share('over', 'ruled - over', 'ruled', 'all - ruled'),
  above_cap_amount: amount('above_cap', 'above_cap_known'),
  above_zero_fee_amount: amount('above_zero_fee', 'above_zero_fee_known'),
  recruitment_cost: amount('all', 'cost_known'),
  rci_first_month: amount('all', 'rci_first'),
  rci_last_month: amount('all', 'rci_last'),
  rci_above_1: share('rci_1', 'rci_first - rci_1', 'rci_first', 'all - rci_first'),
  rci_above_2: share('rci_2', 'rci_first - rci_2', 'rci_first', 'all - rci_first'),
  rci_above_3: share('rci_3', 'rci_first - rci_3', 'rci_first', 'all - rci_first'),
  in_debt_share: share('in_debt', 'debt_told - in_debt', 'debt_told', 'all - debt_told'),
  debt_amount: amount('in_debt', 'debt_known'),
  debt_months: amount('in_debt', 'debt_months_known'),
  interest_yearly: amount('in_debt', 'interest_known'),
  paid_more_than_told_share: share('paid_more', 'gap_known - paid_more', 'gap_known', 'all - gap_known'),
  told_gap: amount('paid', 'gap_known_of_paid'),
  pay_as_told_share: share('pay_as_told', 'pay_gap_known - pay_as_told', 'pay_gap_known', 'all - pay_gap_known'),
  deductions_share: share('with_deductions', 'tells_pay - with_deductions', 'tells_pay', 'all - tells_pay'),
  deductions_monthly: amount('with_deductions', 'with_deductions'),
  critical_share: { reporters: 'all', base: 'all', hits: 'critical', others: 'all - critical', missing: null },
  anonymous_share: { reporters: 'all', base: 'all', hits: 'anonymous', others: 'all - anonymous', missing: null },
  closed_share: { reporters: 'all', base: 'all', hits: 'closed', others: 'all - closed', missing: null },
  remedy_rate: share('remedied', 'closable - remedied', 'closable', 'all - closable'),
  claimed_amount: amount('claimed', 'claimed'),
  repaid_amount: amount('repaid', 'repaid'),
  repaid_over_claimed: {
    reporters: 'claimed',
    base: 'claimed',
    hits: 'claimed_and_repaid',
    others: 'claimed - claimed_and_repaid',
    missing: null,
  },
}

/** Sets that lie in another: their difference is a number of people, too. */
const WITHIN: readonly (readonly [inner: string, ...outer: readonly string[]])[] = [
  ['answered', 'all'],
  ['paid', 'all'],
  ['paid_yes', 'answered', 'paid'],
  ['paid_no', 'answered'],
  ['paid_sending', 'paid'],
  ['paid_broker', 'paid'],
  ['paid_known', 'paid'],
  ['paid_sending_known', 'paid_sending'],
  ['paid_broker_known', 'paid_broker'],
  ['with_payments', 'above_zero_fee'],
  ['payment_known', 'with_payments'],
  ['ruled', 'with_payments'],
  ['over', 'ruled', 'above_cap'],
  ['above_cap', 'all'],
  ['above_cap_known', 'above_cap'],
  ['above_zero_fee', 'all'],
  ['above_zero_fee_known', 'above_zero_fee'],
  ['cost_known', 'all'],
  ['rci_first', 'cost_known'],
  ['rci_last', 'cost_known'],
  ['rci_1', 'rci_first'],
  ['rci_2', 'rci_1'],
  ['rci_3', 'rci_2'],
  ['debt_told', 'all'],
  ['in_debt', 'debt_told'],
  ['debt_known', 'in_debt'],
  ['debt_months_known', 'debt_known'],
  ['interest_known', 'in_debt'],
  ['gap_known', 'all'],
  ['gap_known_of_paid', 'gap_known', 'paid'],
  ['paid_more', 'gap_known_of_paid'],
  ['pay_gap_known', 'all'],
  ['pay_as_told', 'pay_gap_known'],
  ['tells_pay', 'all'],
  ['with_deductions', 'tells_pay'],
  ['critical', 'all'],
  ['anonymous', 'all'],
  ['closed', 'all'],
  ['closable', 'closed'],
  ['remedied', 'closable'],
  ['claimed', 'all'],
  // Nearly always: something may come back before anybody claims it. Whoever counts on it would be right too often.
  ['repaid', 'claimed', 'all'],
  ['claimed_and_repaid', 'repaid'],
]

const OUTER: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const direct = new Map(WITHIN.map(([inner, ...outer]) => [inner, outer]))
  const reach = (set: string): readonly string[] => (direct.get(set) ?? []).flatMap((outer) => [outer, ...reach(outer)])
  return new Map([...direct.keys()].map((set) => [set, new Set(reach(set))]))
})()

/** Whether everybody of the first set is in the second one, which is another. */
export function isWithin(inner: string, outer: string): boolean {
  // Those of `a` who are not in `b` are in `a`, and in all that `a` is in.
  const [whole, left] = inner.split(' - ')
  if (left !== undefined && whole !== undefined) return whole === outer || isWithin(whole, outer)
  return OUTER.get(inner)?.has(outer) ?? false
}
