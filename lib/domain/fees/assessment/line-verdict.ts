import type { Money } from '@/lib/domain/money/money'
import { isMore, rounded, times, whole, type Fraction } from '@/lib/domain/money/fraction'
import type { LineAssessment, LineNote, RuleFinding, Verdict } from './assessment'
import type { FeeLineFacts, MissingFact } from './facts'
import { kept } from './party-claims'
import type { JudgedRule } from './rule-findings'
import { zeroFeeStanding, type ZeroFeeStanding } from './zero-fee'

/** A finding about a payment and its place among all findings of the case. */
export type PlacedFinding = { readonly at: number; readonly judged: JudgedRule }

/**
 * The verdict on a payment, and exactly the part of it that is above the limit net of what came back, by all laws and by the
 * certain ones alone; `counts`: how much of it is above zero fee.
 */
export type JudgedLine = {
  readonly assessment: LineAssessment
  readonly net: Fraction | null
  readonly netCertain: Fraction | null
  readonly counts: ZeroFeeStanding['counts']
}

// How far from lawful, the farthest last. A certain rule goes before a likely one that says the same.
const RANKS = [
  'none',
  'within_if',
  'within_likely',
  'within',
  'unknown_likely',
  'unknown',
  'maybe_likely',
  'maybe',
  'ban_maybe_likely',
  'ban_maybe',
  'above_likely',
  'ban_likely',
  'above',
  'ban',
] as const
type Rank = (typeof RANKS)[number]

const LIKELY_BANS: readonly Rank[] = ['ban_maybe_likely', 'ban_maybe', 'ban_likely']

const VERDICT_OF: Readonly<Record<Rank, Verdict>> = {
  none: 'no_rule_known',
  within_if: 'missing_facts',
  within_likely: 'within_cap',
  within: 'within_cap',
  unknown_likely: 'missing_facts',
  unknown: 'missing_facts',
  maybe_likely: 'likely_above',
  maybe: 'likely_above',
  ban_maybe_likely: 'likely_above',
  ban_maybe: 'likely_above',
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

/** The verdict on one payment from every finding about it: the strictest law decides. `knownOn`: the day of the case. */
export function judgeLine(line: FeeLineFacts, about: readonly PlacedFinding[], knownOn: string): JudgedLine {
  const laws = about.filter(({ judged }) => decides(judged.finding))
  let rank: Rank = 'none'
  let decidedBy: number | null = null
  let decidingShare: Fraction | null = null
  let over: Fraction | null = null
  let overCertain: Fraction | null = null
  let net: Fraction | null = null
  let netCertain: Fraction | null = null
  for (const { at, judged } of laws) {
    const ranked = rankOf(judged.finding)
    const share = shareOf(line, judged.excess)
    const netShare = netShareOf(line, judged)
    over = larger(over, share)
    net = larger(net, netShare)
    if (judged.finding.weight === 'certain') {
      overCertain = larger(overCertain, share)
      netCertain = larger(netCertain, netShare)
    }
    const isStricter = RANKS.indexOf(ranked) > RANKS.indexOf(rank)
    if (isStricter || (ranked === rank && share !== null && larger(decidingShare, share) === share)) {
      rank = ranked
      decidedBy = at
      decidingShare = share
    }
  }
  const verdict = VERDICT_OF[rank]
  const { zeroFee, counts } = zeroFeeStanding(line, line.knownOn ?? knownOn)
  const isCertain = verdict === 'above_cap' || verdict === 'prohibited'
  const isMoreLikely = isCertain && over !== null && overCertain !== null && rounded(over) > rounded(overCertain)
  const assessment: LineAssessment = {
    lineId: line.id,
    verdict,
    isLikelyBan: LIKELY_BANS.includes(rank),
    isLikelyWithin: rank === 'within_likely',
    note: noteOf(line),
    decidedBy,
    findings: about.map(({ at }) => at),
    over: moneyOf(line, isCertain ? overCertain : over),
    overLikely: moneyOf(line, isMoreLikely ? over : null),
    missing: verdict === 'missing_facts' ? gapsOf(laws, rank) : [],
    zeroFee,
  }
  return { assessment, net, netCertain, counts }
}

function noteOf({ amount, paidBy }: FeeLineFacts): LineNote | null {
  if (paidBy === 'other') return 'other_paid'
  return amount?.maxMinor === 0n ? 'nothing_paid' : null
}

function moneyOf({ amount }: FeeLineFacts, part: Fraction | null): Money | null {
  return amount === null || part === null ? null : { amountMinor: rounded(part), currency: amount.currency }
}

function decides({ lane, weight }: RuleFinding): boolean {
  return lane === 'law' && weight !== 'information'
}

function rankOf({ outcome, weight, missing, cap }: RuleFinding): Rank {
  const isCertain = weight === 'certain'
  switch (outcome) {
    case 'prohibited':
      return isCertain ? 'ban' : 'ban_likely'
    case 'above':
      return isCertain ? 'above' : 'above_likely'
    case 'maybe_above':
      // Without a cap it is a ban on what may have been nothing.
      if (cap === null) return isCertain ? 'ban_maybe' : 'ban_maybe_likely'
      return isCertain ? 'maybe' : 'maybe_likely'
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

/** The part above net of what came back: of this payment where it is banned, else of all that count together. */
function netShareOf(line: FeeLineFacts, { isBan, excess, netExcess }: JudgedRule): Fraction | null {
  if (isBan && excess !== null && line.amount !== null) return whole(kept(line, line.amount.minMinor))
  return shareOf(line, netExcess)
}

function larger(a: Fraction | null, b: Fraction | null): Fraction | null {
  if (a === null || b === null) return a ?? b
  return isMore(b, a) ? b : a
}

// What could only allow the payment is not worth asking while something else could forbid it.
function gapsOf(laws: readonly PlacedFinding[], rank: Rank): readonly MissingFact[] {
  const needed = laws.filter(({ judged }) => rank === 'within_if' || judged.finding.outcome === 'unknown')
  return [...new Set(needed.flatMap(({ judged }) => judged.finding.missing))].toSorted()
}
