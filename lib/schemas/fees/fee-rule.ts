import { z } from 'zod'
import { DESTINATION_CODES, ORIGIN_CODES } from '@/lib/domain/countries'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { categoryWords, CATEGORY_WORDS, expandCategories } from '@/lib/domain/fees/rules/category-words'
import {
  BINDINGS,
  CONFIDENCES,
  DATE_PRECISIONS,
  PROGRAMMES,
  RULE_CONDITIONS,
  RULE_STATUSES,
  WAGE_BASES,
  type Binding,
  type FeeRule,
  type RuleLimit,
} from '@/lib/domain/fees/rules/fee-rule'
import { checkFeeRule, type RuleProblem, type RuleProblemCode } from '@/lib/domain/fees/rules/rule-problems'
import { CURRENCIES, CURRENCY_CODES, minorPerMajor } from '@/lib/domain/money/currencies'
import { decimalFrom } from '@/lib/domain/money/ratio'
import { err, ok, type Result } from '@/lib/domain/result'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { problemsOf } from './rule-issues'

const because = (code: RuleProblemCode) => ({ error: code })
const text = z.string(because('missing')).trim().min(1, because('missing'))
const flag = z.boolean(because('wrong_kind'))
const count = z.int(because('not_a_whole_number')).min(1, because('not_a_whole_number'))
const day = z.iso.date(because('not_a_day'))
const oneOf = <const T extends readonly string[]>(codes: T) => z.enum(codes, because('unknown_code'))
const listOf = <const T extends readonly string[]>(codes: T) => z.array(oneOf(codes), because('wrong_kind'))
const codesOf = <const T extends readonly string[]>(codes: T) => listOf(codes).min(1, because('empty_list'))

// "Every one" is written as a list with a star, as the list of all would grow old.
const EVERY = ['*'] as const
const someOrEvery = <const T extends readonly string[]>(codes: T) =>
  z.array(z.enum([...EVERY, ...codes], because('unknown_code')), because('wrong_kind')).min(1, because('empty_list'))

// Written as a number, or as text where a number could not hold it exactly.
const decimal = z
  .union([z.number(), z.string()], because('not_an_amount'))
  .transform(String)
  .pipe(z.string().regex(/^\d{1,15}(?:\.\d{1,4})?$/u, because('not_an_amount')))

const terms = {
  applies_if_contract_months_gte: count.optional(),
  applies_if_contract_months_lte: count.optional(),
}

const limit = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: z.literal('prohibited'),
      value: z.literal(0, because('ban_with_amount')).optional(),
      ...terms,
    }),
    z.strictObject({
      type: z.literal('cap_amount'),
      value: decimal,
      currency: z.enum(CURRENCY_CODES, because('cap_without_currency')),
      ...terms,
    }),
    z.strictObject({
      type: z.literal('cap_months_of_wage'),
      value: decimal,
      wage_basis: z.enum(WAGE_BASES, because('cap_without_wage')),
      per_contract_months: count.optional(),
      pro_rata_on_return: flag.optional(),
      ...terms,
    }),
  ],
  because('unknown_code'),
)

const ruleFile = z.strictObject(
  {
    id: z.string(because('missing')).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, because('unknown_code')),
    version: count,
    supersedes: count.nullable(),
    jurisdiction: text,
    origins: someOrEvery(ORIGIN_CODES),
    destinations: someOrEvery(DESTINATION_CODES),
    schemes: someOrEvery(SCHEME_CODES),
    programmes: listOf(PROGRAMMES).optional(),
    payees: codesOf(PARTY_ROLES),
    payer: oneOf(PARTY_ROLES).optional(),
    categories: codesOf(CATEGORY_WORDS),
    excluded_categories: listOf(CATEGORY_WORDS).optional(),
    rule: limit,
    conditions: listOf(RULE_CONDITIONS).optional(),
    valid_from: day.nullable(),
    valid_to: day.nullable(),
    valid_from_precision: oneOf(DATE_PRECISIONS).nullable(),
    status: oneOf(RULE_STATUSES),
    binding: oneOf(Object.keys(BINDINGS) as readonly Binding[]),
    verification: z.strictObject({ verified: flag, confidence: oneOf(CONFIDENCES), read_on: day }, because('missing')),
    source: z.strictObject(
      { title: text, article: text.nullable(), url: z.url(because('wrong_kind')).optional() },
      because('missing'),
    ),
    note: text.optional(),
  },
  because('not_a_rule'),
)

type RuleFile = z.output<typeof ruleFile>
type LimitFile = RuleFile['rule']

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
export function feeRuleJson(rule: FeeRule): z.input<typeof ruleFile> {
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

function limitFrom(file: LimitFile): RuleLimit | null {
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

function limitJson(rule: FeeRule): z.input<typeof limit> {
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
