import type { OriginCode } from '../countries'
import type { CaseAssessment, Verdict } from './assessment/assessment'
import type { AssessmentChange } from './assessment/assessment-changes'
import type { FeeRule } from './rules/fee-rule'

/** Why open cases are judged again; also the cause of the verdicts it makes. */
export const REASSESSMENT_CAUSES = ['rule_changed', 'rates_changed'] as const
export type ReassessmentCause = (typeof REASSESSMENT_CAUSES)[number]

/** What is to be looked at again. `origins` empty: cases from every country. `ruleRefs` are `id@version`. */
export type ReassessmentRequest = {
  readonly cause: ReassessmentCause
  readonly ruleRefs: readonly string[]
  readonly origins: readonly OriginCode[]
}

/** A reassessment and how far it came. */
export type Reassessment = {
  readonly id: string
  readonly cause: ReassessmentCause
  readonly ruleRefs: readonly string[]
  readonly requestedAt: Date
  readonly toLookAt: number
  readonly lookedAt: number
  readonly changed: number
  /** Cases that could not be judged; they keep the verdict they had. */
  readonly failed: number
  readonly finishedAt: Date | null
}

/**
 * Whether an officer has something to look at: another verdict, other payments above a limit, another sum to ask back. That a
 * newer version of a rule says the same is kept with the verdict and told to nobody.
 */
export function isWorthSeeing(change: AssessmentChange | null): boolean {
  if (change === null) return false
  return (
    change.before.verdict !== change.after.verdict ||
    change.lines.length > 0 ||
    change.claimedBeforeJpy !== change.claimedAfterJpy
  )
}

const ALARMING: readonly Verdict[] = ['likely_above', 'above_cap', 'prohibited']

/** Whether an officer has a first verdict to look at: something is, or may be, above a limit or not allowed. */
export function isFirstWorthSeeing({ verdict }: Pick<CaseAssessment, 'verdict'>): boolean {
  return ALARMING.includes(verdict)
}

/** What a first verdict is compared with: the same payments, with no rule known for any of them. */
export function unjudged({ lines }: CaseAssessment): CaseAssessment {
  const unknown = { verdict: 'no_rule_known', isLikelyBan: false, decidedBy: null, findings: [], over: null } as const
  return {
    verdict: 'no_rule_known',
    lines: lines.map((line) => ({ ...line, ...unknown })),
    findings: [],
    claims: [],
    missing: [],
    rates: [],
  }
}

/** The countries whose cases some rules may be about; empty when one of them is about every country. */
export function originsOf(rules: readonly Pick<FeeRule, 'origins'>[]): readonly OriginCode[] {
  const origins = new Set<OriginCode>()
  for (const rule of rules) {
    if (rule.origins === '*') return []
    for (const origin of rule.origins) origins.add(origin)
  }
  return [...origins].toSorted()
}
