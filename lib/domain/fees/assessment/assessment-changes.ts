import type { LineAssessment, Verdict } from './assessment'
import type { RuleRef } from '../rules/fee-rule'

/** How one payment is judged otherwise than before; `before` or `after` is null where the payment was not there. */
export type LineChange = {
  readonly lineId: string
  readonly before: Pick<LineAssessment, 'verdict' | 'over'> | null
  readonly after: Pick<LineAssessment, 'verdict' | 'over'> | null
}

/** The difference between two verdicts on one case. */
export type AssessmentChange = {
  readonly before: { readonly verdict: Verdict; readonly assessedAt: Date }
  readonly after: { readonly verdict: Verdict; readonly assessedAt: Date; readonly cause: string }
  readonly lines: readonly LineChange[]
  /** Versions that were used then and not now, and the other way round. */
  readonly rulesGone: readonly RuleRef[]
  readonly rulesNew: readonly RuleRef[]
  readonly claimedBeforeJpy: bigint
  readonly claimedAfterJpy: bigint
}
