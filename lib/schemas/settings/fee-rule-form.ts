import { z } from 'zod'
import { isDay } from '@/lib/domain/calendar/day'
import { DESTINATION_CODES, ORIGIN_CODES, type OriginCode } from '@/lib/domain/countries'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { CATEGORY_WORDS, expandCategories } from '@/lib/domain/fees/rules/category-words'
import {
  BINDINGS,
  CONFIDENCES,
  DATE_PRECISIONS,
  PROGRAMMES,
  RULE_CONDITIONS,
  RULE_STATUSES,
  WAGE_BASES,
  type Binding,
  type RuleLimit,
} from '@/lib/domain/fees/rules/fee-rule'
import type { RuleText } from '@/lib/domain/fees/rules/rule-change'
import { CURRENCY_CODES, minorPerMajor } from '@/lib/domain/money/currencies'
import { SCHEME_CODES, type SchemeCode } from '@/lib/domain/schemes'

/** Who a rule is from: a country, or what has none. */
export const JURISDICTIONS: readonly string[] = [
  ...ORIGIN_CODES.filter((code) => code !== 'OTHER'),
  ...DESTINATION_CODES,
  'INTL',
  'VOLUNTARY',
]
export const LIMIT_TYPES = ['prohibited', 'cap_amount', 'cap_months_of_wage'] as const
/** Nobody writes a rule for placements whose scheme is not known. */
export const RULED_SCHEMES: readonly SchemeCode[] = SCHEME_CODES.filter((code) => code !== 'not_sure')
/** Fields of the form that repeat. */
export const FEE_RULE_LISTS = ['origins', 'schemes', 'programmes', 'payees', 'categories', 'conditions'] as const
/** Ticked in place of every single country or scheme. */
export const EVERY = '*'

/** Digits with or without the usual separators of thousands: 3600, 350,000, 350.000, 350 000. */
const WHOLE_AMOUNT = /^(?:\d{1,15}|\d{1,3}(?:[., \u00a0]\d{3}){1,4})$/u
const WAGE_MONTHS = /^(?:[1-9]\d?(?:\.\d{1,2})?|0\.\d{1,2})$/u

const oneOf = <const C extends readonly string[]>(codes: C) => z.enum(codes, { error: 'errors.choose_known' })
const someOf = <const C extends readonly string[]>(codes: C) => z.array(oneOf(codes)).default([])
const atLeastOneOf = <const C extends readonly string[]>(codes: C) =>
  z.array(oneOf(codes), { error: 'errors.choose_some' }).min(1, { error: 'errors.choose_some' })
const oneOfOrNone = <const C extends readonly string[]>(codes: C) =>
  z
    .union([z.literal(''), z.enum(codes)], { error: 'errors.choose_known' })
    .default('')
    .transform((text) => (text === '' ? null : text))
const text = (maximum: number) => z.string().trim().max(maximum, { error: 'errors.rule_too_long' })
const textOrNone = (maximum: number) =>
  text(maximum)
    .default('')
    .transform((typed) => (typed === '' ? null : typed))
const needed = (maximum: number, error: 'errors.rule_source' | 'errors.rule_reason') =>
  z.string({ error }).trim().min(1, { error }).max(maximum, { error: 'errors.rule_too_long' })
const dayOrNone = text(20)
  .default('')
  .refine((typed) => typed === '' || isDay(typed), { error: 'errors.rule_day' })
  .transform((typed) => (typed === '' ? null : typed))
const monthsOrNone = text(20)
  .default('')
  .refine((typed) => typed === '' || /^[1-9]\d{0,2}$/u.test(typed), { error: 'errors.rule_whole_months' })
  .transform((typed) => (typed === '' ? null : Number(typed)))
const ticked = z
  .literal('yes')
  .optional()
  .transform((typed) => typed === 'yes')

const answersSchema = z.object({
  id: z
    .string({ error: 'errors.rule_id' })
    .trim()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, { error: 'errors.rule_id' })
    .max(60, { error: 'errors.rule_too_long' }),
  jurisdiction: oneOf(JURISDICTIONS),
  origins: atLeastOneOf([EVERY, ...ORIGIN_CODES]),
  destination: oneOf([EVERY, ...DESTINATION_CODES]),
  schemes: atLeastOneOf([EVERY, ...RULED_SCHEMES]),
  programmes: someOf(PROGRAMMES),
  payees: atLeastOneOf(PARTY_ROLES),
  payer: oneOfOrNone(PARTY_ROLES),
  categories: atLeastOneOf(CATEGORY_WORDS),
  contractMonthsAtLeast: monthsOrNone,
  contractMonthsAtMost: monthsOrNone,
  conditions: someOf(RULE_CONDITIONS),
  effectiveFrom: dayOrNone,
  effectiveFromPrecision: oneOfOrNone(DATE_PRECISIONS),
  firstSeenOn: dayOrNone,
  effectiveTo: dayOrNone,
  status: oneOf(RULE_STATUSES),
  binding: oneOf(Object.keys(BINDINGS) as Binding[]),
  isVerified: ticked,
  confidence: oneOf(CONFIDENCES),
  readOn: z.string({ error: 'errors.rule_day' }).trim().refine(isDay, { error: 'errors.rule_day' }),
  sourceTitle: needed(300, 'errors.rule_source'),
  sourceArticle: textOrNone(300),
  sourceUrl: textOrNone(500).refine((url) => url === null || /^https:\/\/[^\s]+$/u.test(url), {
    error: 'errors.rule_url',
  }),
  note: textOrNone(2_000),
  reason: needed(1_000, 'errors.rule_reason'),
})

const limitAnswersSchema = z.object({
  limitType: oneOf(LIMIT_TYPES),
  amount: text(30).default(''),
  currency: oneOfOrNone(CURRENCY_CODES),
  months: text(10).default(''),
  wageBasis: oneOfOrNone(WAGE_BASES),
  perContractMonths: monthsOrNone,
  isProRataOnReturn: ticked,
})

type Answers = z.output<typeof answersSchema>
type LimitAnswers = z.output<typeof limitAnswersSchema>
type Complain = (field: keyof LimitAnswers, message: string) => void

const limitSchema = limitAnswersSchema.transform((answers, context) => {
  const limit = limitOf(answers, (field, message) => context.addIssue({ code: 'custom', path: [field], message }))
  return limit === null ? z.NEVER : { limit }
})

/**
 * The form of a rule. What comes out is what the rule says and why it is made. Both halves are checked whatever the other says,
 * so that every error stands at its field at once.
 */
export const feeRuleFormSchema = z
  .intersection(answersSchema, limitSchema)
  .transform(({ limit, ...answers }) => ({ text: ruleTextOf(answers, limit), reason: answers.reason }))

function limitOf(answers: LimitAnswers, complain: Complain): RuleLimit | null {
  if (answers.limitType === 'prohibited') return { type: 'prohibited' }
  return answers.limitType === 'cap_amount' ? amountLimitOf(answers, complain) : wageLimitOf(answers, complain)
}

function amountLimitOf({ amount, currency }: LimitAnswers, complain: Complain): RuleLimit | null {
  const isAmount = WHOLE_AMOUNT.test(amount)
  if (!isAmount) complain('amount', 'errors.rule_amount')
  if (currency === null) complain('currency', 'errors.currency_required')
  if (!isAmount || currency === null) return null
  return {
    type: 'cap_amount',
    amountMinor: BigInt(amount.replaceAll(/\D/gu, '')) * minorPerMajor(currency),
    currency,
  }
}

function wageLimitOf(answers: LimitAnswers, complain: Complain): RuleLimit | null {
  const { months, wageBasis, perContractMonths, isProRataOnReturn } = answers
  const areMonths = WAGE_MONTHS.test(months)
  if (!areMonths) complain('months', 'errors.rule_wage_months')
  if (wageBasis === null) complain('wageBasis', 'errors.choose_one')
  if (!areMonths || wageBasis === null) return null
  return { type: 'cap_months_of_wage', months, wageBasis, perContractMonths, isProRataOnReturn }
}

function ruleTextOf(answers: Answers, limit: RuleLimit): RuleText {
  const { origins, destination, schemes, isVerified, confidence, readOn } = answers
  return {
    id: answers.id,
    jurisdiction: answers.jurisdiction,
    origins: origins.includes(EVERY) ? EVERY : origins.filter((origin): origin is OriginCode => origin !== EVERY),
    destinations: destination === EVERY ? EVERY : [destination],
    schemes: schemes.includes(EVERY) ? EVERY : schemes.filter((scheme): scheme is SchemeCode => scheme !== EVERY),
    programmes: answers.programmes,
    payees: answers.payees,
    payer: answers.payer,
    categories: expandCategories(answers.categories),
    limit,
    contractMonthsAtLeast: answers.contractMonthsAtLeast,
    contractMonthsAtMost: answers.contractMonthsAtMost,
    conditions: answers.conditions,
    effectiveFrom: answers.effectiveFrom,
    effectiveTo: answers.effectiveTo,
    effectiveFromPrecision: answers.effectiveFromPrecision,
    firstSeenOn: answers.firstSeenOn,
    status: answers.status,
    binding: answers.binding,
    verification: { isVerified, confidence, readOn },
    source: { title: answers.sourceTitle, article: answers.sourceArticle, url: answers.sourceUrl },
    note: answers.note,
  }
}

/** Which version of a rule is changed, how, and what was the latest when the form was opened. */
export const ruleVersionFormSchema = z.object({
  kind: oneOf(['correction', 'amendment']),
  base: z.coerce.number().int().min(1),
})

/** The latest version of the rule when the form was opened; 0 where there was none. */
export const latestVersionSchema = z.object({ latest: z.coerce.number().int().min(0) })

/** The list of rules as its address asks for it. */
export const ruleListSchema = z.object({
  jurisdiction: z.string().max(20).optional().catch(undefined),
  status: z.enum(RULE_STATUSES).optional().catch(undefined),
  saved: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/u)
    .optional()
    .catch(undefined),
})
