import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { DestinationCode, OriginCode } from '@/lib/domain/countries'
import type { SchemeCode } from '@/lib/domain/schemes'
import type { FeeCategoryCode } from '../categories'
import type { PartyRole } from '../payees'

/**
 * What kind of norm a rule is. Law binds whoever takes the money; a benchmark is what the ILO asks for; a commitment binds
 * who has signed it. The three are never mixed into one verdict (domain notes, part 6).
 */
export const RULE_LANES = ['law', 'benchmark', 'commitment'] as const
export type RuleLane = (typeof RULE_LANES)[number]

/** How a rule binds, with the lane it belongs to. */
export const BINDINGS = {
  law: 'law',
  regulation: 'law',
  bilateral: 'law',
  administrative: 'law',
  administrative_per_job_order: 'law',
  standard: 'benchmark',
  treaty_where_ratified: 'benchmark',
  voluntary: 'commitment',
  contractual_for_members: 'commitment',
  voluntary_certification: 'commitment',
} as const satisfies Record<string, RuleLane>
export type Binding = keyof typeof BINDINGS

/** `pending`: in force from a day to come. `legacy`: for payments of its own time only. */
export const RULE_STATUSES = ['active', 'pending', 'legacy'] as const
export type RuleStatus = (typeof RULE_STATUSES)[number]

/** The pay a cap counts in: the basic wage of the contract, or the monthly pay in Japan that the plan declares (ESD). */
export const WAGE_BASES = ['contract_basic_wage', 'planned_monthly_pay'] as const
export type WageBasis = (typeof WAGE_BASES)[number]

/** Initiatives whose commitments bind their members only. */
export const PROGRAMMES = ['feri', 'rba', 'iris', 'dhaka'] as const
export type Programme = (typeof PROGRAMMES)[number]

/** Facts of a placement that some rules ask for; answered by an officer, unknown until then. */
export const RULE_CONDITIONS = [
  'second_stay',
  'vulnerable_occupation',
  'labour_contract_with_sender',
  'agent_operates_in_japan',
  'returned_early_without_fault',
] as const
export type RuleCondition = (typeof RULE_CONDITIONS)[number]

/** How precisely the first day of a rule is known. */
export const DATE_PRECISIONS = ['day', 'month', 'year', 'approximate', 'first_seen'] as const
export type DatePrecision = (typeof DATE_PRECISIONS)[number]

/** How sure a reader of the source was. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/**
 * What a rule allows.
 * - `prohibited`: nothing may be taken.
 * - `cap_amount`: `amountMinor` of `currency` in all, over every payment the rule is about.
 * - `cap_months_of_wage`: `months` (a decimal as text) of the wage basis, for each `perContractMonths` months of the contract,
 *   in proportion where the contract is no whole multiple, or for the whole contract when that is null. `isProRataOnReturn`:
 *   for who came home early without fault only the months worked count.
 */
export type RuleLimit =
  | { readonly type: 'prohibited' }
  | { readonly type: 'cap_amount'; readonly amountMinor: bigint; readonly currency: CurrencyCode }
  | {
      readonly type: 'cap_months_of_wage'
      readonly months: string
      readonly wageBasis: WageBasis
      readonly perContractMonths: number | null
      readonly isProRataOnReturn: boolean
    }

/**
 * One version of a rule. Days are `YYYY-MM-DD`, both ends included; null leaves a side open. `'*'` means every one.
 * A version is never rewritten: a correction is a new version that `supersedes` the old one.
 */
export type FeeRule = {
  readonly id: string
  readonly version: number
  readonly supersedes: number | null
  readonly jurisdiction: string
  readonly origins: '*' | readonly OriginCode[]
  readonly destinations: '*' | readonly DestinationCode[]
  readonly schemes: '*' | readonly SchemeCode[]
  /** Non-empty: only for placements under one of these programmes. */
  readonly programmes: readonly Programme[]
  readonly payees: readonly PartyRole[]
  /** Set: the rule is about what this party pays, not the worker; it informs and never judges a worker's payment. */
  readonly payer: PartyRole | null
  /** Group words are expanded, exclusions taken out. */
  readonly categories: readonly FeeCategoryCode[]
  readonly limit: RuleLimit
  readonly contractMonthsAtLeast: number | null
  readonly contractMonthsAtMost: number | null
  readonly conditions: readonly RuleCondition[]
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  readonly effectiveFromPrecision: DatePrecision | null
  /** Where no first day is known: the day a source first tells of the rule. Payments before it are judged `likely` at most. */
  readonly firstSeenOn: string | null
  readonly status: RuleStatus
  readonly binding: Binding
  readonly verification: { readonly isVerified: boolean; readonly confidence: Confidence; readonly readOn: string }
  readonly source: { readonly title: string; readonly article: string | null; readonly url: string | null }
  readonly note: string | null
}

/** Names a version for good. */
export type RuleRef = { readonly id: string; readonly version: number }

/**
 * How far a rule carries (domain notes, part 6): `certain` when its source was read; `likely` when it was not read in full but
 * there is little doubt, so that an officer confirms; `information` when it is only told, never judged by.
 */
export type RuleWeight = 'certain' | 'likely' | 'information'

/** The weight of a rule: verified with high or medium confidence, unverified with high, anything else. */
export function weightOf(rule: Pick<FeeRule, 'verification' | 'payer'>): RuleWeight {
  const { isVerified, confidence } = rule.verification
  if (rule.payer !== null || confidence === 'low') return 'information'
  if (isVerified) return 'certain'
  return confidence === 'high' ? 'likely' : 'information'
}
