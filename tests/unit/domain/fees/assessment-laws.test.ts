import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import type { CaseAssessment } from '@/lib/domain/fees/assessment/assessment'
import type { CaseFeeFacts, FeeLineFacts } from '@/lib/domain/fees/assessment/facts'
import { lineRate } from '@/lib/domain/fees/assessment/line-values'
import { STRICTEST_FIRST } from '@/lib/domain/fees/assessment/line-verdict'
import { ratesOf, readStored, storedInputs } from '@/lib/domain/fees/assessment/stored'
import { FEE_CATEGORY_CODES } from '@/lib/domain/fees/categories'
import { PAYER_KINDS } from '@/lib/domain/fees/payment-methods'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { PROGRAMMES, RULE_CONDITIONS } from '@/lib/domain/fees/rules/fee-rule'
import { convert } from '@/lib/domain/money/convert'
import { minorPerMajor, type CurrencyCode } from '@/lib/domain/money/currencies'
import { isMore, plus, rounded, times, whole } from '@/lib/domain/money/fraction'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { assess, RATES, ruleOf, RULES } from './case-of-fees'

// Cases of any kind: what follows must hold for all of them, not for those we thought of.
const currency = fc.constantFrom<CurrencyCode[]>('VND', 'JPY', 'USD', 'MMK', 'IDR', 'NPR', 'KWD')
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const day = fc
  .date({ min: new Date('2009-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const partialDate = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length))
const minor = fc.bigInt({ min: 1n, max: 10n ** 9n })
const amount = fc.tuple(minor, minor, currency, fc.boolean()).map(([a, b, code, isRange]) => ({
  minMinor: isRange && b < a ? b : a,
  maxMinor: isRange && b > a ? b : a,
  currency: code,
}))
const lineFacts: fc.Arbitrary<FeeLineFacts> = fc.record({
  id: fc.uuid(),
  payeeRole: perhaps(fc.constantFrom(...PARTY_ROLES)),
  partyKey: perhaps(fc.constantFrom('a', 'b')),
  categories: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...FEE_CATEGORY_CODES).map((code) => [code]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...FEE_CATEGORY_CODES), { maxLength: 3 }) },
  ),
  amount: fc.option(amount, { nil: null, freq: 8 }),
  paidOn: fc.option(partialDate, { nil: null, freq: 8 }),
  refundedMinor: fc.oneof(fc.constant(0n), minor),
  rateOverride: fc.option(fc.constantFrom('4500', '0.5', '23000.25'), { nil: null, freq: 2 }),
  paidBy: perhaps(fc.constantFrom(...PAYER_KINDS)),
  knownOn: perhaps(day),
})
const wage = perhaps(
  fc.record({
    amountMinor: fc.bigInt({ min: 1n, max: 400_000n }),
    currency: fc.constantFrom('JPY' as const, 'VND' as const),
  }),
)
const caseFacts: fc.Arbitrary<CaseFeeFacts> = fc.record({
  origin: perhaps(fc.constantFrom(...ORIGIN_CODES)),
  destination: fc.constant('JP' as const),
  scheme: perhaps(fc.constantFrom(...SCHEME_CODES)),
  programmes: fc.subarray([...PROGRAMMES]),
  contractMonths: perhaps(fc.integer({ min: 1, max: 72 })),
  monthsWorked: perhaps(fc.integer({ min: 0, max: 72 })),
  contractBasicWage: wage,
  plannedMonthlyPay: wage,
  conditions: fc.dictionary(fc.constantFrom(...RULE_CONDITIONS), fc.boolean()),
  knownOn: day,
  lines: fc.uniqueArray(lineFacts, { minLength: 1, maxLength: 6, selector: ({ id }) => id }),
})
// Half of them where most of the law is: random corridors alone would seldom meet a cap.
const someCase = fc.oneof(
  caseFacts,
  fc
    .tuple(
      caseFacts,
      fc.constantFrom(...(['VN', 'MM', 'LK', 'PH'] as const)),
      fc.constantFrom('rf_placement_service' as const, 'rc_medical' as const),
    )
    .map(([facts, origin, code]) => ({
      ...facts,
      origin,
      scheme: 'titp' as const,
      lines: facts.lines.map((line) => ({
        ...line,
        payeeRole: 'sending_organization' as const,
        categories: [code],
        paidOn: '2024-03',
      })),
    })),
)

const strictness = (verdict: CaseAssessment['verdict']) => STRICTEST_FIRST.indexOf(verdict)
const claimed = ({ claims }: CaseAssessment) => new Map(claims.map((claim) => [claim.partyKey, claim]))

/** A finding without the names of its payments. */
function findingsOf({ findings }: CaseAssessment) {
  return findings.map((finding) => ({ ...finding, lineIds: finding.lineIds.length > 0 }))
}

describe('a verdict', () => {
  it('does not depend on the order of the payments', () => {
    fc.assert(
      fc.property(
        someCase.chain((facts) =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts.lines], { minLength: facts.lines.length })),
        ),
        ([facts, lines]) => {
          const [one, other] = [assess(facts), assess({ ...facts, lines })]
          const byId = ({ lines: judged }: CaseAssessment) => judged.toSorted((a, b) => (a.lineId < b.lineId ? -1 : 1))
          expect(byId(other)).toEqual(byId(one))
          expect(findingsOf(other)).toEqual(findingsOf(one))
          expect([other.verdict, other.claims, other.missing, other.rates]).toEqual([
            one.verdict,
            one.claims,
            one.missing,
            one.rates,
          ])
        },
      ),
    )
  })

  it('never looks more lawful for a higher payment', () => {
    fc.assert(
      fc.property(
        someCase,
        fc.nat(),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.boolean(),
        (facts, index, more, isRange) => {
          const at = index % facts.lines.length
          const raised = facts.lines.map((line, position) =>
            position === at && line.amount !== null
              ? {
                  ...line,
                  amount: {
                    ...line.amount,
                    minMinor: line.amount.minMinor + (isRange ? 0n : more),
                    maxMinor: line.amount.maxMinor + more,
                  },
                }
              : line,
          )
          const [low, high] = [assess(facts), assess({ ...facts, lines: raised })]
          expect(strictness(high.verdict)).toBeLessThanOrEqual(strictness(low.verdict))
          for (const [position, line] of low.lines.entries()) {
            const after = high.lines[position]
            expect(strictness(after?.verdict ?? 'no_rule_known')).toBeLessThanOrEqual(strictness(line.verdict))
            if (line.over !== null) expect((after?.over?.amountMinor ?? -1n) >= line.over.amountMinor).toBe(true)
          }
          for (const [party, claim] of claimed(low)) {
            expect((claimed(high).get(party)?.aboveCapJpy ?? -1n) >= claim.aboveCapJpy).toBe(true)
            expect((claimed(high).get(party)?.aboveZeroFeeJpy ?? -1n) >= claim.aboveZeroFeeJpy).toBe(true)
          }
        },
      ),
    )
  })

  it('keeps every total when a payment is split', () => {
    fc.assert(
      fc.property(someCase, fc.nat(), fc.integer({ min: 1, max: 99 }), (facts, index, percent) => {
        const at = index % facts.lines.length
        const lines = facts.lines.flatMap((line, position) => (position === at ? parts(line, BigInt(percent)) : [line]))
        const [whole, split] = [assess(facts), assess({ ...facts, lines })]
        expect(findingsOf(split)).toEqual(findingsOf(whole))
        expect([split.verdict, split.claims, split.missing, split.rates]).toEqual([
          whole.verdict,
          whole.claims,
          whole.missing,
          whole.rates,
        ])
        const original = whole.lines[at]
        for (const part of split.lines.slice(at, at + lines.length - facts.lines.length + 1)) {
          expect([part.verdict, part.decidedBy, part.missing]).toEqual([
            original?.verdict,
            original?.decidedBy,
            original?.missing,
          ])
        }
      }),
    )
  })

  it('names no rule outside its dates', () => {
    fc.assert(
      fc.property(someCase, (facts) => {
        for (const { rule, lineIds, outcome, weight, missing } of assess(facts).findings) {
          const { effectiveFrom, effectiveTo } = ruleOf(rule.id)
          for (const line of facts.lines.filter(({ id }) => lineIds.includes(id))) {
            // As text: a month or a year is before every day of itself, and with a tilde after it behind all of them.
            const [first, last] = [line.paidOn ?? '', line.paidOn === null ? '~' : `${line.paidOn}~`]
            expect(effectiveFrom !== null && last < effectiveFrom).toBe(false)
            expect(effectiveTo !== null && first > effectiveTo).toBe(false)
            const told = line.knownOn ?? facts.knownOn
            const begins =
              effectiveFrom !== null && first < effectiveFrom && !effectiveFrom.startsWith(`${line.paidOn}-01`)
            const ends = effectiveTo !== null && last > `${effectiveTo}~` && told > effectiveTo
            const isOver = outcome === 'prohibited' || outcome === 'above'
            if (begins && isOver)
              expect([line.paidOn?.length, weight]).toEqual([7, expect.not.stringMatching('certain')])
            if (begins && !isOver && line.paidOn?.length !== 7) expect(missing).toContain('paid_on')
            if (ends && isOver) expect(weight).not.toBe('certain')
          }
        }
      }),
    )
  })

  it('says what is missing exactly when facts are missing', () => {
    fc.assert(
      fc.property(someCase, (facts) => {
        const { lines, findings } = assess(facts)
        for (const line of lines) {
          expect(line.missing.length > 0).toBe(line.verdict === 'missing_facts')
          expect(line.decidedBy === null).toBe(line.verdict === 'no_rule_known')
          if (line.decidedBy !== null) expect(findings[line.decidedBy]?.lane).toBe('law')
        }
      }),
    )
  })

  it('is reached again from what is stored with it, whatever became of the rates', () => {
    fc.assert(
      fc.property(someCase, (facts) => {
        const assessment = assess(facts)
        const stored = readStored(JSON.parse(JSON.stringify(storedInputs(facts, assessment))))
        expect(stored).toEqual({ facts, assessment })
        const used = new Set(assessment.findings.map(({ rule }) => rule.id))
        const rules = RULES.filter(({ id }) => used.has(id))
        expect(assess(stored.facts, RULES, ratesOf(stored.assessment))).toEqual(assessment)
        expect(assess(stored.facts, rules, ratesOf(stored.assessment))).toEqual(assessment)
      }),
    )
  })

  it('refuses to read what was not stored by it', () => {
    expect(() => readStored(null)).toThrow(TypeError)
    expect(() => readStored({ form: 1, facts: {}, assessment: {} })).toThrow(TypeError)
  })
})

describe('a conversion', () => {
  it('there and back is the same amount within rounding', () => {
    fc.assert(
      fc.property(minor, currency, currency, partialDate, (amountMinor, from, to, paidOn) => {
        const there = convert({ amountMinor, currency: from }, to, RATES, paidOn)
        const back = there.ok ? convert(there.value.money, from, RATES, paidOn) : there
        if (!back.ok) throw new TypeError(back.error.currency)
        const off = back.value.money.amountMinor - amountMinor
        // Half a minor unit of the other currency, and half a one of its own.
        const line = { paidOn, rateOverride: null }
        const unit = lineRate(line, to, from, RATES)?.ratio ?? whole(0n)
        const most = plus(times(unit, { top: 1n, bottom: 2n }), { top: 1n, bottom: 2n })
        expect(isMore(whole(off < 0n ? -off : off), most)).toBe(false)
      }),
    )
  })

  it('of a sum agrees with the conversion of an amount', () => {
    fc.assert(
      fc.property(minor, currency, currency, partialDate, (amountMinor, from, to, paidOn) => {
        const converted = convert({ amountMinor, currency: from }, to, RATES, paidOn)
        const ratio = lineRate({ paidOn, rateOverride: null }, from, to, RATES)?.ratio ?? whole(0n)
        expect(converted).toMatchObject({
          value: { money: { amountMinor: rounded(times(whole(amountMinor), ratio)) } },
        })
        expect(minorPerMajor(to) > 0n).toBe(true)
      }),
    )
  })
})

/** A payment in two parts of `percent` and the rest; each part at least one minor unit, or the payment as it is. */
function parts(line: FeeLineFacts, percent: bigint): FeeLineFacts[] {
  const { amount: all } = line
  const share = (sum: bigint) => (sum * percent) / 100n
  if (all === null || share(all.minMinor) === 0n) return [line]
  const first = { ...all, minMinor: share(all.minMinor), maxMinor: share(all.maxMinor) }
  const rest = { ...all, minMinor: all.minMinor - first.minMinor, maxMinor: all.maxMinor - first.maxMinor }
  const refunded = share(line.refundedMinor)
  return [
    { ...line, id: `${line.id} 1`, amount: first, refundedMinor: refunded },
    { ...line, id: `${line.id} 2`, amount: rest, refundedMinor: line.refundedMinor - refunded },
  ]
}
