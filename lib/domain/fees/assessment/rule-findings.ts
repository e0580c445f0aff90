import type { CurrencyCode } from '@/lib/domain/money/currencies'
import { isDoubtfulRate } from '@/lib/domain/money/doubtful-rates'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { isMore, rounded, whole, type Fraction } from '@/lib/domain/money/fraction'
import type { Money } from '@/lib/domain/money/money'
import type { RuleFinding } from './assessment'
import { capOf, type RuleCap } from './cap-of-rule'
import type { CaseFeeFacts, FeeLineFacts, MissingFact } from './facts'
import { refundsOfLines, sumOfLines, type LineSum } from './line-values'
import type { RuleMatch } from './matching'
import type { Candidate } from './rule-index'

/**
 * A finding with what the verdict on a line needs of it. `lines` are the payments it is about. `excess` is what is above, as a
 * part of the sum (0 to 1), exact: each payment carries it in proportion; null where nothing is known to be above.
 */
export type JudgedRule = {
  readonly finding: RuleFinding
  readonly lines: readonly FeeLineFacts[]
  readonly excess: Fraction | null
  /** The same of a cap when what came back of these payments is taken off; not below zero. */
  readonly netExcess: Fraction | null
  readonly isBan: boolean
}

/** What is above a cap as parts of the sum. */
type Parts = Pick<JudgedRule, 'excess' | 'netExcess'>

const NO_PART: Parts = { excess: null, netExcess: null }

const NOTHING_KNOWN = {
  cap: null,
  sumMin: null,
  sumMax: null,
  over: null,
  wage: null,
  contractMonths: null,
  rates: [],
} as const

/** The payments that one rule surely bans: a certain rule that counted on their day, and something was paid. */
export function surelyBanned({ candidate, sure, doubtful }: RuleMatch): readonly FeeLineFacts[] {
  if (candidate.rule.limit.type !== 'prohibited' || candidate.weight !== 'certain') return []
  return sure.filter((line) => !doubtful.has(line) && !isMaybeNothing(line))
}

/** What a ban makes of the payments it is about; those in doubt, for their day or their amount, apart from the others. */
export function judgeBan({ candidate, sure, doubtful, possible }: RuleMatch): JudgedRule[] {
  // What only tells of another's duty does not say that the worker's payment is banned.
  const isJudging = candidate.rule.payer === null
  const judged = [false, true].flatMap((isDateDoubtful) =>
    [false, true].flatMap((isMaybe) => {
      const lines = sure.filter((line) => doubtful.has(line) === isDateDoubtful && isMaybeNothing(line) === isMaybe)
      if (lines.length === 0) return []
      const outcome = !isJudging ? 'unknown' : isMaybe ? 'maybe_above' : 'prohibited'
      const parts = outcome === 'prohibited' ? { excess: whole(1n), netExcess: null } : NO_PART
      return [judgedRule(candidate, lines, { ...sumInOwnCurrency(lines), outcome, isDateDoubtful }, parts)]
    }),
  )
  return [
    ...judged,
    ...possibleFinding(
      candidate,
      possible.map(({ line }) => line),
      'unknown',
      gapsOf(possible),
      {},
    ),
  ]
}

function isMaybeNothing({ amount }: FeeLineFacts): boolean {
  return amount !== null && amount.minMinor === 0n
}

/**
 * What a cap makes of the payments it is about, taken together. `isBanned` are payments that may not be taken at all: they are
 * not counted here, or one sum would be asked back twice.
 */
export function judgeCap(
  { candidate, sure: matched, doubtful, possible: matchedMaybe }: RuleMatch,
  isBanned: (line: FeeLineFacts) => boolean,
  facts: CaseFeeFacts,
  rates: readonly ExchangeRate[],
): JudgedRule[] {
  const sure = matched.filter((line) => !isBanned(line))
  const possible = matchedMaybe.filter(({ line }) => !isBanned(line))
  const maybe = possible.map(({ line }) => line)
  const isDateDoubtful = sure.some((line) => doubtful.has(line))
  if (candidate.rule.limit.type === 'prohibited' || sure.length + maybe.length === 0) return []
  const made = capOf(candidate.rule.limit, facts)
  if ('missing' in made) {
    const told =
      sure.length === 0
        ? []
        : [judgedRule(candidate, sure, { outcome: 'unknown', missing: made.missing, isDateDoubtful }, NO_PART)]
    // The wage is asked once the country and the scheme are known.
    const ofCap = candidate.missing.length > 0 ? [] : made.missing
    return [...told, ...possibleFinding(candidate, maybe, 'unknown', union(gapsOf(possible), ofCap), {})]
  }
  const { currency } = made.cap
  const inAll = sumOfLines([...sure, ...maybe], currency, rates)
  const isWithinInAll = outcomeOf(inAll, made.cap) === 'within'
  const gaps = union(gapsOf(possible), inAll.missing)
  const others = possibleFinding(candidate, maybe, isWithinInAll ? 'within' : 'unknown', gaps, {
    ...capFacts(made),
    rates: inAll.rates,
  })
  if (sure.length === 0) return others

  const sum = maybe.length === 0 ? inAll : sumOfLines(sure, currency, rates)
  const alone = outcomeOf(sum, made.cap)
  const isOpen = alone === 'within' && !isWithinInAll
  const isJudging = candidate.rule.payer === null
  const over = isJudging && alone === 'above' ? rounded(sum.min) - made.cap.amountMinor : null
  const finding: Partial<RuleFinding> = {
    ...capFacts(made),
    sumMin: money(rounded(sum.min), currency),
    sumMax: money(rounded(sum.max), currency),
    over: over === null ? null : money(over, currency),
    outcome: !isJudging || isOpen ? 'unknown' : alone,
    missing: isOpen ? gaps : alone === 'unknown' ? sum.missing : [],
    rates: sum.rates,
    isDateDoubtful,
  }
  const parts = over === null ? NO_PART : partsAbove(sum.min, made.cap, refundsOfLines(sure, currency, rates))
  return [judgedRule(candidate, sure, finding, parts), ...others]
}

// Of the exact sum, not of the rounded one: a part must never shrink while the sum grows.
function partsAbove(sum: Fraction, cap: Money, refunds: Fraction): Parts {
  const top = sum.top - cap.amountMinor * sum.bottom
  const netTop = top * refunds.bottom - refunds.top * sum.bottom
  return {
    excess: { top, bottom: sum.top },
    netExcess: { top: netTop > 0n ? netTop : 0n, bottom: sum.top * refunds.bottom },
  }
}

// The sum is rounded once, to the minor unit of the cap: nobody is above a limit by less than can be paid.
function outcomeOf(sum: LineSum, cap: Money): 'within' | 'above' | 'maybe_above' | 'unknown' {
  const limit = whole(cap.amountMinor)
  if (isMore(whole(rounded(sum.min)), limit)) return 'above'
  if (isMore(whole(rounded(sum.max)), limit)) return 'maybe_above'
  return sum.missing.length > 0 ? 'unknown' : 'within'
}

function possibleFinding(
  candidate: Candidate,
  lines: readonly FeeLineFacts[],
  outcome: 'within' | 'unknown',
  missing: readonly MissingFact[],
  more: Partial<RuleFinding>,
): JudgedRule[] {
  // Only law is worth asking more facts for; the other lanes and what is only told never decide.
  if (lines.length === 0 || candidate.lane !== 'law' || candidate.weight === 'information') return []
  return [judgedRule(candidate, lines, { ...more, outcome, missing }, NO_PART)]
}

function judgedRule(
  { rule, lane, weight }: Candidate,
  lines: readonly FeeLineFacts[],
  found: Partial<RuleFinding>,
  parts: Parts,
): JudgedRule {
  const { id, version } = rule
  const lineIds = lines.map((line) => line.id)
  const nothing = {
    rule: { id, version },
    lane,
    weight,
    lineIds,
    outcome: 'unknown',
    missing: [],
    isDateDoubtful: false,
    ...NOTHING_KNOWN,
  } as const
  const finding = { ...nothing, ...found }
  // A sum made with a rate that is not what people get can be far off, either way.
  const isUnsure = finding.isDateDoubtful || finding.rates.some(isDoubtfulRate)
  const isLowered = isUnsure && weight === 'certain'
  return {
    finding: isLowered ? { ...finding, weight: 'likely' } : finding,
    lines,
    isBan: rule.limit.type === 'prohibited',
    ...parts,
  }
}

function capFacts({ cap, wage, contractMonths }: Extract<RuleCap, { cap: Money }>) {
  return { cap, wage, contractMonths }
}

function sumInOwnCurrency(lines: readonly FeeLineFacts[]): Pick<RuleFinding, 'sumMin' | 'sumMax'> {
  const amounts = lines.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  const currency = amounts[0]?.currency
  if (
    currency === undefined ||
    amounts.length < lines.length ||
    amounts.some((amount) => amount.currency !== currency)
  ) {
    return { sumMin: null, sumMax: null }
  }
  return {
    sumMin: money(
      amounts.reduce((sum, { minMinor }) => sum + minMinor, 0n),
      currency,
    ),
    sumMax: money(
      amounts.reduce((sum, { maxMinor }) => sum + maxMinor, 0n),
      currency,
    ),
  }
}

function gapsOf(possible: RuleMatch['possible']): readonly MissingFact[] {
  return [...new Set(possible.flatMap(({ missing }) => missing))].toSorted()
}

function union(a: readonly MissingFact[], b: readonly MissingFact[]): readonly MissingFact[] {
  return [...new Set([...a, ...b])].toSorted()
}

function money(amountMinor: bigint, currency: CurrencyCode): Money {
  return { amountMinor, currency }
}
