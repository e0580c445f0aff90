import { describe, expect, it } from 'vitest'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { FEE_CATEGORIES, FEE_CATEGORY_CODES } from '@/lib/domain/fees/categories'
import { expandCategories } from '@/lib/domain/fees/rules/category-words'
import { checkFeeRules } from '@/lib/domain/fees/rules/rule-problems'
import en from '@/lib/i18n/messages/en/codes.json'
import vi from '@/lib/i18n/messages/vi/codes.json'
import { readFeeRule } from '@/lib/schemas/fees/fee-rule'
import { assess, assessOne, caseOf, findingOf, line, paid, RULES } from './case-of-fees'

// What it takes to add a rule, a category or a country: a row in a data file, and its words. No line of the engine.

describe('a rule', () => {
  // As it would stand in prisma/seed/fee-rules.json; every-rule.test.ts makes its table from that file.
  const raw = {
    id: 'bd-jp-titp-example',
    version: 1,
    supersedes: null,
    jurisdiction: 'BD',
    origins: ['BD'],
    destinations: ['JP'],
    schemes: ['titp'],
    payees: ['sending_organization'],
    categories: ['recruitment_fee', 'rc_medical'],
    rule: { type: 'cap_amount', value: 1000, currency: 'USD' },
    valid_from: '2024-01-01',
    valid_to: null,
    valid_from_precision: 'day',
    status: 'active',
    binding: 'regulation',
    verification: { verified: true, confidence: 'high', read_on: '2026-11-20' },
    source: { title: 'A rule made up for this test', article: null },
  }

  it('judges as soon as it is in the list', () => {
    const bd = { origin: 'BD' } as const
    const payment = line({ amount: paid(1001, 'USD') })
    expect(assessOne(payment, bd).line.verdict).toBe('no_rule_known')
    const read = readFeeRule(raw)
    if (!read.ok) throw new TypeError(JSON.stringify(read.error))
    const rules = [...RULES, read.value]
    expect(checkFeeRules(rules)).toEqual([])
    expect(assessOne(payment, bd, rules)).toMatchObject({
      line: { verdict: 'above_cap' },
      by: { rule: { id: raw.id } },
    })
  })
})

describe.each([
  ['en', en],
  ['vi', vi],
] as const)('a category and a country, in %s', (_locale, words) => {
  const has = (key: string) => Object.hasOwn(words, key)

  it('have their words', () => {
    expect(
      FEE_CATEGORY_CODES.filter(
        (code) => !has(`codes.fee_category.${code}`) || !has(`codes.fee_category_help.${code}`),
      ),
    ).toEqual([])
    expect(ORIGIN_CODES.filter((code) => !has(`codes.origin.${code}`))).toEqual([])
    expect(has('codes.fee_category.rc_not_there_yet')).toBe(false)
  })
})

describe('a category', () => {
  it('is under every rule that names its group from the day it is in the catalogue', () => {
    const groups = { rf: 'recruitment_fee', rc: 'related_cost', il: 'illegitimate_cost' } as const
    for (const { code, group } of FEE_CATEGORIES) {
      if (group === 'fin') continue
      expect(expandCategories([groups[group]])).toContain(code)
      const { findings } = assess(caseOf([line({ categories: [code] })]))
      expect(
        findings.some(({ lane, outcome }) => lane === 'benchmark' && outcome === 'prohibited'),
        code,
      ).toBe(true)
    }
  })
})

describe('a country', () => {
  it('has the rules of Japan and the zero-fee standard, with or without rules of its own', () => {
    for (const origin of ORIGIN_CODES) {
      const payment = line({ payeeRole: 'supervising_organization', categories: ['rc_training_orientation'] })
      const { assessment, line: judged } = assessOne(payment, { origin })
      expect(judged.verdict, origin).toBe('prohibited')
      expect(findingOf(assessment, 'intl-ilo-gp7-zero-fee')?.outcome, origin).toBe('prohibited')
    }
  })
})
