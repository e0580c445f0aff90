import { describe, expect, it } from 'vitest'
import { explain } from '@/lib/domain/fees/assessment/explain'
import { weightOf } from '@/lib/domain/fees/rules/fee-rule'
import { assess, assessOne, caseOf, line, money, paid, ruleOf } from './case-of-fees'

const MM = { origin: 'MM' } as const
const MUCH = { amount: paid(3000, 'USD') }

/** The verdict on a payment for training as a Filipino intern: banned "in 2018", no nearer day was found. */
function trained(paidOn: string) {
  return assessOne(line({ categories: ['rc_training_orientation'], paidOn }), { origin: 'PH' })
}

/** The verdict on money for leaving early, Cambodia: banned from September 2017, no nearer day was found. */
function left(paidOn: string) {
  return assessOne(line({ categories: ['il_penalty_early_termination'], paidOn }), { origin: 'KH' })
}

/** The verdict on a placement fee of a skilled worker from the Philippines: banned from 22 March 2019. */
function placed(paidOn: string) {
  return assessOne(line({ paidOn }), { origin: 'PH', scheme: 'ssw' })
}

describe('a rule whose first day is not known exactly', () => {
  it('is likely at most in the year it began, certain after it', () => {
    expect(trained('2017-12-31').line.verdict).toBe('no_rule_known')
    expect(trained('2018-01').line).toMatchObject({ verdict: 'likely_above', isLikelyBan: true })
    expect(trained('2018-12-31').line.verdict).toBe('likely_above')
    expect(trained('2018').line.verdict).toBe('likely_above')
    expect(trained('2019-01-01').line.verdict).toBe('prohibited')
  })

  it('is likely at most in the month it began', () => {
    expect(left('2017-09-30').line).toMatchObject({ verdict: 'likely_above', isLikelyBan: true })
    expect(left('2017-10-01').line.verdict).toBe('prohibited')
  })

  it('is likely at most before it was first seen, where no first day is known at all', () => {
    expect(ruleOf('mm-jp-titp-usd2800').firstSeenOn).toBe('2023-10-26')
    const paidOn = (day: string | null) => assessOne(line({ ...MUCH, paidOn: day }), MM).line.verdict
    expect(['1995-01-01', '2023-10-25', '2023', null].map(paidOn)).toEqual(Array(4).fill('likely_above'))
    expect(['2023-10-26', '2023-11', '2024'].map(paidOn)).toEqual(Array(3).fill('above_cap'))
  })

  it('lowers the weight of a sum that such a payment counts towards, and says why', () => {
    const lines = [line({ amount: paid(2800, 'USD') }), line({ id: 'b', amount: paid(1, 'USD'), paidOn: '2020-01-01' })]
    const both = assess(caseOf(lines, MM))
    expect(both.lines.map(({ verdict }) => verdict)).toEqual(['likely_above', 'likely_above'])
    const [finding] = both.findings.filter(({ lane }) => lane === 'law')
    if (finding === undefined) throw new TypeError('no finding')
    const rule = ruleOf(finding.rule.id)
    expect([weightOf(rule), finding.weight]).toEqual(['certain', 'likely'])
    expect(explain(finding, rule).notes).toEqual(['above_together', 'start_uncertain'])
  })

  it('takes nothing from a ban on a payment after it', () => {
    const lines = ['2018-03', '2020-03'].map((paidOn) => line({ id: paidOn, paidOn }))
    const both = assess(caseOf(lines, { origin: 'PH' }))
    expect(both.lines.map(({ verdict }) => verdict)).toEqual(['likely_above', 'prohibited'])
    expect(both.claims).toMatchObject([{ aboveCapJpy: 200_000n, likelyJpy: 100_000n }])
  })
})

describe('a rule that began inside the month of a payment', () => {
  it('is likely where only the month is known, and the month is not asked for again', () => {
    expect(placed('2019-03').line).toMatchObject({ verdict: 'likely_above', isLikelyBan: true, missing: [] })
    expect(placed('2019-02').line.verdict).toBe('no_rule_known')
    expect(placed('2019-03-22').line.verdict).toBe('prohibited')
    expect(placed('2019-04').line.verdict).toBe('prohibited')
  })

  it('stays a question where only the year is known', () => {
    expect(placed('2019').line).toMatchObject({ verdict: 'missing_facts', missing: ['paid_on'] })
  })
})

describe('a law that was not read in full', () => {
  it('allows a payment likely, not surely', () => {
    const esd = { scheme: 'esd', plannedMonthlyPay: money(180_000, 'JPY') } as const
    const school = line({ categories: ['rc_medical'], paidOn: '2027-05' })
    expect(assessOne(school, esd).line).toMatchObject({ verdict: 'within_cap', isLikelyWithin: true })
    expect(assessOne(line({ amount: paid(1, 'USD') }), MM).line).toMatchObject({
      verdict: 'within_cap',
      isLikelyWithin: false,
    })
  })
})
