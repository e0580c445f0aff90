import type { FeeRule, RuleCondition } from '../rules/fee-rule'
import type { CaseFeeFacts, FeeLineFacts, MissingFact } from './facts'
import { isPaidWithin, paidInterval } from './paid-interval'
import { rulesForPlacement, type Candidate } from './rule-index'

/** A payment a rule is about: surely where nothing is missing, else possibly. */
export type MatchedLine = { readonly line: FeeLineFacts; readonly missing: readonly MissingFact[] }

/** The payments of a case that one rule is about. */
export type RuleMatch = {
  readonly candidate: Candidate
  readonly sure: readonly FeeLineFacts[]
  readonly possible: readonly MatchedLine[]
}

/**
 * Every rule that is or can be about a payment of the case, with these payments, in an order that the order of the payments does
 * not change. Three-valued: a fact that does not fit leaves the rule out, a fact that is not known leaves it possible.
 * Payments of nothing are about nothing.
 */
export function matchRules(facts: CaseFeeFacts, rules: readonly FeeRule[]): readonly RuleMatch[] {
  const placement = rulesForPlacement(rules, facts)
  const terms = new Map<Candidate, readonly MissingFact[] | null>()
  const matches = new Map<Candidate, { sure: FeeLineFacts[]; possible: MatchedLine[] }>()
  for (const line of facts.lines) {
    if (line.amount?.maxMinor === 0n) continue
    const interval = paidInterval(line.paidOn, facts.knownOn)
    const [category] = line.categories
    const isPlain = line.payeeRole !== null && category !== undefined && line.categories.length === 1
    const candidates = isPlain ? placement.about(line.payeeRole, category) : placement.all
    for (const candidate of candidates) {
      const { rule } = candidate
      const within = isPaidWithin(interval, rule.effectiveFrom, rule.effectiveTo)
      if (within === 'no') continue
      const ofLine = isPlain ? [] : lineGap(rule, line)
      if (ofLine === null) continue
      const ofTerms = terms.has(candidate) ? terms.get(candidate) : termsGap(rule, facts)
      terms.set(candidate, ofTerms ?? null)
      if (ofTerms === null || ofTerms === undefined) continue
      const missing = [
        ...candidate.missing,
        ...ofTerms,
        ...ofLine,
        ...(within === 'maybe' ? (['paid_on'] as const) : []),
      ]
      const match = matches.get(candidate) ?? { sure: [], possible: [] }
      matches.set(candidate, match)
      if (missing.length === 0) match.sure.push(line)
      else match.possible.push({ line, missing })
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
