import { describe, expect, it } from 'vitest'
import { EXPLANATION_KEYS, explain, type Explanation } from '@/lib/domain/fees/assessment/explain'
import en from '@/lib/i18n/messages/en/fees.json'
import vi from '@/lib/i18n/messages/vi/fees.json'
import { assess, assessOne, caseOf, findingOf, line, money, paid, ruleOf } from './case-of-fees'

const WAGE = { contractBasicWage: money(165_000, 'JPY') }
const MM = { origin: 'MM' } as const

/** How the verdict of one payment is explained. */
function said(...[one, facts]: Parameters<typeof assessOne>): Explanation {
  const { by } = assessOne(one, facts)
  if (by === undefined) throw new TypeError('no finding decided')
  return explain(by, ruleOf(by.rule.id))
}

describe('a finding explains itself', () => {
  it('by the wage, the contract and what is above', () => {
    expect(said(line({ amount: paid(600_000, 'JPY') }), WAGE)).toEqual({
      key: 'cap_months_per',
      notes: ['above'],
      params: {
        cap: money(495_000, 'JPY'),
        sum: money(600_000, 'JPY'),
        over: money(105_000, 'JPY'),
        wage: money(165_000, 'JPY'),
        months: '1',
        basis: 'contract_basic_wage',
        contractMonths: 36,
        perMonths: 12,
        count: 1,
      },
    })
  })

  it('by the months worked where a worker came home early', () => {
    const early = { ...WAGE, monthsWorked: 14, conditions: { returned_early_without_fault: true } }
    const finding = findingOf(assess(caseOf([line()], early)), 'vn-law69-service-fee-max-36m')
    expect(finding && explain(finding, ruleOf(finding.rule.id))).toMatchObject({
      key: 'cap_months',
      notes: ['returned_early', 'within', 'likely'],
      params: { contractMonths: 14 },
    })
  })

  it.each<[string, Explanation, string, readonly string[]]>([
    ['a ban', said(line({ categories: ['il_bond'] })), 'ban', []],
    ['a ban that was not read in full', said(line({ categories: ['il_deposit_security'] })), 'ban', ['likely']],
    ['an amount within', said(line({ amount: paid(100, 'USD') }), MM), 'cap_amount', ['within']],
    ['an amount that may be above', said(line({ amount: paid(100, 'USD', 9000) }), MM), 'cap_amount', ['maybe_above']],
    [
      'a ban on what may be nothing',
      said(line({ categories: ['il_bond'], amount: paid(0, 'JPY', 9) })),
      'ban',
      ['maybe_paid'],
    ],
    ['a forgotten amount', said(line({ amount: null }), MM), 'cap_amount', ['missing']],
    ['a wage nobody knows', said(line()), 'cap_months_per_open', ['missing']],
  ])('%s', (_name, { key, notes }, expectedKey, expectedNotes) => {
    expect([key, notes]).toEqual([expectedKey, expectedNotes])
  })

  it('as a sum of several payments', () => {
    const two = assess(caseOf([line({ amount: paid(2000, 'USD') }), line({ id: 'b', amount: paid(1000, 'USD') })], MM))
    const finding = findingOf(two, 'mm-jp-titp-usd2800')
    expect(finding && explain(finding, ruleOf(finding.rule.id))).toMatchObject({
      notes: ['above_together'],
      params: { count: 2, sum: money(3000, 'USD'), over: money(200, 'USD') },
    })
  })

  it('by its lane, and as only told where it does not judge', () => {
    const facts = caseOf([line({ payeeRole: 'broker', categories: ['rf_broker_introduction'], paidOn: '2025-06' })], {
      programmes: ['feri'],
    })
    const of = (id: string) => {
      const finding = findingOf(assess(facts), id)
      return finding && explain(finding, ruleOf(id))
    }
    expect(of('intl-ilo-gp7-zero-fee')).toMatchObject({ key: 'ban_benchmark', notes: [] })
    expect(of('feri-jp-mirai-zero-fee')).toMatchObject({ key: 'ban_commitment', notes: [] })
    expect(of('vn-circ02-2024-intermediary-japan-zero')).toMatchObject({ key: 'cap_amount', notes: ['other_payer'] })
  })
})

describe.each([
  ['en', en],
  ['vi', vi],
] as const)('the words of explanations in %s', (_locale, words) => {
  const sentences = Object.entries(words).filter(([key]) => key.startsWith('fees.explain.'))

  it('are there for every key, and for nothing else', () => {
    expect(sentences.map(([key]) => key).toSorted()).toEqual(
      EXPLANATION_KEYS.map((key) => `fees.explain.${key}`).toSorted(),
    )
  })

  it('accuse nobody', () => {
    expect(sentences.filter(([, text]) => /illegal|crime|guilty|cheat|fraud|phạm pháp|lừa|tội/iu.test(text))).toEqual(
      [],
    )
  })
})
