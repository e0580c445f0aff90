import { isDoubtfulRate } from '@/lib/domain/money/doubtful-rates'
import type { Money } from '@/lib/domain/money/money'
import { weightOf, type FeeRule, type WageBasis } from '../rules/fee-rule'
import type { RuleFinding } from './assessment'

/** The sentences a finding can be explained by; words under `fees.explain.<key>`. */
export const EXPLANATION_KEYS = [
  'ban',
  'ban_benchmark',
  'ban_commitment',
  'cap_amount',
  'cap_months',
  'cap_months_open',
  'cap_months_per',
  'cap_months_per_open',
  'above',
  'above_together',
  'maybe_above',
  'maybe_paid',
  'within',
  'within_together',
  'within_if',
  'missing',
  'likely',
  'start_uncertain',
  'rate_uncertain',
  'information',
  'other_payer',
  'returned_early',
] as const
export type ExplanationKey = (typeof EXPLANATION_KEYS)[number]

/**
 * A finding as sentences without words: `key` says what the rule allows, `notes` what follows from it, in the order to be read.
 * All of them take their values from `params`; amounts are written out by whoever shows them. `count` is how many payments were
 * judged together; `contractMonths` are the months worked where the worker came home early.
 */
export type Explanation = {
  readonly key: ExplanationKey
  readonly notes: readonly ExplanationKey[]
  readonly params: {
    readonly cap?: Money
    readonly sum?: Money
    readonly over?: Money
    readonly wage?: Money
    readonly months?: string
    readonly basis?: WageBasis
    readonly contractMonths?: number
    readonly perMonths?: number
    readonly count: number
  }
}

/** Explains a finding by the version of the rule it was made with. It speaks of the payment and the rule, never of a person. */
export function explain(finding: RuleFinding, rule: FeeRule): Explanation {
  const { limit } = rule
  const { cap, sumMin, over, wage, contractMonths } = finding
  return {
    key: limitKey(finding, rule),
    notes: notesOf(finding, rule),
    params: {
      ...(cap !== null && { cap }),
      ...(sumMin !== null && { sum: sumMin }),
      ...(over !== null && { over }),
      ...(wage !== null && { wage }),
      ...(limit.type === 'cap_months_of_wage' && { months: limit.months, basis: limit.wageBasis }),
      ...(limit.type === 'cap_months_of_wage' &&
        limit.perContractMonths !== null && { perMonths: limit.perContractMonths }),
      ...(contractMonths !== null && { contractMonths }),
      count: finding.lineIds.length,
    },
  }
}

function limitKey({ lane, cap }: RuleFinding, { limit }: FeeRule): ExplanationKey {
  if (limit.type === 'prohibited') return lane === 'law' ? 'ban' : `ban_${lane}`
  if (limit.type === 'cap_amount') return 'cap_amount'
  const key = limit.perContractMonths === null ? 'cap_months' : 'cap_months_per'
  return cap === null ? `${key}_open` : key
}

function notesOf(finding: RuleFinding, rule: FeeRule): ExplanationKey[] {
  const { outcome, missing, lineIds, contractMonths } = finding
  if (rule.payer !== null) return ['other_payer']
  const notes: ExplanationKey[] = []
  const isTogether = lineIds.length > 1
  // A cap for the whole contract counts months only where the worker did not stay for all of them.
  if (rule.limit.type === 'cap_months_of_wage' && rule.limit.perContractMonths === null && contractMonths !== null) {
    notes.push('returned_early')
  }
  if (outcome === 'above') notes.push(isTogether ? 'above_together' : 'above')
  if (outcome === 'maybe_above') notes.push(rule.limit.type === 'prohibited' ? 'maybe_paid' : 'maybe_above')
  if (outcome === 'within' && missing.length > 0) notes.push('within_if')
  if (outcome === 'within' && missing.length === 0) notes.push(isTogether ? 'within_together' : 'within')
  if (outcome === 'unknown') notes.push('missing')
  const ownWeight = weightOf(rule)
  if (ownWeight !== 'certain') notes.push(ownWeight)
  if (finding.isDateDoubtful && ownWeight !== 'information') notes.push('start_uncertain')
  if (finding.rates.some(isDoubtfulRate) && ownWeight !== 'information') notes.push('rate_uncertain')
  return notes
}
