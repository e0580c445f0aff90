import { describe, expect, it } from 'vitest'
import { assessmentChanges } from '@/lib/domain/fees/assessment/assessment-changes'
import type { CaseFeeFacts } from '@/lib/domain/fees/assessment/facts'
import { assess, caseOf, line, paid, ruleOf, RULES } from './case-of-fees'

const THEN = new Date('2026-11-01T00:00:00Z')
const NOW = new Date('2026-11-21T00:00:00Z')
const OLD = ruleOf('mm-jp-titp-usd2800')
const FACTS = caseOf([line({ amount: paid(2500, 'USD') })], { origin: 'MM' })

/** The change from the rules of the product to the same with another ceiling for Myanmar. */
function changeTo(dollars: bigint, facts: CaseFeeFacts = FACTS) {
  const fresh = { ...OLD, version: 2, supersedes: 1, limit: { ...OLD.limit, amountMinor: dollars * 100n } }
  return assessmentChanges(
    { assessment: assess(facts), assessedAt: THEN, rules: [OLD] },
    {
      assessment: assess(facts, [...RULES.filter((rule) => rule !== OLD), fresh]),
      assessedAt: NOW,
      rules: [fresh],
      cause: 'rule_changed',
    },
  )
}

describe('the difference between two verdicts', () => {
  it('shows the payments, the rules and the claim', () => {
    expect(changeTo(2000n)).toMatchObject({
      before: { verdict: 'within_cap', assessedAt: THEN },
      after: { verdict: 'above_cap', assessedAt: NOW, cause: 'rule_changed' },
      lines: [
        {
          lineId: 'a',
          before: { verdict: 'within_cap', over: null },
          after: { verdict: 'above_cap', over: { amountMinor: 50_000n, currency: 'USD' } },
        },
      ],
      rulesGone: [{ id: OLD.id, version: 1 }],
      rulesNew: [{ id: OLD.id, version: 2 }],
      claimedBeforeJpy: 0n,
    })
    expect((changeTo(2000n)?.claimedAfterJpy ?? 0n) > 0n).toBe(true)
  })

  it('is the versions alone where nothing else differs, and nothing where nothing does', () => {
    expect(changeTo(2700n)).toMatchObject({ lines: [], rulesNew: [{ version: 2 }] })
    const same = { assessment: assess(FACTS), assessedAt: THEN, rules: [OLD] }
    expect(assessmentChanges(same, { ...same, assessedAt: NOW, cause: 'rates_changed' })).toBeNull()
  })

  it('names payments that are new or gone', () => {
    const two = { ...FACTS, lines: [...FACTS.lines, line({ id: 'b', categories: ['il_bond'] })] }
    const change = assessmentChanges(
      { assessment: assess(FACTS), assessedAt: THEN, rules: [OLD] },
      { assessment: assess(two), assessedAt: NOW, rules: [OLD], cause: 'ledger_changed' },
    )
    expect(change?.lines).toMatchObject([{ lineId: 'b', before: null }])
  })

  it('tells what is likely not allowed from what is likely above a limit', () => {
    const deposit = caseOf([line({ categories: ['il_deposit_security'] })])
    const judged = assess(deposit)
    const change = assessmentChanges(
      { assessment: assess(deposit, []), assessedAt: THEN, rules: [] },
      { assessment: judged, assessedAt: NOW, rules: [], cause: 'rule_changed' },
    )
    expect(change).toMatchObject({
      before: { verdict: 'no_rule_known', isLikelyBan: false },
      after: { verdict: 'likely_above', isLikelyBan: true },
      lines: [{ before: { isLikelyBan: false }, after: { verdict: 'likely_above', isLikelyBan: true } }],
    })
    const without = { ...judged, lines: judged.lines.map((one) => ({ ...one, isLikelyBan: false })) }
    const confirmed = assessmentChanges(
      { assessment: judged, assessedAt: THEN, rules: [] },
      { assessment: without, assessedAt: NOW, rules: [], cause: 'rule_changed' },
    )
    expect(confirmed?.lines).toHaveLength(1)
  })
})
