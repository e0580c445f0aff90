import { z } from 'zod'
import { DESTINATION_CODES, ORIGIN_CODES } from '@/lib/domain/countries'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { CATEGORY_WORDS } from '@/lib/domain/fees/rules/category-words'
import {
  BINDINGS,
  CONFIDENCES,
  DATE_PRECISIONS,
  PROGRAMMES,
  RULE_CONDITIONS,
  RULE_STATUSES,
  WAGE_BASES,
  type Binding,
} from '@/lib/domain/fees/rules/fee-rule'
import type { RuleProblemCode } from '@/lib/domain/fees/rules/rule-problems'
import { CURRENCY_CODES } from '@/lib/domain/money/currencies'
import { SCHEME_CODES } from '@/lib/domain/schemes'

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

// It becomes a link on pages: nothing that a browser would run.
const httpsUrl = z.url({ protocol: /^https$/u, ...because('wrong_kind') })

/** The file form of one version of a rule; every refusal is a code of RULE_PROBLEM_CODES. */
export const ruleFile = z.strictObject(
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
    first_seen_on: day.optional(),
    status: oneOf(RULE_STATUSES),
    binding: oneOf(Object.keys(BINDINGS) as readonly Binding[]),
    verification: z.strictObject(
      { verified: flag, confidence: oneOf(CONFIDENCES), read_on: day },
      because('wrong_kind'),
    ),
    source: z.strictObject({ title: text, article: text.nullable(), url: httpsUrl.optional() }, because('wrong_kind')),
    note: text.optional(),
  },
  because('not_a_rule'),
)

/** The file form of one version of a rule, as it is read. */
export type RuleFile = z.output<typeof ruleFile>

/** The same as it is written: optional parts may be left out, decimals are numbers or text. */
export type RuleFileInput = z.input<typeof ruleFile>
