import type { Money } from '@/lib/domain/money/money'
import type { RuleRef } from '../rules/fee-rule'
import { versionKey } from '../rules/live-rules'
import type { CaseAssessment, LineAssessment, Verdict } from './assessment'
import { isCaseLikelyBan, isCaseLikelyWithin } from './case-likely'

/** What a reader sees of a verdict on one payment. */
type Judged = Pick<LineAssessment, 'verdict' | 'isLikelyBan' | 'isLikelyWithin' | 'note' | 'over' | 'overLikely'>

/** How one payment is judged otherwise than before; `before` or `after` is null where the payment was not there. */
export type LineChange = {
  readonly lineId: string
  readonly before: Judged | null
  readonly after: Judged | null
}

/** The verdict on the case at a moment. */
type JudgedCase = {
  readonly verdict: Verdict
  readonly isLikelyBan: boolean
  readonly isLikelyWithin: boolean
  readonly assessedAt: Date
}

/** The difference between two verdicts on one case. */
export type AssessmentChange = {
  readonly before: JudgedCase
  readonly after: JudgedCase & { readonly cause: string }
  readonly lines: readonly LineChange[]
  /** Versions that were used then and not now, and the other way round. */
  readonly rulesGone: readonly RuleRef[]
  readonly rulesNew: readonly RuleRef[]
  readonly claimedBeforeJpy: bigint
  readonly claimedAfterJpy: bigint
  /** The parts of them that rest on rules an officer must confirm first. */
  readonly likelyBeforeJpy: bigint
  readonly likelyAfterJpy: bigint
}

/** A verdict with the moment it was reached and the versions of the rules it names. */
type Reached = { readonly assessment: CaseAssessment; readonly assessedAt: Date; readonly rules: readonly RuleRef[] }

/**
 * What a reader would see differently in the later of two verdicts: the verdict of the case or of a payment, what is above a
 * limit, what can be asked back, or the versions of the rules. Null when nothing of this differs.
 */
export function assessmentChanges(
  before: Reached,
  after: Reached & { readonly cause: string },
): AssessmentChange | null {
  const lines = lineChanges(before.assessment.lines, after.assessment.lines)
  const rulesGone = refsOnlyIn(before.rules, after.rules)
  const rulesNew = refsOnlyIn(after.rules, before.rules)
  const claimedBeforeJpy = claimed(before.assessment, 'aboveCapJpy')
  const claimedAfterJpy = claimed(after.assessment, 'aboveCapJpy')
  const likelyBeforeJpy = claimed(before.assessment, 'likelyJpy')
  const likelyAfterJpy = claimed(after.assessment, 'likelyJpy')
  const isSame =
    before.assessment.verdict === after.assessment.verdict &&
    claimedBeforeJpy === claimedAfterJpy &&
    likelyBeforeJpy === likelyAfterJpy &&
    lines.length + rulesGone.length + rulesNew.length === 0
  if (isSame) return null
  return {
    before: judgedCase(before),
    after: { ...judgedCase(after), cause: after.cause },
    lines,
    rulesGone,
    rulesNew,
    claimedBeforeJpy,
    claimedAfterJpy,
    likelyBeforeJpy,
    likelyAfterJpy,
  }
}

function judgedCase({ assessment, assessedAt }: Reached): JudgedCase {
  return {
    verdict: assessment.verdict,
    isLikelyBan: isCaseLikelyBan(assessment),
    isLikelyWithin: isCaseLikelyWithin(assessment),
    assessedAt,
  }
}

function lineChanges(before: readonly LineAssessment[], after: readonly LineAssessment[]): LineChange[] {
  const then = new Map(before.map((line) => [line.lineId, line]))
  const now = new Map(after.map((line) => [line.lineId, line]))
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((lineId) => {
    const [old, fresh] = [then.get(lineId), now.get(lineId)]
    const isSame =
      old?.verdict === fresh?.verdict &&
      old?.isLikelyBan === fresh?.isLikelyBan &&
      old?.isLikelyWithin === fresh?.isLikelyWithin &&
      old?.note === fresh?.note &&
      isSameMoney(old?.over ?? null, fresh?.over ?? null) &&
      isSameMoney(old?.overLikely ?? null, fresh?.overLikely ?? null)
    return isSame ? [] : [{ lineId, before: seen(old), after: seen(fresh) }]
  })
}

function seen(line: LineAssessment | undefined): LineChange['before'] {
  if (line === undefined) return null
  const { verdict, isLikelyBan, isLikelyWithin, note, over, overLikely } = line
  return { verdict, isLikelyBan, isLikelyWithin, note, over, overLikely }
}

function isSameMoney(a: Money | null, b: Money | null): boolean {
  return a?.amountMinor === b?.amountMinor && a?.currency === b?.currency
}

function refsOnlyIn(refs: readonly RuleRef[], others: readonly RuleRef[]): RuleRef[] {
  const known = new Set(others.map(versionKey))
  const only = refs.filter((ref) => !known.has(versionKey(ref)))
  return [...new Map(only.map(({ id, version }) => [versionKey({ id, version }), { id, version }])).values()]
}

function claimed({ claims }: CaseAssessment, part: 'aboveCapJpy' | 'likelyJpy'): bigint {
  return claims.reduce((sum, claim) => sum + claim[part], 0n)
}
