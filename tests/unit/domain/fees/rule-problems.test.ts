import { describe, expect, it } from 'vitest'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { liveRules } from '@/lib/domain/fees/rules/live-rules'
import { checkFeeRules, RULE_PROBLEM_CODES } from '@/lib/domain/fees/rules/rule-problems'
import en from '@/lib/i18n/messages/en/settings.json'
import vi from '@/lib/i18n/messages/vi/settings.json'
import { readFeeRule } from '@/lib/schemas/fees/fee-rule'
import rulesFile from '@/prisma/seed/fee-rules.json'
import { ruleOf } from './case-of-fees'

const MYANMAR = rulesFile.find(({ id }) => id === 'mm-jp-titp-usd2800') ?? {}
const CAP = ruleOf('mm-jp-titp-usd2800')

/** Why a rule with one change is refused, as `field code value`. */
function refused(change: Readonly<Record<string, unknown>>, without: readonly string[] = []) {
  const raw = Object.fromEntries(Object.entries({ ...MYANMAR, ...change }).filter(([key]) => !without.includes(key)))
  const read = readFeeRule(raw)
  return read.ok
    ? []
    : read.error.map(({ rule, version, field, code, value }) => [rule, version, field, code, value].join(' ').trim())
}

describe('a rule that cannot be used is refused with the rule, the field and the reason', () => {
  const ID = 'mm-jp-titp-usd2800 1'
  it.each([
    [
      'a cap without a currency',
      { rule: { type: 'cap_amount', value: 2800 } },
      [`${ID} rule.currency cap_without_currency`],
    ],
    [
      'a currency nobody knows',
      { rule: { type: 'cap_amount', value: 2800, currency: 'QQQ' } },
      [`${ID} rule.currency cap_without_currency QQQ`],
    ],
    ['a cap without an amount', { rule: { type: 'cap_amount', currency: 'USD' } }, [`${ID} rule.value missing`]],
    [
      'a cap below zero',
      { rule: { type: 'cap_amount', value: -1, currency: 'USD' } },
      [`${ID} rule.value not_an_amount -1`],
    ],
    [
      'an amount finer than its currency',
      { rule: { type: 'cap_amount', value: 0.5, currency: 'JPY' } },
      [`${ID} rule.value not_an_amount 0.5`],
    ],
    [
      'months of no wage',
      { rule: { type: 'cap_months_of_wage', value: 1 } },
      [`${ID} rule.wage_basis cap_without_wage`],
    ],
    ['a ban with an amount', { rule: { type: 'prohibited', value: 5 } }, [`${ID} rule.value ban_with_amount 5`]],
    ['a limit of no kind', { rule: { type: 'fair' } }, [`${ID} rule.type unknown_code {"type":"fair"}`]],
    ['an unknown category', { categories: ['rf_placement_service', 'tips'] }, [`${ID} categories unknown_code tips`]],
    ['an unknown payee', { payees: ['agent'] }, [`${ID} payees unknown_code agent`]],
    ['an unknown country', { origins: ['XX'] }, [`${ID} origins unknown_code XX`]],
    ['an unknown scheme', { schemes: ['trainee'] }, [`${ID} schemes unknown_code trainee`]],
    ['an unknown condition', { conditions: ['rain'] }, [`${ID} conditions unknown_code rain`]],
    ['an unknown binding', { binding: 'custom' }, [`${ID} binding unknown_code custom`]],
    ['no payee', { payees: [] }, [`${ID} payees empty_list []`]],
    [
      'nothing left of the categories',
      { categories: ['rc_medical'], excluded_categories: ['related_cost'] },
      [`${ID} categories empty_list`],
    ],
    ['a day that is none', { valid_from: '2024-02-30' }, [`${ID} valid_from not_a_day 2024-02-30`]],
    [
      'an end before the start',
      { valid_from: '2024-02-02', valid_to: '2024-02-01' },
      [`${ID} valid_to from_after_to 2024-02-01`],
    ],
    ['a field nobody reads', { fee: 1 }, [`${ID} fee unknown_field fee`]],
    ['half a version', { version: 1.5 }, ['mm-jp-titp-usd2800 1.5 version not_a_whole_number 1.5']],
    ['a promise of nobody', { binding: 'voluntary' }, [`${ID} programmes commitment_without_programme`]],
    [
      'crossed contract lengths',
      { rule: { type: 'prohibited', applies_if_contract_months_gte: 36, applies_if_contract_months_lte: 12 } },
      [`${ID} rule.applies_if_contract_months_lte months_crossed 12`],
    ],
  ])('%s', (_name, change, expected) => {
    expect(refused(change)).toEqual(expected)
  })

  it('no source, no verification, no name, nothing at all', () => {
    expect(refused({}, ['source'])).toEqual([`${ID} source missing`])
    expect(refused({}, ['verification'])).toEqual([`${ID} verification missing`])
    expect(refused({}, ['id'])).toEqual(['? 1 id missing'])
    expect(readFeeRule('a rule')).toMatchObject({ ok: false, error: [{ rule: '?', code: 'not_a_rule' }] })
    expect(refused({ source: 'press', verification: 'yes' })).toEqual([
      `${ID} verification wrong_kind yes`,
      `${ID} source wrong_kind press`,
    ])
  })
})

describe('versions together', () => {
  const version = (number: number, facts: Partial<FeeRule> = {}): FeeRule => ({ ...CAP, version: number, ...facts })
  const problems = (...versions: readonly FeeRule[]) =>
    checkFeeRules(versions).map(({ version: of, code, value }) => [of, code, value])

  it('refuse two that apply on one day, and none that follow each other', () => {
    expect(problems(version(1), version(2))).toEqual([[2, 'overlap', 'mm-jp-titp-usd2800@1']])
    const [old, fresh] = [version(2, { effectiveTo: '2026-12-31' }), version(3, { effectiveFrom: '2027-01-01' })]
    expect(problems(old, fresh)).toEqual([])
    expect(problems(version(2, { effectiveTo: '2027-01-01' }), fresh)).toEqual([[3, 'overlap', 'mm-jp-titp-usd2800@2']])
  })

  it('let a correction and an amendment replace the old text', () => {
    expect(problems(version(1), version(2, { supersedes: 1 }))).toEqual([])
    const amended = [
      version(1),
      version(2, { supersedes: 1, effectiveTo: '2026-12-31' }),
      version(3, { effectiveFrom: '2027-01-01' }),
    ]
    expect(problems(...amended)).toEqual([])
    expect(liveRules(amended).map(({ version: of }) => of)).toEqual([2, 3])
  })

  it('refuse doubles and chains to nowhere', () => {
    expect(problems(version(1), version(1))).toEqual([[1, 'duplicate', 'mm-jp-titp-usd2800@1']])
    expect(problems(version(3, { supersedes: 2 }))).toEqual([[3, 'supersedes_missing', '2']])
    expect(problems(version(1, { supersedes: 1 }))).toEqual([[1, 'supersedes_later', '1']])
  })

  it('a version is replaced once', () => {
    const fork = [version(1), version(2, { supersedes: 1, effectiveTo: '2025-12-31' })] as const
    const other = version(3, { supersedes: 1, effectiveFrom: '2026-01-01' })
    expect(problems(...fork, other)).toEqual([[3, 'supersedes_twice', '1']])
  })
})

describe.each([
  ['en', en],
  ['vi', vi],
] as const)('the words in %s', (_locale, words) => {
  it('say every reason', () => {
    expect(RULE_PROBLEM_CODES.filter((code) => !Object.hasOwn(words, `settings.rule_problem_${code}`))).toEqual([])
  })
})
