import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { FeeRule } from '../rules/fee-rule'
import type { CaseAssessment, Verdict } from './assessment'
import type { CaseFeeFacts, FeeLineFacts } from './facts'
import { uniqueRates } from './line-values'
import { judgeLine, STRICTEST_FIRST, type PlacedFinding } from './line-verdict'
import { matchRules } from './matching'
import { partyClaims } from './party-claims'
import { judgeBan, judgeCap, surelyBanned } from './rule-findings'

/**
 * The verdict on the payments of a case: what every rule makes of them, the strictest law for each payment, and what could be
 * asked back. `rules` are the live ones; the same lists given again are indexed only once. Pure: the same facts, rules and rates
 * give the same verdict, in whatever order the payments come. An aid to people, not a legal opinion, and never a word about a
 * named party.
 */
export function assessCase(
  facts: CaseFeeFacts,
  rules: readonly FeeRule[],
  rates: readonly ExchangeRate[],
): CaseAssessment {
  const matches = matchRules(facts, rules)
  const banned = new Set<FeeLineFacts>()
  for (const match of matches) {
    if (match.candidate.lane === 'law') for (const line of surelyBanned(match)) banned.add(line)
  }
  const judged = matches.flatMap((match) =>
    match.candidate.rule.limit.type === 'prohibited'
      ? judgeBan(match)
      : judgeCap(match, (line) => match.candidate.weight !== 'information' && banned.has(line), facts, rates),
  )

  const about = new Map<FeeLineFacts, PlacedFinding[]>(facts.lines.map((line) => [line, []]))
  for (const [at, one] of judged.entries()) {
    for (const line of one.lines) about.get(line)?.push({ at, judged: one })
  }
  const lines = facts.lines.map((line) => ({ line, ...judgeLine(line, about.get(line) ?? [], facts.knownOn) }))
  const asked = partyClaims(lines, rates)
  const assessments = lines.map(({ assessment }) => assessment)
  return {
    verdict: strictest(assessments.map(({ verdict }) => verdict)),
    lines: assessments,
    findings: judged.map(({ finding }) => finding),
    claims: asked.claims,
    missing: [...new Set([...assessments.flatMap(({ missing }) => missing), ...asked.missing])].toSorted(),
    rates: uniqueRates([...judged.flatMap(({ finding }) => finding.rates), ...asked.rates]),
  }
}

function strictest(verdicts: readonly Verdict[]): Verdict {
  return STRICTEST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'no_rule_known'
}
