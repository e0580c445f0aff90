import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ruleFormValues } from '@/components/settings/rule-form-values'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { addedVersions } from '@/lib/domain/fees/rules/rule-change'
import { readFeeRule } from '@/lib/schemas/fees/fee-rule'
import { feeRuleFormSchema } from '@/lib/schemas/settings/fee-rule-form'

const RULES = (JSON.parse(readFileSync('prisma/seed/fee-rules.json', 'utf8')) as unknown[]).map((raw): FeeRule => {
  const read = readFeeRule(raw)
  if (!read.ok) throw new Error('our own rules can be read')
  return read.value
})
const ruleNamed = (id: string): FeeRule => {
  const found = RULES.find((rule) => rule.id === id)
  if (!found) throw new Error(`no rule ${id}`)
  return found
}
const VALUES = { ...ruleFormValues(ruleNamed('mm-jp-titp-usd2800')), reason: 'x' }

/** Fields with something to check. */
function fieldsOf(change: Record<string, unknown>): string[] {
  const parsed = feeRuleFormSchema.safeParse({
    ...VALUES,
    isVerified: undefined,
    isProRataOnReturn: undefined,
    ...change,
  })
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]))
}

test.each(RULES)('$id goes through its form and comes out the same', (rule) => {
  const { isVerified, isProRataOnReturn, ...values } = ruleFormValues(rule)
  const form = {
    ...values,
    ...(isVerified === 'yes' && { isVerified }),
    ...(isProRataOnReturn === 'yes' && { isProRataOnReturn }),
    reason: 'read again',
  }
  const { version: _version, supersedes: _supersedes, ...text } = rule
  const parsed = feeRuleFormSchema.parse(form)
  expect(parsed).toEqual({ text: { ...text, categories: expect.any(Array) }, reason: 'read again' })
  expect([...parsed.text.categories].sort()).toEqual([...rule.categories].sort())
})

describe('what is refused stands at its field', () => {
  test.each([
    [{ amount: '' }, 'amount'],
    [{ amount: '35.00' }, 'amount'],
    [{ amount: '-5' }, 'amount'],
    [{ currency: '' }, 'currency'],
    [{ limitType: 'cap_months_of_wage', months: '0', wageBasis: 'contract_basic_wage' }, 'months'],
    [{ limitType: 'cap_months_of_wage', months: '1', wageBasis: '' }, 'wageBasis'],
    [{ limitType: 'anything' }, 'limitType'],
    [{ payees: [] }, 'payees'],
    [{ payees: ['nobody'] }, 'payees'],
    [{ origins: [] }, 'origins'],
    [{ effectiveFrom: '2025-02-30' }, 'effectiveFrom'],
    [{ effectiveTo: 'soon' }, 'effectiveTo'],
    [{ contractMonthsAtLeast: '0' }, 'contractMonthsAtLeast'],
    [{ readOn: '' }, 'readOn'],
    [{ sourceTitle: ' ' }, 'sourceTitle'],
    [{ sourceUrl: 'javascript:alert(1)' }, 'sourceUrl'],
    [{ sourceUrl: 'http://example.org' }, 'sourceUrl'],
    [{ reason: '' }, 'reason'],
    [{ id: 'Not A Name' }, 'id'],
  ])('%o', (change, field) => {
    expect(fieldsOf(change)).toEqual([field])
  })

  test('errors of the limit and of everything else come together', () => {
    expect(fieldsOf({ amount: 'a lot', reason: '', effectiveFrom: 'x' }).sort()).toEqual([
      'amount',
      'effectiveFrom',
      'reason',
    ])
  })

  test.each(['3600', '3,600', '3.600', '3 600', '1,250,000'])('%s is an amount of whole units', (amount) => {
    expect(fieldsOf({ amount })).toEqual([])
  })
})

describe('an amendment', () => {
  const base: FeeRule = {
    ...ruleNamed('mm-jp-titp-usd2800'),
    version: 3,
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
  }
  const { version: _version, supersedes: _supersedes, ...text } = base

  test('ends the old text the day before, also over a month and a leap day', () => {
    const days = (effectiveFrom: string) => {
      const added = addedVersions([base], { kind: 'amendment', base, text: { ...text, effectiveFrom } })
      return added.ok ? added.value.map((rule) => [rule.version, rule.effectiveFrom, rule.effectiveTo]) : []
    }
    expect(days('2026-12-01')).toEqual([
      [4, '2020-01-01', '2026-11-30'],
      [5, '2026-12-01', null],
    ])
    expect(days('2028-03-01')[0]?.[2]).toBe('2028-02-29')
  })

  test('after the last day of the old text needs no new end for it', () => {
    const ended = { ...base, effectiveTo: '2021-12-31' }
    expect(
      addedVersions([ended], { kind: 'amendment', base: ended, text: { ...text, effectiveFrom: '2022-01-01' } }),
    ).toEqual({ ok: true, value: [{ ...text, effectiveFrom: '2022-01-01', version: 4, supersedes: null }] })
  })

  test('of a version that was replaced is refused', () => {
    const next = { ...base, version: 4, supersedes: 3 }
    expect(addedVersions([base, next], { kind: 'correction', base, text })).toEqual({
      ok: false,
      error: 'base_replaced',
    })
  })
})
