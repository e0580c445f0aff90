import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseAssessment } from '@/lib/domain/fees/assessment/assessment'
import type { FeeLineFacts } from '@/lib/domain/fees/assessment/facts'
import { weightOf } from '@/lib/domain/fees/rules/fee-rule'
import { someCase } from './any-case'
import { assess, RULES } from './case-of-fees'

// What must hold for the claims of any case.
const CERTAIN = RULES.filter((rule) => weightOf(rule) === 'certain')

const claimOf = ({ claims }: CaseAssessment, key: string | null) => claims.find(({ partyKey }) => partyKey === key)
const certainly = (assessment: CaseAssessment, key: string | null) => {
  const claim = claimOf(assessment, key)
  return claim === undefined ? 0n : claim.aboveCapJpy - claim.likelyJpy
}

describe('a claim', () => {
  it('never changes by a payment that somebody else made, and names no such payment', () => {
    fc.assert(
      fc.property(someCase, fc.nat(), (facts, index) => {
        const at = index % facts.lines.length
        const others = facts.lines.map((line, position): FeeLineFacts =>
          position === at ? { ...line, paidBy: 'other' } : line,
        )
        const [there, without] = [
          assess({ ...facts, lines: others }),
          assess({ ...facts, lines: facts.lines.filter((_, position) => position !== at) }),
        ]
        expect(there.claims).toEqual(without.claims)
        expect(there.findings).toEqual(without.findings)
        expect(there.lines[at]).toMatchObject({ verdict: 'no_rule_known', note: 'other_paid', over: null })
      }),
    )
  })

  it('loses no more by a refund than what came back, and what one party paid back of a ban changes no other', () => {
    fc.assert(
      fc.property(someCase, fc.nat(), (facts, index) => {
        const at = index % facts.lines.length
        const refund = (refundedMinor: bigint) =>
          assess({
            ...facts,
            lines: facts.lines.map((line, position) => (position === at ? { ...line, refundedMinor } : line)),
          })
        const [none, all] = [refund(0n), refund(facts.lines[at]?.amount?.minMinor ?? 0n)]
        const isBan = none.lines[at]?.verdict === 'prohibited'
        for (const { partyKey, aboveCapJpy } of none.claims) {
          const after = claimOf(all, partyKey)?.aboveCapJpy ?? 0n
          expect(after <= aboveCapJpy).toBe(true)
          if (isBan && partyKey !== facts.lines[at]?.partyKey) expect(after).toBe(aboveCapJpy)
        }
        expect(all.lines.map(({ verdict }) => verdict)).toEqual(none.lines.map(({ verdict }) => verdict))
      }),
    )
  })

  it('is never surer by rules that were not read in full', () => {
    fc.assert(
      fc.property(someCase, (facts) => {
        const [all, sure] = [assess(facts), assess(facts, CERTAIN)]
        for (const { partyKey, likelyJpy, aboveCapJpy } of all.claims) {
          expect(certainly(all, partyKey)).toBe(certainly(sure, partyKey))
          expect(likelyJpy >= 0n && likelyJpy <= aboveCapJpy).toBe(true)
        }
        for (const [at, line] of all.lines.entries()) {
          const alone = sure.lines[at]
          const isSure = line.verdict === 'above_cap' || line.verdict === 'prohibited'
          if (isSure) expect([line.verdict, line.over]).toEqual([alone?.verdict, alone?.over])
          else expect(['above_cap', 'prohibited']).not.toContain(alone?.verdict)
        }
      }),
    )
  })
})
