import { isDay } from '@/lib/domain/calendar/day'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import { BINDINGS, type FeeRule } from './fee-rule'
import { liveRules, versionKey } from './live-rules'

/** Why a rule is refused; words under `settings.rule_problem_<code>`. */
export const RULE_PROBLEM_CODES = [
  'not_a_rule',
  'missing',
  'wrong_kind',
  'unknown_field',
  'unknown_code',
  'empty_list',
  'not_a_day',
  'from_after_to',
  'not_a_whole_number',
  'not_an_amount',
  'cap_without_currency',
  'cap_without_wage',
  'ban_with_amount',
  'months_crossed',
  'commitment_without_programme',
  'duplicate',
  'overlap',
  'supersedes_missing',
  'supersedes_later',
  'supersedes_twice',
] as const
export type RuleProblemCode = (typeof RULE_PROBLEM_CODES)[number]

/**
 * One reason to refuse a rule. `rule` is its id as written, `?` where there is none; `field` is a dotted path of the file form;
 * `value` is what stood there or what it collides with, as text.
 */
export type RuleProblem = {
  readonly rule: string
  readonly version: number | null
  readonly field: string
  readonly code: RuleProblemCode
  readonly value: string
}

/** Everything wrong with a set of versions, each by itself and all together; empty when it may be used. */
export function checkFeeRules(versions: readonly FeeRule[]): readonly RuleProblem[] {
  return [...versions.flatMap(checkFeeRule), ...doubles(versions), ...brokenChains(versions), ...overlaps(versions)]
}

/** What is wrong with one version whatever the others say. */
export function checkFeeRule(rule: FeeRule): RuleProblem[] {
  const problems: RuleProblem[] = []
  const { effectiveFrom, effectiveTo, contractMonthsAtLeast, contractMonthsAtMost } = rule
  for (const [field, day] of [
    ['valid_from', effectiveFrom],
    ['valid_to', effectiveTo],
    ['first_seen_on', rule.firstSeenOn],
  ] as const) {
    if (day !== null && !isDay(day)) problems.push(problem(rule, field, 'not_a_day', day))
  }
  if (effectiveFrom !== null && effectiveTo !== null && effectiveFrom > effectiveTo) {
    problems.push(problem(rule, 'valid_to', 'from_after_to', effectiveTo))
  }
  if (contractMonthsAtLeast !== null && contractMonthsAtMost !== null && contractMonthsAtLeast > contractMonthsAtMost) {
    problems.push(problem(rule, 'rule.applies_if_contract_months_lte', 'months_crossed', String(contractMonthsAtMost)))
  }
  if (rule.limit.type === 'cap_amount' && !isCurrencyCode(rule.limit.currency)) {
    problems.push(problem(rule, 'rule.currency', 'cap_without_currency', String(rule.limit.currency)))
  }
  if (BINDINGS[rule.binding] === 'commitment' && rule.programmes.length === 0) {
    problems.push(problem(rule, 'programmes', 'commitment_without_programme', ''))
  }
  if (rule.payees.length === 0) problems.push(problem(rule, 'payees', 'empty_list', ''))
  if (rule.categories.length === 0) problems.push(problem(rule, 'categories', 'empty_list', ''))
  return problems
}

function doubles(versions: readonly FeeRule[]): RuleProblem[] {
  const seen = new Set<string>()
  return versions
    .filter((rule) => isSeen(seen, versionKey(rule)))
    .map((rule) => problem(rule, 'version', 'duplicate', versionKey(rule)))
}

function isSeen(seen: Set<string>, key: string): boolean {
  const was = seen.has(key)
  seen.add(key)
  return was
}

function brokenChains(versions: readonly FeeRule[]): RuleProblem[] {
  const known = new Set(versions.map(versionKey))
  const replaced = new Set<string>()
  return versions.flatMap((rule) => {
    const { id, supersedes, version } = rule
    if (supersedes === null) return []
    if (supersedes >= version) return [problem(rule, 'supersedes', 'supersedes_later', String(supersedes))]
    const key = versionKey({ id, version: supersedes })
    if (!known.has(key)) return [problem(rule, 'supersedes', 'supersedes_missing', String(supersedes))]
    // Two texts in the place of one: a version is replaced once, and its replacement is replaced after it.
    return isSeen(replaced, key) ? [problem(rule, 'supersedes', 'supersedes_twice', String(supersedes))] : []
  })
}

// Two live versions of one rule on one day would count one limit twice.
function overlaps(versions: readonly FeeRule[]): RuleProblem[] {
  const live = liveRules(versions)
  return live.flatMap((rule, at) =>
    live
      .slice(at + 1)
      .filter((other) => other.id === rule.id && other.version !== rule.version && isTogether(rule, other))
      .map((other) => problem(other, 'valid_from', 'overlap', versionKey(rule))),
  )
}

function isTogether(a: FeeRule, b: FeeRule): boolean {
  const isBefore = (end: string | null, start: string | null) => end !== null && start !== null && end < start
  return !isBefore(a.effectiveTo, b.effectiveFrom) && !isBefore(b.effectiveTo, a.effectiveFrom)
}

function problem(rule: FeeRule, field: string, code: RuleProblemCode, value: string): RuleProblem {
  return { rule: rule.id, version: rule.version, field, code, value }
}
