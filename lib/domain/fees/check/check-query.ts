import type { DestinationCode, OriginCode } from '@/lib/domain/countries'
import type { Money } from '@/lib/domain/money/money'
import type { SchemeCode } from '@/lib/domain/schemes'
import type { FeeCategoryCode } from '../categories'
import type { PartyRole } from '../payees'

/** More payments than this are told in a report, where an officer helps. */
export const CHECK_PAYMENTS_MAXIMUM = 8

/** Facts of a placement that somebody may know before it begins; each is a question of the checker. */
export const ASKED_CONDITIONS = [
  'second_stay',
  'vulnerable_occupation',
  'labour_contract_with_sender',
  'agent_operates_in_japan',
] as const
export type AskedCondition = (typeof ASKED_CONDITIONS)[number]

/** One payment that somebody is asked for, or made. Null is "not told". */
export type AskedPayment = {
  readonly payeeRole: PartyRole | null
  readonly category: FeeCategoryCode | null
  readonly amount: Money | null
}

/**
 * What the fee checker is asked: nothing in it says who asks. `paidOn` is `YYYY` or `YYYY-MM`, also to come, null when forgotten; `plannedPay` is the
 * monthly pay in the plan (ESD), `basicPay` the basic wage a month in the contract.
 */
export type CheckQuery = {
  readonly origin: OriginCode | null
  readonly destination: DestinationCode
  readonly scheme: SchemeCode | null
  readonly paidOn: string | null
  readonly contractMonths: number | null
  readonly basicPay: Money | null
  readonly plannedPay: Money | null
  readonly conditions: Readonly<Partial<Record<AskedCondition, boolean>>>
  readonly payments: readonly AskedPayment[]
}
