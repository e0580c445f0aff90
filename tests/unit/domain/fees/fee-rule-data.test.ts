import { describe, expect, it } from 'vitest'
import { isDay } from '@/lib/domain/calendar/day'
import { isOriginCode } from '@/lib/domain/countries'
import { isFeeCategoryCode } from '@/lib/domain/fees/categories'
import { isPartyRole } from '@/lib/domain/fees/payees'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import { isSchemeCode } from '@/lib/domain/schemes'
import rules from '@/prisma/seed/fee-rules.json'

const GROUP_WORDS = ['recruitment_fee', 'related_cost', 'illegitimate_cost']
const unknown = (codes: readonly string[], isKnown: (code: string) => boolean) =>
  codes.filter((code) => code !== '*' && !GROUP_WORDS.includes(code) && !isKnown(code))

describe('the fee rules that come with the product', () => {
  it('have names of their own', () => {
    expect(new Set(rules.map(({ id, version }) => `${id}@${String(version)}`)).size).toBe(rules.length)
    expect(rules.length).toBeGreaterThanOrEqual(36)
  })

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s uses known codes, dates and a source', (_id, rule) => {
    expect(unknown(rule.origins, isOriginCode)).toEqual([])
    expect(unknown(rule.schemes, isSchemeCode)).toEqual([])
    expect(unknown(rule.payees, isPartyRole)).toEqual([])
    expect(unknown([...rule.categories, ...(rule.excluded_categories ?? [])], isFeeCategoryCode)).toEqual([])
    expect(['JP', '*']).toContain(rule.destination)
    expect([rule.valid_from, rule.valid_to].filter((day) => day !== null && !isDay(day))).toEqual([])
    expect(rule.valid_from === null || rule.valid_to === null || rule.valid_from <= rule.valid_to).toBe(true)
    expect(['active', 'pending', 'legacy']).toContain(rule.status)
    expect(['high', 'medium', 'low']).toContain(rule.verification.confidence)
    expect(rule.source.title.trim()).not.toBe('')
  })

  it('name a currency with every amount and a wage with every cap in months', () => {
    for (const { id, rule } of rules) {
      if (rule.type === 'cap_amount') expect(isCurrencyCode(rule.currency ?? ''), id).toBe(true)
      if (rule.type === 'cap_months_of_wage') expect(rule.wage_basis, id).toBeTruthy()
      expect(['prohibited', 'cap_amount', 'cap_months_of_wage'], id).toContain(rule.type)
    }
  })
})
