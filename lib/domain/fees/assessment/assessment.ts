import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { RateBasis } from '@/lib/domain/money/exchange-rates'
import type { Money } from '@/lib/domain/money/money'
import type { RuleLane, RuleRef, RuleWeight } from '../rules/fee-rule'
import type { MissingFact } from './facts'

/** What can be said of a payment under the law; labels under `codes.verdict`, drawn as design.md part 9 says. */
export const VERDICTS = [
  'within_cap',
  'above_cap',
  'prohibited',
  'likely_above',
  'no_rule_known',
  'missing_facts',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** A rate that a sum went through; both ends against the US dollar. `basis` says how near it is to the payment. */
export type UsedRate = {
  readonly currency: CurrencyCode
  readonly period: string
  readonly unitsPerUsd: string
  readonly basis: RateBasis | 'officer'
  readonly source: string
}

/**
 * What one rule makes of the payments it is about, taken together.
 * `within` / `above` / `prohibited`: as the rule says. `maybe_above`: only the upper end of a remembered range is above.
 * `maybe_above` of a ban: it may be that nothing
 * was paid. `unknown`: facts are missing. `cap`, `sumMin`, `sumMax` and `over` are in the currency of the cap; `over` is at least this
 * much (of the lower end) and null unless above. A finding with `missing` facts is about payments the rule is only possibly
 * about, or cannot be worked out without these facts; `within` then means: within, should the rule be about them.
 */
export type RuleFinding = {
  readonly rule: RuleRef
  readonly lane: RuleLane
  readonly weight: RuleWeight
  readonly outcome: 'within' | 'above' | 'maybe_above' | 'prohibited' | 'unknown'
  readonly lineIds: readonly string[]
  readonly cap: Money | null
  readonly sumMin: Money | null
  readonly sumMax: Money | null
  readonly over: Money | null
  readonly missing: readonly MissingFact[]
  readonly rates: readonly UsedRate[]
  /** The wage and the months the cap was made from; null where it was not. */
  readonly wage: Money | null
  readonly contractMonths: number | null
  /** A payment lies where it is not known exactly whether the rule counted yet (or still); then it is `likely` at most. */
  readonly isDateDoubtful: boolean
}

/** Why no rule is asked about a payment: somebody else's money, or nothing was paid. Words under `codes.verdict`. */
export const LINE_NOTES = ['other_paid', 'nothing_paid'] as const
export type LineNote = (typeof LINE_NOTES)[number]

/** Measured against the ILO definition: nothing may be taken, an exception may exist, not its matter, or category not told. */
export type ZeroFee = 'never' | 'exception_possible' | 'not_covered' | 'unknown'

/** The verdict on one payment, with the finding that decided it (an index into `findings`). */
export type LineAssessment = {
  readonly lineId: string
  readonly verdict: Verdict
  /** Of a `likely_above`: the rule is a ban, so "likely not allowed". */
  readonly isLikelyBan: boolean
  /** Of a `within_cap`: only rules that an officer must confirm say so. */
  readonly isLikelyWithin: boolean
  /** Of a `no_rule_known`: why no rule was asked; null where the rules were. */
  readonly note: LineNote | null
  /** Indexes into `findings`: the deciding one, every one of the lane `law` about this line, commitments, and what is only told. */
  readonly decidedBy: number | null
  readonly findings: readonly number[]
  /**
   * This line's part of what is above the limit, in its own currency; of a ban the whole; null when not above or not known.
   * Where several laws are passed, the largest part. Of a certain verdict only by rules that are certain.
   */
  readonly over: Money | null
  /** Of a certain verdict: the part in all, with rules that an officer must confirm, where it is more than `over`; else null. */
  readonly overLikely: Money | null
  readonly missing: readonly MissingFact[]
  readonly zeroFee: ZeroFee
}

/** What could be asked back from one party, in yen, at the rates used; net of refunds, never below zero. */
export type PartyClaim = {
  readonly partyKey: string | null
  readonly aboveCapJpy: bigint
  /** The part of it that rests on rules an officer must confirm first. */
  readonly likelyJpy: bigint
  readonly aboveZeroFeeJpy: bigint
}

/** The whole verdict on the payments of a case. */
export type CaseAssessment = {
  readonly verdict: Verdict
  readonly lines: readonly LineAssessment[]
  readonly findings: readonly RuleFinding[]
  readonly claims: readonly PartyClaim[]
  readonly missing: readonly MissingFact[]
  /** Every rate that a sum or a claim went through, each once: what the verdict needs of the table to be reached again. */
  readonly rates: readonly UsedRate[]
}
