import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseAssessment } from '@/lib/domain/fees/assessment/assessment'
import { STRICTEST_FIRST } from '@/lib/domain/fees/assessment/line-verdict'
import { ratesOf, readStored, storedInputs } from '@/lib/domain/fees/assessment/stored'
import { parts, someCase } from './any-case'
import { assess, ruleOf, RULES } from './case-of-fees'

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
            // In all: a likely excess may become the smaller certain one, with the same in all.
            const [inAllBefore, inAllAfter] = [line.overLikely ?? line.over, after?.overLikely ?? after?.over]
            if (inAllBefore !== null) expect((inAllAfter?.amountMinor ?? -1n) >= inAllBefore.amountMinor).toBe(true)
            if (line.over !== null && after?.verdict === line.verdict) {
              expect((after.over?.amountMinor ?? -1n) >= line.over.amountMinor).toBe(true)
            }
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
