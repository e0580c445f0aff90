import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'

/**
 * What a report can be told apart by, in parts that could be exchanged between two reports without anybody seeing that something does
 * not fit: who started from Viet Nam started in the corridor from there, who had more than two months of pay to pay had more than one.
 */
export type Attribute = {
  readonly code: string
  readonly dimensions: readonly DimensionCode[]
  readonly measures: readonly string[]
}

const PAID = [
  ['paid_share', 'zero_fee_share', 'paid_sending_share', 'paid_broker_share', 'payer_share'],
  ['paid_total', 'paid_sending', 'paid_broker', 'paid_amount', 'over_cap_payments', 'prohibited_payments'],
  ['over_cap_reports', 'above_cap_amount', 'above_zero_fee_amount', 'paid_more_than_told_share', 'told_gap'],
].flat()
const COST = ['recruitment_cost', 'rci_first_month', 'rci_last_month', 'rci_above_1', 'rci_above_2', 'rci_above_3']
const PAY = ['pay_as_told_share', 'deductions_share', 'deductions_monthly']

const of = (
  code: string,
  dimensions: readonly DimensionCode[] = [code as DimensionCode],
  measures: readonly string[] = [],
): Attribute => ({ code, dimensions, measures })

/** All attributes. Every dimension and every measure of reports belongs to one. */
export const ATTRIBUTES: readonly Attribute[] = [
  of('origin', ['origin', 'corridor']),
  of('scheme'),
  of('programme'),
  of('sex'),
  of('age_band'),
  of('sector'),
  of('channel'),
  of('language'),
  of('office'),
  of('severity', ['severity'], ['critical_share']),
  of('grievance'),
  of('indicator'),
  of('state', ['state', 'closing_code'], ['closed_share', 'remedy_rate']),
  of('month', ['received_month', 'received_quarter', 'received_year']),
  of('paid', ['fee_verdict', 'payee_role', 'fee_category', 'line_verdict', 'paid_quarter', 'paid_year'], PAID),
  of('cost', [], [...COST, ...PAY]),
  of('debt', [], ['in_debt_share', 'debt_amount', 'debt_months', 'interest_yearly']),
  of('claim', [], ['claimed_amount', 'repaid_amount', 'repaid_over_claimed']),
  of('anonymous', [], ['anonymous_share']),
]

/** Attributes a report can have several values of: it stands in a line of each. */
export const OF_SEVERAL_LINES: ReadonlySet<string> = new Set(['programme', 'grievance', 'indicator'])

const byDimension = new Map(ATTRIBUTES.flatMap((one, at) => one.dimensions.map((code) => [code, at] as const)))
const byMeasure = new Map(ATTRIBUTES.flatMap((one, at) => one.measures.map((code) => [code, at] as const)))

/** The place of the attribute a dimension belongs to. */
export function attributeOf(dimension: DimensionCode): number {
  const found = byDimension.get(dimension)
  if (found === undefined) throw new TypeError(`no attribute of ${dimension}`)
  return found
}

/** The place of the attribute a measure asks for; null where it asks nothing of a report, or is not about reports. */
export function attributeAsked(measure: string): number | null {
  return byMeasure.get(measure) ?? null
}
