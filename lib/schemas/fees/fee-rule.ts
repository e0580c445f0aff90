import { categoryWords, expandCategories } from '@/lib/domain/fees/rules/category-words'
import type { FeeRule, RuleLimit } from '@/lib/domain/fees/rules/fee-rule'
import { checkFeeRule, type RuleProblem, type RuleProblemCode } from '@/lib/domain/fees/rules/rule-problems'
import { CURRENCIES, minorPerMajor } from '@/lib/domain/money/currencies'
import { decimalFrom } from '@/lib/domain/money/ratio'
import { err, ok, type Result } from '@/lib/domain/result'
import { ruleFile, type RuleFile, type RuleFileInput } from './rule-file'
import { problemsOf } from './rule-issues'

/**
 * Reads one version of a rule from its file form (the form of prisma/seed/fee-rules.json): group words become categories,
 * amounts minor units. Refused with every reason at once, each naming the rule and the field.
 */
export function readFeeRule(raw: unknown): Result<FeeRule, RuleProblem[]> {
  const read = ruleFile.safeParse(raw, { reportInput: true })
  if (!read.success) return err(problemsOf(raw, read.error))
  const rule = ruleFrom(read.data)
  if (rule === null) return err([problem(read.data, 'rule.value', 'not_an_amount', read.data.rule.value)])
  const problems = checkFeeRule(rule)
  return problems.length > 0 ? err(problems) : ok(rule)
}

/** The file form of a rule; `readFeeRule` reads it back to the same rule. */
export function feeRuleJson(rule: FeeRule): RuleFileInput {
  const { verification, source } = rule
  return {
    id: rule.id,
    version: rule.version,
    supersedes: rule.supersedes,
    jurisdiction: rule.jurisdiction,
    origins: some(rule.origins),
    destinations: some(rule.destinations),
    schemes: some(rule.schemes),
    ...(rule.programmes.length > 0 && { programmes: [...rule.programmes] }),
    payees: [...rule.payees],
    ...(rule.payer !== null && { payer: rule.payer }),
    categories: categoryWords(rule.categories),
    rule: limitJson(rule),
    ...(rule.conditions.length > 0 && { conditions: [...rule.conditions] }),
    valid_from: rule.effectiveFrom,
    valid_to: rule.effectiveTo,
    valid_from_precision: rule.effectiveFromPrecision,
    ...(rule.firstSeenOn !== null && { first_seen_on: rule.firstSeenOn }),
    status: rule.status,
    binding: rule.binding,
    verification: {
      verified: verification.isVerified,
      confidence: verification.confidence,
      read_on: verification.readOn,
    },
    source: { title: source.title, article: source.article, ...(source.url !== null && { url: source.url }) },
    ...(rule.note !== null && { note: rule.note }),
  }
}

// Null where an amount is finer than the minor unit of its currency.
function ruleFrom(file: RuleFile): FeeRule | null {
  const allowed = limitFrom(file.rule)
  if (allowed === null) return null
  return {
    id: file.id,
    version: file.version,
    supersedes: file.supersedes,
    jurisdiction: file.jurisdiction,
    origins: everyOr(file.origins),
    destinations: everyOr(file.destinations),
    schemes: everyOr(file.schemes),
    programmes: file.programmes ?? [],
    payees: file.payees,
    payer: file.payer ?? null,
    categories: expandCategories(file.categories, file.excluded_categories),
    limit: allowed,
    contractMonthsAtLeast: file.rule.applies_if_contract_months_gte ?? null,
    contractMonthsAtMost: file.rule.applies_if_contract_months_lte ?? null,
    conditions: file.conditions ?? [],
    effectiveFrom: file.valid_from,
    effectiveTo: file.valid_to,
    effectiveFromPrecision: file.valid_from_precision,
    firstSeenOn: file.first_seen_on ?? null,
    status: file.status,
    binding: file.binding,
    verification: {
      isVerified: file.verification.verified,
      confidence: file.verification.confidence,
      readOn: file.verification.read_on,
    },
    source: { title: file.source.title, article: file.source.article, url: file.source.url ?? null },
    note: file.note ?? null,
  }
}

function limitFrom(file: RuleFile['rule']): RuleLimit | null {
  if (file.type === 'prohibited') return { type: 'prohibited' }
  if (file.type === 'cap_months_of_wage') {
    return {
      type: 'cap_months_of_wage',
      months: file.value,
      wageBasis: file.wage_basis,
      perContractMonths: file.per_contract_months ?? null,
      isProRataOnReturn: file.pro_rata_on_return ?? false,
    }
  }
  const { units, scale } = decimalFrom(file.value)
  const minor = units * minorPerMajor(file.currency)
  const tenths = 10n ** BigInt(scale)
  return minor % tenths === 0n ? { type: 'cap_amount', amountMinor: minor / tenths, currency: file.currency } : null
}

function limitJson(rule: FeeRule): RuleFileInput['rule'] {
  const { contractMonthsAtLeast, contractMonthsAtMost } = rule
  const when = {
    ...(contractMonthsAtLeast !== null && { applies_if_contract_months_gte: contractMonthsAtLeast }),
    ...(contractMonthsAtMost !== null && { applies_if_contract_months_lte: contractMonthsAtMost }),
  }
  if (rule.limit.type === 'prohibited') return { type: 'prohibited', value: 0, ...when }
  if (rule.limit.type === 'cap_amount') {
    return { type: 'cap_amount', value: majorText(rule.limit), currency: rule.limit.currency, ...when }
  }
  const { months, wageBasis, perContractMonths, isProRataOnReturn } = rule.limit
  return {
    type: 'cap_months_of_wage',
    value: months,
    wage_basis: wageBasis,
    ...(perContractMonths !== null && { per_contract_months: perContractMonths }),
    ...(isProRataOnReturn && { pro_rata_on_return: true }),
    ...when,
  }
}

function majorText({ amountMinor, currency }: Extract<RuleLimit, { type: 'cap_amount' }>): string {
  const digits = CURRENCIES[currency].minorDigits
  const padded = amountMinor.toString().padStart(digits + 1, '0')
  const fraction = padded.slice(padded.length - digits)
  return digits === 0 || /^0*$/u.test(fraction)
    ? padded.slice(0, padded.length - digits)
    : `${padded.slice(0, -digits)}.${fraction}`
}

function some<T extends string>(codes: '*' | readonly T[]): ('*' | T)[] {
  return codes === '*' ? ['*'] : [...codes]
}

function everyOr<T extends string>(codes: readonly ('*' | T)[]): '*' | T[] {
  const named = codes.filter((code): code is T => code !== '*')
  return named.length < codes.length ? '*' : named
}

function problem(
  file: RuleFile,
  field: string,
  code: RuleProblemCode,
  value: string | number | undefined,
): RuleProblem {
  return { rule: file.id, version: file.version, field, code, value: value === undefined ? '' : String(value) }
}
