import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { assessCase } from '../assessment/assess-case'
import type { CaseAssessment } from '../assessment/assessment'
import type { FeeRule } from '../rules/fee-rule'
import { checkFacts } from './check-facts'
import type { CheckQuery } from './check-query'
import { rulesHere, type RuleHere } from './rules-here'
import { verdictShares, type VerdictShares } from './verdict-shares'

/** The answer to a question: the verdict on what is asked, how the sum splits, and the rules of the way. */
export type CheckAnswer = {
  readonly query: CheckQuery
  readonly assessment: CaseAssessment
  readonly shares: VerdictShares | null
  readonly here: readonly RuleHere[]
  readonly rules: readonly FeeRule[]
}

/** Answers a question from live rules and rates; the same on a server and on a phone without network. `today` is `YYYY-MM-DD`. */
export function answerCheck(
  query: CheckQuery,
  rules: readonly FeeRule[],
  rates: readonly ExchangeRate[],
  today: string,
): CheckAnswer {
  const assessment = assessCase(checkFacts(query, today), rules, rates)
  const judged = query.payments.flatMap(({ amount }, index) => {
    const line = assessment.lines[index]
    return line === undefined ? [] : [{ amount, paidOn: query.paidOn, line }]
  })
  return { query, assessment, shares: verdictShares(judged, rates), here: rulesHere(query, rules, rates, today), rules }
}
