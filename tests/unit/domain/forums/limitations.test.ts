import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysBetween, isDay } from '@/lib/domain/calendar/day'
import type { ForumFacts } from '@/lib/domain/forums/case-claims'
import type { LegalRule } from '@/lib/domain/forums/legal-rule'
import { endOfPeriod, limitationsFor, nextLimitation } from '@/lib/domain/forums/limitations-for'
import { shippedLegalRules } from '@/tests/support/legal-rules'
import { forumFacts } from '@/tests/support/forum-facts'

const TODAY = '2026-11-21'
const rules = shippedLegalRules()

function of(facts: Partial<ForumFacts>, ruleId: string, today = TODAY) {
  return limitationsFor(forumFacts(facts), rules, today).filter(({ rule }) => rule.id === ruleId)
}

describe('the end of a period', () => {
  const cases = [
    ['2024-02-29', { count: 1, unit: 'years' }, '2025-02-28'],
    ['2024-02-29', { count: 4, unit: 'years' }, '2028-02-29'],
    ['2025-08-31', { count: 6, unit: 'months' }, '2026-02-28'],
    ['2025-12-31', { count: 1, unit: 'days' }, '2026-01-01'],
    ['2023-04-01', { count: 3, unit: 'years' }, '2026-04-01'],
  ] as const
  it.each(cases)('%s and %o is %s', (start, period, end) => {
    expect(endOfPeriod(start, period)).toBe(end)
  })

  it('is a day of the calendar after the start, whatever the start and the period', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) }),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom('years' as const, 'months' as const, 'days' as const),
        (at, count, unit) => {
          const start = new Date(at).toISOString().slice(0, 10)
          const end = endOfPeriod(start, { count: unit === 'years' ? (count % 30) + 1 : count, unit })
          expect(isDay(end)).toBe(true)
          expect(daysBetween(start, end)).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('the time left for a claim', () => {
  it('counts pay in Japan three years from each pay day on or after 1 April 2020, two before', () => {
    const wages = { grievances: ['wages_unpaid' as const], roles: ['accepting_company' as const] }
    expect(of({ ...wages, payMonths: ['2024-01'] }, 'jp-wages-3y')[0]).toMatchObject({
      startsOn: '2024-01-01',
      endsOn: '2027-01-01',
      daysLeft: 41,
      isCautious: true,
    })
    expect(of({ ...wages, payMonths: ['2020-03'] }, 'jp-wages-3y')).toEqual([])
    expect(of({ ...wages, payMonths: ['2020-03'] }, 'jp-wages-2y')[0]?.endsOn).toBe('2022-03-01')
    expect(of({ ...wages, payMonths: ['2020-04'] }, 'jp-wages-2y')).toEqual([])
  })

  it('takes the earliest day a vague date can mean, and says so', () => {
    const line = {
      id: 'a',
      category: 'rf_placement_service' as const,
      lumpCategories: [],
      payeeRole: 'broker' as const,
    }
    const [found] = of({ lines: [{ ...line, paidOn: '2022' }], roles: ['broker'] }, 'jp-debt-5y')
    expect(found).toMatchObject({ startsOn: '2022-01-01', endsOn: '2027-01-01', isCautious: true, lineIds: ['a'] })
  })

  it('is told against the employer although nobody named one', () => {
    const facts = { grievances: ['wages_unpaid' as const], roles: ['broker' as const], payMonths: ['2026-01'] }
    expect(of(facts, 'jp-wages-3y')).toHaveLength(1)
  })

  it('is zero on the last day and below zero the day after', () => {
    const facts = {
      grievances: ['wages_unpaid' as const],
      roles: ['accepting_company' as const],
      payMonths: ['2024-01'],
    }
    expect(of(facts, 'jp-wages-3y', '2027-01-01')[0]?.daysLeft).toBe(0)
    expect(of(facts, 'jp-wages-3y', '2027-01-02')[0]?.daysLeft).toBe(-1)
  })

  it('says what to ask where the start is not known, instead of leaving the claim out', () => {
    const [found] = of({ origin: 'NP', grievances: ['fees_debt'], roles: ['sending_organization'] }, 'np-complaint-1y')
    expect(found).toMatchObject({ startsOn: null, endsOn: null, daysLeft: null })
  })

  it('is not told for another country, another scheme, or somebody who was not paid', () => {
    expect(of({ origin: 'VN', grievances: ['fees_debt'] }, 'np-complaint-1y')).toEqual([])
    const toSender = { id: 'a', category: 'rf_placement_service' as const, lumpCategories: [], paidOn: '2025-01-01' }
    expect(of({ lines: [{ ...toSender, payeeRole: 'sending_organization' }] }, 'jp-debt-5y')).toEqual([])
    expect(of({ lines: [{ ...toSender, payeeRole: 'broker' }] }, 'jp-debt-5y')).toHaveLength(1)
    expect(of({ lines: [{ ...toSender, payeeRole: null }] }, 'jp-debt-5y')).toHaveLength(1)
  })

  it('puts the next to run out first, then what may be over, then what is unknown', () => {
    const all = limitationsFor(
      forumFacts({
        origin: 'VN',
        grievances: ['fees_debt', 'wages_unpaid'],
        roles: ['sending_organization', 'accepting_company', 'broker'],
        lines: [
          {
            id: 'old',
            category: 'rf_placement_service',
            lumpCategories: [],
            payeeRole: 'sending_organization',
            paidOn: '2016-05-02',
          },
          {
            id: 'new',
            category: 'rf_placement_service',
            lumpCategories: [],
            payeeRole: 'sending_organization',
            paidOn: '2026-05-02',
          },
        ],
      }),
      rules,
      TODAY,
    )
    const ranks = all.map(({ daysLeft }) => (daysLeft === null ? 2 : daysLeft < 0 ? 1 : 0))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(new Set(ranks).size).toBe(3)
    expect(nextLimitation(all)).toBe(all[0])
  })

  it('never ends before it begins, for any date of any rule', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.integer({ min: 2015, max: 2027 }), (rule: LegalRule, year) => {
        const found = limitationsFor(
          forumFacts({
            origin: rule.origins === '*' ? 'VN' : (rule.origins[0] ?? 'VN'),
            grievances: ['fees_debt', 'wages_unpaid', 'osh_injury', 'violence', 'social_insurance_tax'],
            workStartedOn: String(year),
            departureOn: `${String(year)}-06`,
          }),
          [rule],
          TODAY,
        )
        for (const { startsOn, endsOn } of found) {
          expect(endsOn === null).toBe(startsOn === null)
          expect((startsOn ?? '') <= (endsOn ?? '')).toBe(true)
        }
      }),
    )
  })
})
