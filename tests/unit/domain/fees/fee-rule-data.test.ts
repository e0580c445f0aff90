import { describe, expect, it } from 'vitest'
import { isFeeCategoryCode } from '@/lib/domain/fees/categories'
import { capCurrencies } from '@/lib/domain/fees/rules/cap-currencies'
import { BINDINGS, PROGRAMMES, RULE_CONDITIONS, WAGE_BASES, weightOf } from '@/lib/domain/fees/rules/fee-rule'
import { liveRules } from '@/lib/domain/fees/rules/live-rules'
import { checkFeeRules } from '@/lib/domain/fees/rules/rule-problems'
import { feeRuleJson, readFeeRule } from '@/lib/schemas/fees/fee-rule'
import rulesFile from '@/prisma/seed/fee-rules.json'
import { RATES, RULES } from './case-of-fees'

describe('the fee rules that come with the product', () => {
  it('are 36 records of the research, one of them in two parts, and all live', () => {
    expect(RULES).toHaveLength(38)
    expect(checkFeeRules(RULES)).toEqual([])
    expect(liveRules(RULES)).toEqual(RULES)
  })

  it.each(rulesFile.map((raw) => [raw.id, raw] as const))('%s is read, and written back the same', (_id, raw) => {
    const read = readFeeRule(raw)
    if (!read.ok) throw new TypeError(JSON.stringify(read.error))
    const { value: rule } = read
    expect(rule.categories.length).toBeGreaterThan(0)
    expect(rule.categories.filter((code) => !isFeeCategoryCode(code))).toEqual([])
    expect(rule.source.title).toBe(raw.source.title)
    expect(rule.note).not.toBeNull()
    expect(readFeeRule(JSON.parse(JSON.stringify(feeRuleJson(rule))))).toEqual({ ok: true, value: rule })
  })

  it('carry the facts of the sources', () => {
    const about = (id: string) => RULES.find((rule) => rule.id === id)
    expect(about('vn-law69-service-fee-per-12m')?.limit).toEqual({
      type: 'cap_months_of_wage',
      months: '1',
      wageBasis: 'contract_basic_wage',
      perContractMonths: 12,
      isProRataOnReturn: true,
    })
    expect(about('mm-jp-titp-usd2800')?.limit).toEqual({ type: 'cap_amount', amountMinor: 280_000n, currency: 'USD' })
    expect(about('lk-jp-titp-slbfe-joborder')?.limit).toMatchObject({ amountMinor: 35_000_000n })
    expect(about('jp-esd-sending-cap-2-months')).toMatchObject({
      effectiveFrom: '2027-04-01',
      status: 'pending',
      limit: { months: '2', wageBasis: 'planned_monthly_pay' },
    })
    expect(about('feri-jp-mirai-zero-fee')?.categories).not.toContain('rc_travel_domestic')
    expect(about('id-bp2mi-9-2020')?.conditions).toEqual(['vulnerable_occupation'])
    expect(about('mm-jp-titp-return-usd1600')?.conditions).toEqual(['second_stay'])
  })

  it('have the lanes and weights the research gives them', () => {
    const count = (is: (rule: (typeof RULES)[number]) => boolean) => RULES.filter(is).length
    expect(count(({ binding }) => BINDINGS[binding] === 'benchmark')).toBe(3)
    expect(count(({ binding }) => BINDINGS[binding] === 'commitment')).toBe(4)
    expect(
      RULES.filter(({ binding }) => BINDINGS[binding] === 'commitment').every(
        ({ programmes }) => programmes.length > 0,
      ),
    ).toBe(true)
    // The Chinese record is two rules here, both of them verified: 26 + 1.
    expect(count(({ verification }) => verification.isVerified)).toBe(27)
    expect(RULES.filter((rule) => weightOf(rule) === 'information').map(({ id }) => id)).toEqual([
      'vn-circ02-2024-intermediary-japan-zero',
      'vn-legacy-titp-3yr-usd3600',
      'vn-legacy-titp-1yr-usd1200',
      'mm-jp-titp-return-usd1600',
      'np-jp-legacy-jitco-npr50000',
      'jp-esd-no-kickback-to-supervisor',
    ])
  })

  it('use every programme, condition of theirs and wage basis, and only currencies with rates', () => {
    expect(new Set(RULES.flatMap(({ programmes }) => programmes))).toEqual(new Set(PROGRAMMES))
    // Coming home early is no condition of a rule but of the sum of one.
    expect(new Set(RULES.flatMap(({ conditions }) => conditions)).size).toBe(RULE_CONDITIONS.length - 1)
    const bases = RULES.flatMap(({ limit }) => (limit.type === 'cap_months_of_wage' ? [limit.wageBasis] : []))
    expect(new Set(bases)).toEqual(new Set(WAGE_BASES))
    const rated = new Set(RATES.map(({ currency }) => currency))
    expect(capCurrencies(RULES).filter((currency) => !rated.has(currency))).toEqual([])
  })
})
