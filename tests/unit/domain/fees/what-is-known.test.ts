import { describe, expect, it } from 'vitest'
import type { FeeCategoryCode } from '@/lib/domain/fees/categories'
import { assess, assessOne, caseOf, findingOf, line, money, paid } from './case-of-fees'

// Worked by hand from domain notes part 6. Basic pay of 165,000 yen a month unless said otherwise.
const WAGE = { contractBasicWage: money(165_000, 'JPY') }

describe('promises and standards', () => {
  it('an initiative binds its members only, and never makes the verdict', () => {
    const feri = line({ paidOn: '2025-06', categories: ['rc_medical'] })
    expect(findingOf(assess(caseOf([feri])), 'feri-jp-mirai-zero-fee')).toBeUndefined()
    const member = assess(caseOf([feri], { programmes: ['feri'] }))
    expect(findingOf(member, 'feri-jp-mirai-zero-fee')).toMatchObject({ lane: 'commitment', outcome: 'prohibited' })
    expect(member.verdict).toBe('no_rule_known')
    const bus = assess(
      caseOf([line({ paidOn: '2025-06', categories: ['rc_travel_domestic'] })], { programmes: ['feri'] }),
    )
    expect(findingOf(bus, 'feri-jp-mirai-zero-fee')).toBeUndefined()
  })

  it('the zero-fee standard stands beside the law, and interest is not its matter', () => {
    const { assessment, line: judged } = assessOne(line({ amount: paid(1000, 'JPY') }), WAGE)
    expect([judged.verdict, judged.zeroFee]).toEqual(['within_cap', 'never'])
    expect(findingOf(assessment, 'intl-ilo-gp7-zero-fee')).toMatchObject({ lane: 'benchmark', outcome: 'prohibited' })
    expect(assessment.claims).toEqual([
      { partyKey: 'sending_organization', aboveCapJpy: 0n, likelyJpy: 0n, aboveZeroFeeJpy: 1000n },
    ])
    const interest = assessOne(line({ payeeRole: 'lender', categories: ['fin_loan_interest'] }))
    expect([interest.line.zeroFee, interest.assessment.claims[0]?.aboveZeroFeeJpy]).toEqual(['not_covered', 0n])
  })
})

describe('what is remembered vaguely', () => {
  const MM = { origin: 'MM' } as const

  it('a range is above when its lower end is, likely above when only its upper end is', () => {
    const range = (from: number, to: number) => assessOne(line({ amount: paid(from, 'USD', to) }), MM)
    expect(range(2000, 2800).line.verdict).toBe('within_cap')
    expect(range(2000, 2801)).toMatchObject({
      line: { verdict: 'likely_above', over: null },
      by: { outcome: 'maybe_above' },
    })
    expect(range(2900, 3500)).toMatchObject({ line: { verdict: 'above_cap' }, by: { over: money(100, 'USD') } })
  })

  it('a forgotten amount is still banned, and leaves a cap open unless the rest is above it already', () => {
    const forgotten = line({ id: 'b', amount: null })
    expect(assessOne({ ...forgotten, categories: ['il_bond'] }).line).toMatchObject({
      verdict: 'prohibited',
      over: null,
    })
    expect(assess(caseOf([line({ amount: paid(2000, 'USD') }), forgotten], MM))).toMatchObject({
      verdict: 'missing_facts',
      missing: ['amount'],
    })
    const above = assess(caseOf([line({ amount: paid(3000, 'USD') }), forgotten], MM))
    expect(above.lines.map(({ verdict }) => verdict)).toEqual(['above_cap', 'above_cap'])
    expect(above.lines[1]?.over).toBeNull()
  })

  it('a lump of things with one rule is judged whole, one with several waits to be split', () => {
    const lump = (...categories: readonly FeeCategoryCode[]) =>
      assessOne(line({ categories, amount: paid(3000, 'USD') }), MM)
    expect(lump('rf_placement_service', 'rc_medical').line.verdict).toBe('above_cap')
    expect(lump('rf_placement_service', 'il_tied_purchase').line).toMatchObject({
      verdict: 'missing_facts',
      missing: ['lump_split'],
    })
  })

  it('a year in which the rule changed is not enough, a month is', () => {
    const esd = { scheme: 'esd', plannedMonthlyPay: money(180_000, 'JPY') } as const
    const school = line({ categories: ['rc_medical'], amount: paid(400_000, 'JPY'), paidOn: '2027' })
    expect(assessOne(school, esd).line).toMatchObject({ verdict: 'missing_facts', missing: ['paid_on'] })
    expect(assessOne({ ...school, paidOn: '2027-05' }, esd).line.verdict).toBe('likely_above')
    // Told before the change: it cannot have been paid after it.
    expect(assessOne(school, { ...esd, knownOn: '2027-03-01' }).line.verdict).toBe('no_rule_known')
  })

  it('an unknown scheme or payee leaves open what it could be, and only that', () => {
    expect(assessOne(line({ payeeRole: null })).line).toMatchObject({ verdict: 'missing_facts' })
    expect(assessOne(line({ payeeRole: null })).line.missing).toContain('payee')
    const unsure = assessOne(line({ categories: ['rc_medical'], paidOn: '2024-02' }), { scheme: 'not_sure' })
    expect(unsure.line.verdict).toBe('no_rule_known')
    const philippine = assessOne(line({ categories: ['rc_medical'] }), { scheme: 'not_sure', origin: 'PH' })
    expect(philippine.line.missing).toEqual(['scheme'])
  })

  it('what may belong to a sum leaves the sum open', () => {
    const both = assess(
      caseOf([line({ amount: paid(2000, 'USD') }), line({ id: 'b', payeeRole: null, amount: paid(1000, 'USD') })], MM),
    )
    expect(both.lines.map(({ verdict }) => verdict)).toEqual(['missing_facts', 'missing_facts'])
    const small = assess(
      caseOf([line({ amount: paid(2000, 'USD') }), line({ id: 'b', payeeRole: null, amount: paid(100, 'USD') })], MM),
    )
    expect(small.lines[0]?.verdict).toBe('within_cap')
    // Whoever took the second: within the sum, or, was it the supervising organisation, not allowed at all.
    expect(small.lines[1]).toMatchObject({ verdict: 'missing_facts', missing: ['payee'] })
  })
})

describe('rates', () => {
  it('an officer’s own rate goes before the official one, and is kept as such', () => {
    // 100,000,000 kyat: at the street rate of 4,500 a dollar 22,222.22 dollars.
    const street = assessOne(line({ amount: paid(10_000_000, 'MMK'), rateOverride: '4500' }), { origin: 'MM' })
    expect(street.by?.sumMin).toEqual(money(2222.22, 'USD'))
    expect(street.line.verdict).toBe('within_cap')
    expect(street.by?.rates).toContainEqual({
      currency: 'MMK',
      period: '2024-03',
      unitsPerUsd: '4500',
      basis: 'officer',
      source: 'officer',
    })
    // The fixed reference rate of the kyat is not what people get: above by it is likely at most.
    expect(assessOne(line({ amount: paid(10_000_000, 'MMK') }), { origin: 'MM' }).line.verdict).toBe('likely_above')
  })

  it('without any rate a cap in another currency stays open', () => {
    const facts = caseOf([line({ amount: paid(10_000, 'MMK') })], { origin: 'MM' })
    expect(assess(facts, undefined, []).lines[0]).toMatchObject({
      verdict: 'missing_facts',
      missing: ['exchange_rate'],
    })
  })
})
