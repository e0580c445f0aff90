import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { assessCase } from '../assessment/assess-case'
import type { RuleFinding } from '../assessment/assessment'
import { weightOf, type FeeRule } from '../rules/fee-rule'
import { checkFacts } from './check-facts'
import type { CheckQuery } from './check-query'

/** A rule of law that counts for a way, a programme and a month, with its limit in money where that can be said. */
export type RuleHere = { readonly rule: FeeRule; readonly finding: RuleFinding }

/**
 * The rules of law that say something about a question even before an amount is named, bans first. Each is asked on its own
 * about the smallest payment it could be about: what comes back is whether it counts here, its limit, and what is missing.
 */
export function rulesHere(
  query: CheckQuery,
  rules: readonly FeeRule[],
  rates: readonly ExchangeRate[],
  today: string,
): readonly RuleHere[] {
  const here = rules.flatMap((rule) => {
    const finding = findingOf(query, rule, rates, today)
    return finding === undefined ? [] : [{ rule, finding }]
  })
  return here.toSorted((a, b) => rank(a) - rank(b))
}

function findingOf(
  query: CheckQuery,
  rule: FeeRule,
  rates: readonly ExchangeRate[],
  today: string,
): RuleFinding | undefined {
  const [payeeRole] = rule.payees
  const [category] = rule.categories
  if (payeeRole === undefined || category === undefined || rule.payer !== null) return undefined
  const currency = rule.limit.type === 'cap_amount' ? rule.limit.currency : (query.basicPay?.currency ?? 'JPY')
  const smallest = { payeeRole, category, amount: { amountMinor: 1n, currency } }
  const { findings } = assessCase(checkFacts({ ...query, payments: [smallest] }, today), [rule], rates)
  return findings.find(({ lane }) => lane === 'law')
}

const WEIGHT_RANK = { certain: 0, likely: 1, information: 2 } as const

function rank({ rule }: RuleHere): number {
  return (rule.limit.type === 'prohibited' ? 0 : 3) + WEIGHT_RANK[weightOf(rule)]
}
