import type { DestinationCode, OriginCode } from '@/lib/domain/countries'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { Money } from '@/lib/domain/money/money'
import type { SchemeCode } from '@/lib/domain/schemes'
import type { FeeCategoryCode } from '../categories'
import type { PayerKind } from '../payment-methods'
import type { PartyRole } from '../payees'
import type { Programme, RuleCondition } from '../rules/fee-rule'

/** One payment as a verdict needs it. Null is "not told". */
export type FeeLineFacts = {
  readonly id: string
  readonly payeeRole: PartyRole | null
  /** Who took it, for sums by party: the party of the case, else the role; null when not told. */
  readonly partyKey: string | null
  /** One: what it was for. Several: one lump for all of them. None: not told. */
  readonly categories: readonly FeeCategoryCode[]
  /** `minMinor` and `maxMinor` differ only where a range was remembered. */
  readonly amount: { readonly minMinor: bigint; readonly maxMinor: bigint; readonly currency: CurrencyCode } | null
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`; null when forgotten. */
  readonly paidOn: string | null
  /** What came back, in the currency of the payment. */
  readonly refundedMinor: bigint
  /** An officer's own rate, units of the payment's currency for one US dollar, as decimal text; null: the official rate. */
  readonly rateOverride: string | null
  /** Whose money it was: what `other` people paid is nothing a worker could ask back, and no rule judges it. Null: not told. */
  readonly paidBy: PayerKind | null
  /** The day this payment was told, `YYYY-MM-DD`: it is not later. Null: the day of the case. */
  readonly knownOn: string | null
}

/** Everything a verdict depends on besides rules and rates. */
export type CaseFeeFacts = {
  readonly origin: OriginCode | null
  readonly destination: DestinationCode
  readonly scheme: SchemeCode | null
  readonly programmes: readonly Programme[]
  readonly contractMonths: number | null
  readonly monthsWorked: number | null
  readonly contractBasicWage: Money | null
  readonly plannedMonthlyPay: Money | null
  /** Left out: not known. */
  readonly conditions: Readonly<Partial<Record<RuleCondition, boolean>>>
  /** The day the payments were told, where a payment has none of its own: none of them is later. `YYYY-MM-DD` */
  readonly knownOn: string
  readonly lines: readonly FeeLineFacts[]
}

/** What is missing for a verdict; each is asked with a question (components/fees/missing-facts.tsx). */
export const MISSING_FACTS = [
  'payee',
  'category',
  'lump_split',
  'amount',
  'paid_on',
  'origin',
  'scheme',
  'contract_months',
  'contract_basic_wage',
  'planned_monthly_pay',
  'months_worked',
  'exchange_rate',
  'condition_second_stay',
  'condition_vulnerable_occupation',
  'condition_labour_contract_with_sender',
  'condition_agent_operates_in_japan',
  'condition_returned_early_without_fault',
] as const
export type MissingFact = (typeof MISSING_FACTS)[number]
