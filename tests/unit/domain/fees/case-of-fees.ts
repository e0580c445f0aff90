import { readFileSync } from 'node:fs'
import type { CaseAssessment, LineAssessment, RuleFinding } from '@/lib/domain/fees/assessment/assessment'
import { assessCase } from '@/lib/domain/fees/assessment/assess-case'
import type { CaseFeeFacts, FeeLineFacts } from '@/lib/domain/fees/assessment/facts'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { isCurrencyCode, minorPerMajor, type CurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { Money } from '@/lib/domain/money/money'
import { readFeeRule } from '@/lib/schemas/fees/fee-rule'
import rulesFile from '@/prisma/seed/fee-rules.json'

/** The rules that come with the product. */
export const RULES: readonly FeeRule[] = rulesFile.map((raw) => {
  const read = readFeeRule(raw)
  if (!read.ok) throw new TypeError(JSON.stringify(read.error))
  return read.value
})

/** The rule of a name. */
export function ruleOf(id: string): FeeRule {
  const found = RULES.find((rule) => rule.id === id)
  if (found === undefined) throw new TypeError(`no rule ${id}`)
  return found
}

/** The rates that come with the product. */
export const RATES: readonly ExchangeRate[] = readFileSync('prisma/seed/exchange-rates.csv', 'utf8')
  .split('\n')
  .slice(1)
  .flatMap((row) => {
    const [currency = '', period = '', unitsPerUsd = '', ...source] = row.split(',')
    return isCurrencyCode(currency) ? [{ currency, period, unitsPerUsd, source: source.join(',') }] : []
  })

/** Whole units of a currency. */
export function money(units: number, currency: CurrencyCode): Money {
  return { amountMinor: (BigInt(Math.round(units * 100)) * minorPerMajor(currency)) / 100n, currency }
}

/** An amount remembered exactly, or as a range of whole units. */
export function paid(units: number, currency: CurrencyCode, upTo = units): NonNullable<FeeLineFacts['amount']> {
  return { minMinor: money(units, currency).amountMinor, maxMinor: money(upTo, currency).amountMinor, currency }
}

/** A payment of a Vietnamese intern to the sending organisation for placing, unless said otherwise. */
export function line(facts: Partial<FeeLineFacts> = {}): FeeLineFacts {
  const payeeRole = facts.payeeRole === undefined ? 'sending_organization' : facts.payeeRole
  return {
    id: 'a',
    payeeRole,
    partyKey: payeeRole,
    categories: ['rf_placement_service'],
    amount: paid(100_000, 'JPY'),
    paidOn: '2024-03-10',
    refundedMinor: 0n,
    rateOverride: null,
    paidBy: 'worker',
    knownOn: null,
    ...facts,
  }
}

/** A Vietnamese intern with a contract of three years, unless said otherwise. */
export function caseOf(lines: readonly FeeLineFacts[], facts: Partial<CaseFeeFacts> = {}): CaseFeeFacts {
  return {
    origin: 'VN',
    destination: 'JP',
    scheme: 'titp',
    programmes: [],
    contractMonths: 36,
    monthsWorked: null,
    contractBasicWage: null,
    plannedMonthlyPay: null,
    conditions: {},
    knownOn: '2030-12-31',
    lines,
    ...facts,
  }
}

/** The verdict by the rules and rates of the product. */
export function assess(facts: CaseFeeFacts, rules = RULES, rates = RATES): CaseAssessment {
  return assessCase(facts, rules, rates)
}

/** The verdict on the only payment of a case, with the finding that decided it. */
export function assessOne(one: FeeLineFacts, facts: Partial<CaseFeeFacts> = {}, rules = RULES) {
  const assessment = assess(caseOf([one], facts), rules)
  const [judged] = assessment.lines
  if (judged === undefined) throw new TypeError('a payment without a verdict')
  return { assessment, line: judged, by: decisive(assessment, judged) }
}

/** The finding that decided the verdict on a payment. */
export function decisive({ findings }: CaseAssessment, { decidedBy }: LineAssessment): RuleFinding | undefined {
  return decidedBy === null ? undefined : findings[decidedBy]
}

/** The finding of one rule. */
export function findingOf({ findings }: CaseAssessment, id: string): RuleFinding | undefined {
  return findings.find(({ rule }) => rule.id === id)
}
