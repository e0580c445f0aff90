import type { FeeRule, RuleCondition } from '../rules/fee-rule'
import type { CaseFeeFacts, FeeLineFacts, MissingFact } from './facts'
import { paidInterval } from './paid-interval'
import { dateFit } from './rule-dates'
import { rulesForPlacement, type Candidate } from './rule-index'

/** A payment a rule is about: surely where nothing is missing, else possibly. */
export type MatchedLine = { readonly line: FeeLineFacts; readonly missing: readonly MissingFact[] }

/** The payments of a case that one rule is about. */
export type RuleMatch = {
  readonly candidate: Candidate
  readonly sure: readonly FeeLineFacts[]
  /** Those of the sure ones of which it is not known exactly whether the rule counted on their day. */
  readonly doubtful: ReadonlySet<FeeLineFacts>
  readonly possible: readonly MatchedLine[]
}

/**
 * Every rule that is or can be about a payment of the case, with these payments, in an order that the order of the payments does
 * not change. Three-valued: a fact that does not fit leaves the rule out, a fact that is not known leaves it possible.
 * Payments of nothing are about nothing, and no rule is about what somebody else paid. What a placement has to fulfil besides is
 * asked once its country and scheme, who took the money and what for are known.
 */
export function matchRules(facts: CaseFeeFacts, rules: readonly FeeRule[]): readonly RuleMatch[] {
  const placement = rulesForPlacement(rules, facts)
  const terms = new Map<Candidate, readonly MissingFact[] | null>()
  const matches = new Map<Candidate, { sure: FeeLineFacts[]; doubtful: Set<FeeLineFacts>; possible: MatchedLine[] }>()
  for (const line of facts.lines) {
    if (line.amount?.maxMinor === 0n || line.paidBy === 'other') continue
    const interval = paidInterval(line.paidOn, line.knownOn ?? facts.knownOn)
    const [category] = line.categories
    const isPlain = line.payeeRole !== null && category !== undefined && line.categories.length === 1
    const candidates = isPlain ? placement.about(line.payeeRole, category) : placement.all
    for (const candidate of candidates) {
      const { rule } = candidate
      const fit = dateFit(line.paidOn, interval, rule, candidate.surelyFrom)
      if (fit === 'no') continue
      const ofLine = isPlain ? [] : lineGap(rule, line)
      if (ofLine === null) continue
      const ofTerms = terms.has(candidate) ? terms.get(candidate) : termsGap(rule, facts)
      terms.set(candidate, ofTerms ?? null)
      if (ofTerms === null || ofTerms === undefined) continue
      const missing = [
        ...candidate.missing,
        ...(candidate.missing.length + ofLine.length > 0 ? [] : ofTerms),
        ...ofLine,
        ...(fit === 'maybe' ? (['paid_on'] as const) : []),
      ]
      const match = matches.get(candidate) ?? { sure: [], doubtful: new Set(), possible: [] }
      matches.set(candidate, match)
      if (missing.length > 0) match.possible.push({ line, missing })
      else {
        match.sure.push(line)
        if (fit === 'doubtful') match.doubtful.add(line)
      }
    }
  }
  return placement.all.flatMap((candidate) => {
    const match = matches.get(candidate)
    return match === undefined ? [] : [{ candidate, ...match }]
  })
}

function lineGap(rule: FeeRule, line: FeeLineFacts): readonly MissingFact[] | null {
  const missing: MissingFact[] = []
  if (line.payeeRole === null) missing.push('payee')
  else if (!rule.payees.includes(line.payeeRole)) return null
  const inside = line.categories.filter((category) => rule.categories.includes(category))
  if (line.categories.length === 0) missing.push('category')
  else if (inside.length === 0) return null
  else if (inside.length < line.categories.length) missing.push('lump_split')
  return missing
}

const GAP_OF = {
  second_stay: 'condition_second_stay',
  vulnerable_occupation: 'condition_vulnerable_occupation',
  labour_contract_with_sender: 'condition_labour_contract_with_sender',
  agent_operates_in_japan: 'condition_agent_operates_in_japan',
  returned_early_without_fault: 'condition_returned_early_without_fault',
} as const satisfies Record<RuleCondition, MissingFact>

function termsGap(rule: FeeRule, facts: CaseFeeFacts): readonly MissingFact[] | null {
  const missing: MissingFact[] = []
  for (const condition of rule.conditions) {
    const isMet = facts.conditions[condition]
    if (isMet === false) return null
    if (isMet === undefined) missing.push(GAP_OF[condition])
  }
  const { contractMonthsAtLeast, contractMonthsAtMost } = rule
  if (contractMonthsAtLeast === null && contractMonthsAtMost === null) return missing
  if (facts.contractMonths === null) return [...missing, 'contract_months']
  const isOutside =
    facts.contractMonths < (contractMonthsAtLeast ?? 0) || facts.contractMonths > (contractMonthsAtMost ?? Infinity)
  return isOutside ? null : missing
}
