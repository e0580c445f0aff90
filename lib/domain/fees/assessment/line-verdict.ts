import { isMore, rounded, times, whole, type Fraction } from '@/lib/domain/money/fraction'
import { FEE_CATEGORIES } from '../categories'
import type { FeeCategoryCode } from '../categories'
import type { LineAssessment, RuleFinding, Verdict, ZeroFee } from './assessment'
import type { FeeLineFacts, MissingFact } from './facts'
import type { JudgedRule } from './rule-findings'

/** A finding about a payment and its place among all findings of the case. */
export type PlacedFinding = { readonly at: number; readonly judged: JudgedRule }

/** The verdict on a payment and the exact part of it that is above the limit, by all laws and by the certain ones alone. */
export type JudgedLine = {
  readonly assessment: LineAssessment
  readonly over: Fraction | null
  readonly overCertain: Fraction | null
  /** Whether any law that can decide is about it, surely or possibly. */
  readonly isUnderLaw: boolean
}

// How far from lawful, the farthest last. A certain rule goes before a likely one that says the same.
const RANKS = [
  'none',
  'within_if',
  'within_likely',
  'within',
  'unknown_likely',
  'unknown',
  'maybe',
  'above_likely',
  'ban_likely',
  'above',
  'ban',
] as const
type Rank = (typeof RANKS)[number]

const VERDICT_OF: Readonly<Record<Rank, Verdict>> = {
  none: 'no_rule_known',
  within_if: 'missing_facts',
  within_likely: 'within_cap',
  within: 'within_cap',
  unknown_likely: 'missing_facts',
  unknown: 'missing_facts',
  maybe: 'likely_above',
  above_likely: 'likely_above',
  ban_likely: 'likely_above',
  above: 'above_cap',
  ban: 'prohibited',
}

/** Verdicts from the farthest from lawful to the nearest; "no rule known" says least. */
export const STRICTEST_FIRST: readonly Verdict[] = [
  'prohibited',
  'above_cap',
  'likely_above',
  'missing_facts',
  'within_cap',
  'no_rule_known',
]

/** The verdict on one payment from every finding about it: the strictest law decides. */
export function judgeLine(line: FeeLineFacts, about: readonly PlacedFinding[]): JudgedLine {
  const laws = about.filter(({ judged }) => decides(judged.finding))
  let rank: Rank = 'none'
  let decidedBy: number | null = null
  let decidingShare: Fraction | null = null
  let over: Fraction | null = null
  let overCertain: Fraction | null = null
  for (const { at, judged } of laws) {
    const ranked = rankOf(judged.finding)
    const share = shareOf(line, judged.excess)
    over = larger(over, share)
    if (judged.finding.weight === 'certain') overCertain = larger(overCertain, share)
    const isStricter = RANKS.indexOf(ranked) > RANKS.indexOf(rank)
    if (isStricter || (ranked === rank && share !== null && larger(decidingShare, share) === share)) {
      rank = ranked
      decidedBy = at
      decidingShare = share
    }
  }
  const verdict = VERDICT_OF[rank]
  const assessment: LineAssessment = {
    lineId: line.id,
    verdict,
    isLikelyBan: rank === 'ban_likely',
    decidedBy,
    findings: about.map(({ at }) => at),
    over: over === null || line.amount === null ? null : { amountMinor: rounded(over), currency: line.amount.currency },
    missing: verdict === 'missing_facts' ? gapsOf(laws) : [],
    zeroFee: zeroFeeOf(line.categories),
  }
  return { assessment, over, overCertain, isUnderLaw: laws.length > 0 }
}

function decides({ lane, weight }: RuleFinding): boolean {
  return lane === 'law' && weight !== 'information'
}

function rankOf({ outcome, weight, missing }: RuleFinding): Rank {
  const isCertain = weight === 'certain'
  switch (outcome) {
    case 'prohibited':
      return isCertain ? 'ban' : 'ban_likely'
    case 'above':
      return isCertain ? 'above' : 'above_likely'
    case 'maybe_above':
      return 'maybe'
    case 'unknown':
      return isCertain ? 'unknown' : 'unknown_likely'
    case 'within':
      if (missing.length > 0) return 'within_if'
      return isCertain ? 'within' : 'within_likely'
  }
}

function shareOf({ amount }: FeeLineFacts, excess: Fraction | null): Fraction | null {
  return amount === null || excess === null ? null : times(whole(amount.minMinor), excess)
}

function larger(a: Fraction | null, b: Fraction | null): Fraction | null {
  if (a === null || b === null) return a ?? b
  return isMore(b, a) ? b : a
}

function gapsOf(laws: readonly PlacedFinding[]): readonly MissingFact[] {
  return [...new Set(laws.flatMap(({ judged }) => judged.finding.missing))].toSorted()
}

const ILO_OF = new Map(FEE_CATEGORIES.map(({ code, iloChargeable }) => [code, iloChargeable]))

/** The ILO definition on what a payment was for; a lump of several kinds is held to the mildest of them. */
export function zeroFeeOf(categories: readonly FeeCategoryCode[]): ZeroFee {
  const kinds = new Set(categories.map((code) => ILO_OF.get(code)))
  if (kinds.size === 0) return 'unknown'
  if (kinds.size > 1 || kinds.has('exception_possible')) return 'exception_possible'
  return kinds.has('no') ? 'never' : 'not_covered'
}
