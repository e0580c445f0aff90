import { describe, expect, it } from 'vitest'
import { daysBetween } from '@/lib/domain/calendar/day'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import type { CaseFeeFacts, FeeLineFacts } from '@/lib/domain/fees/assessment/facts'
import { BINDINGS, weightOf, type FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { assess, caseOf, findingOf, line, money, RULES } from './case-of-fees'

// A table over every rule there is: a ban added to the data is tested here without another line, a cap with one.
const WAGE = money(165_000, 'JPY')

/** The caps, worked by hand from their sources, in minor units: pay of 165,000 yen; 24 months where the rule names none. */
const CAPS: Readonly<Record<string, bigint>> = {
  // Law 69/2020 art. 23(4)(a): 24 / 12 × 165,000; art. 23(4)(b): 3 × 165,000.
  'vn-law69-service-fee-per-12m': 330_000n,
  'vn-law69-service-fee-max-36m': 495_000n,
  // 3,600 and 1,200 dollars in cents.
  'vn-legacy-titp-3yr-usd3600': 360_000n,
  'vn-legacy-titp-1yr-usd1200': 120_000n,
  // One month of pay.
  'ph-landbased-one-month': 165_000n,
  // 2,800, 1,500 and 1,600 dollars in cents.
  'mm-jp-titp-usd2800': 280_000n,
  'mm-jp-ssw-usd1500': 150_000n,
  'mm-jp-titp-return-usd1600': 160_000n,
  // 50,000 Nepalese and 350,000 Sri Lankan rupees in hundredths.
  'np-jp-legacy-jitco-npr50000': 5_000_000n,
  'lk-jp-titp-slbfe-joborder': 35_000_000n,
  // Two months of the planned pay.
  'jp-esd-sending-cap-2-months': 330_000n,
}

/** A day on which a rule applies, well inside its dates. */
function dayWithin({ effectiveFrom, effectiveTo }: FeeRule): string {
  return effectiveTo ?? (effectiveFrom === null ? '2024-03-10' : next(effectiveFrom, 400))
}

/** The placement and the payment a rule is about. */
function placementUnder(rule: FeeRule): Partial<CaseFeeFacts> {
  return {
    origin: rule.origins === '*' ? 'VN' : (rule.origins[0] ?? null),
    scheme: rule.schemes === '*' ? 'ssw' : (rule.schemes[0] ?? null),
    programmes: rule.programmes,
    conditions: Object.fromEntries(rule.conditions.map((condition) => [condition, true])),
    contractMonths: rule.contractMonthsAtLeast ?? rule.contractMonthsAtMost ?? 24,
    contractBasicWage: WAGE,
    plannedMonthlyPay: WAGE,
  }
}

function lineUnder(rule: FeeRule, amountMinor: bigint, facts: Partial<FeeLineFacts> = {}): FeeLineFacts {
  const currency = rule.limit.type === 'cap_amount' ? rule.limit.currency : 'JPY'
  return line({
    payeeRole: rule.payees[0] ?? null,
    categories: rule.categories.slice(0, 1),
    amount: { minMinor: amountMinor, maxMinor: amountMinor, currency },
    paidOn: dayWithin(rule),
    ...facts,
  })
}

function judged(rule: FeeRule, amountMinor: bigint, facts: Partial<FeeLineFacts> = {}, rules = [rule]) {
  return findingOf(assess(caseOf([lineUnder(rule, amountMinor, facts)], placementUnder(rule)), rules), rule.id)
}

function next(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const NAMED = RULES.map((rule) => [rule.id, rule] as const)
const isJudging = (rule: FeeRule) => rule.payer === null

describe.each(NAMED.filter(([, rule]) => rule.limit.type === 'prohibited' && isJudging(rule)))(
  '%s, a ban',
  (_id, rule) => {
    it('is about the smallest amount, and about nothing where nothing was paid', () => {
      expect(judged(rule, 1n)?.outcome).toBe('prohibited')
      expect(judged(rule, 10n ** 12n)?.outcome).toBe('prohibited')
      expect(judged(rule, 0n)).toBeUndefined()
    })
  },
)

describe.each(NAMED.filter(([, rule]) => rule.limit.type !== 'prohibited' && isJudging(rule)))(
  '%s, a cap',
  (_id, rule) => {
    it('allows one unit less and the limit itself, not one more', () => {
      const cap = capAmount(rule)
      expect(judged(rule, cap - 1n)).toMatchObject({ outcome: 'within', over: null })
      expect(judged(rule, cap)).toMatchObject({ outcome: 'within', over: null })
      expect(judged(rule, cap + 1n)).toMatchObject({ outcome: 'above', over: { amountMinor: 1n } })
    })

    it('counts two payments together', () => {
      const cap = capAmount(rule)
      const two = [lineUnder(rule, cap, { id: 'a' }), lineUnder(rule, 1n, { id: 'b' })]
      expect(findingOf(assess(caseOf(two, placementUnder(rule)), [rule]), rule.id)).toMatchObject({
        outcome: 'above',
        lineIds: ['a', 'b'],
      })
    })
  },
)

describe.each(NAMED.filter(([, rule]) => !isJudging(rule)))('%s, about what another pays', (_id, rule) => {
  it('is told and never judges', () => {
    expect(judged(rule, 10n ** 12n)).toMatchObject({ weight: 'information', outcome: 'unknown', over: null })
  })
})

describe.each(NAMED)('%s', (_id, rule) => {
  it('starts on its first day and ends with its last', () => {
    const { effectiveFrom, effectiveTo } = rule
    if (effectiveFrom !== null) {
      expect(judged(rule, 1n, { paidOn: next(effectiveFrom, -1) })).toBeUndefined()
      expect(judged(rule, 1n, { paidOn: effectiveFrom })).toBeDefined()
      expect(daysBetween(next(effectiveFrom, -1), effectiveFrom)).toBe(1)
    }
    if (effectiveTo !== null) {
      expect(judged(rule, 1n, { paidOn: effectiveTo })).toBeDefined()
      expect(judged(rule, 1n, { paidOn: next(effectiveTo, 1) })).toBeUndefined()
    }
    if (effectiveFrom === null) expect(judged(rule, 1n, { paidOn: '1990-01-01' })).toBeDefined()
    if (effectiveTo === null) expect(judged(rule, 1n, { paidOn: '2090-01-01' })).toBeDefined()
  })

  it('is reached by some case among all the rules, in its lane and weight', () => {
    const reached = rule.categories
      .flatMap((category) => rule.payees.map((payeeRole) => ({ categories: [category], payeeRole })))
      .map((facts) => judged(rule, 1n, facts, [...RULES]))
      .find((finding) => finding !== undefined)
    expect(reached).toMatchObject({
      rule: { id: rule.id, version: rule.version },
      lane: BINDINGS[rule.binding],
      weight: weightOf(rule),
    })
    expect(reached?.missing).toEqual([])
  })

  it('is not about other payees, countries, schemes or purposes', () => {
    const elsewhere = <T>(all: readonly T[], own: '*' | readonly T[]) =>
      own === '*' ? [] : all.filter((one) => !own.includes(one))
    const under = (facts: Partial<CaseFeeFacts>) =>
      findingOf(assess(caseOf([lineUnder(rule, 1n)], { ...placementUnder(rule), ...facts }), [rule]), rule.id)
    for (const origin of elsewhere(ORIGIN_CODES, rule.origins)) expect(under({ origin })).toBeUndefined()
    for (const scheme of elsewhere(SCHEME_CODES, rule.schemes).filter((code) => code !== 'not_sure')) {
      expect(under({ scheme })).toBeUndefined()
    }
    expect(judged(rule, 1n, { payeeRole: 'lender' })).toBeUndefined()
    expect(judged(rule, 1n, { categories: ['fin_loan_interest'] })).toBeUndefined()
    if (rule.programmes.length > 0) expect(under({ programmes: [] })).toBeUndefined()
    for (const condition of rule.conditions) expect(under({ conditions: { [condition]: false } })).toBeUndefined()
    if (rule.contractMonthsAtLeast !== null)
      expect(under({ contractMonths: rule.contractMonthsAtLeast - 1 })).toBeUndefined()
    if (rule.contractMonthsAtMost !== null)
      expect(under({ contractMonths: rule.contractMonthsAtMost + 1 })).toBeUndefined()
  })
})

function capAmount({ id }: FeeRule): bigint {
  const cap = CAPS[id]
  if (cap === undefined) throw new TypeError(`write down the cap of ${id}`)
  return cap
}
