import { BINDINGS, weightOf, type FeeRule, type RuleLane, type RuleWeight } from '../rules/fee-rule'
import type { FeeCategoryCode } from '../categories'
import type { PartyRole } from '../payees'
import type { CaseFeeFacts, MissingFact } from './facts'
import { surelyFrom } from './rule-dates'

/** A rule that can be about a placement, with the facts of the placement that would tell for sure. */
export type Candidate = {
  readonly rule: FeeRule
  readonly lane: RuleLane
  readonly weight: RuleWeight
  readonly missing: readonly MissingFact[]
  /** The first day on which it surely counted; null where nothing is in doubt or nothing known. */
  readonly surelyFrom: string | null
}

/** The rules for one corridor, scheme and set of programmes, in a fixed order. */
export type PlacementRules = {
  readonly all: readonly Candidate[]
  /** Those that name a payee and a category; found once, kept. */
  readonly about: (payee: PartyRole, category: FeeCategoryCode) => readonly Candidate[]
}

// A set of rules is loaded once and asked for every case: what fits a corridor is found on the first question.
const indexes = new WeakMap<readonly FeeRule[], Map<string, PlacementRules>>()

/** The rules that can be about the placement of a case; conditions, contract and dates are not looked at yet. */
export function rulesForPlacement(rules: readonly FeeRule[], facts: CaseFeeFacts): PlacementRules {
  const known = indexes.get(rules) ?? new Map<string, PlacementRules>()
  indexes.set(rules, known)
  const key = `${facts.origin ?? '?'} ${facts.destination} ${facts.scheme ?? '?'} ${facts.programmes.toSorted().join('+')}`
  const found = known.get(key) ?? placementRules(rules, facts)
  known.set(key, found)
  return found
}

function placementRules(rules: readonly FeeRule[], facts: CaseFeeFacts): PlacementRules {
  const ordered = rules.toSorted((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1))
  const all = ordered.flatMap((rule) => {
    const missing = placementGap(rule, facts)
    if (missing === null) return []
    return [{ rule, lane: BINDINGS[rule.binding], weight: weightOf(rule), missing, surelyFrom: surelyFrom(rule) }]
  })
  const byLine = new Map<string, readonly Candidate[]>()
  return {
    all,
    about: (payee, category) => {
      const key = `${payee} ${category}`
      const found =
        byLine.get(key) ?? all.filter(({ rule }) => rule.payees.includes(payee) && rule.categories.includes(category))
      byLine.set(key, found)
      return found
    },
  }
}

/** What must be known of the placement to say that a rule is about it; null: it is not. */
function placementGap(rule: FeeRule, facts: CaseFeeFacts): readonly MissingFact[] | null {
  const missing: MissingFact[] = []
  if (rule.programmes.length > 0 && !rule.programmes.some((programme) => facts.programmes.includes(programme))) {
    return null
  }
  if (rule.destinations !== '*' && !rule.destinations.includes(facts.destination)) return null
  if (rule.origins !== '*') {
    if (facts.origin === null) missing.push('origin')
    else if (!rule.origins.includes(facts.origin)) return null
  }
  if (rule.schemes !== '*') {
    if (facts.scheme === null || facts.scheme === 'not_sure') missing.push('scheme')
    else if (!rule.schemes.includes(facts.scheme)) return null
  }
  return missing
}
