import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { CaseAssessment } from '@/lib/domain/fees/assessment/assessment'
import { assessCase } from '@/lib/domain/fees/assessment/assess-case'
import { assessmentChanges, type AssessmentChange } from '@/lib/domain/fees/assessment/assessment-changes'
import { caseFeeFacts } from '@/lib/domain/fees/ledger/case-fee-facts'
import type { StoredAssessment } from '@/lib/domain/fees/ledger/ledger'
import { assessmentColumns, readAssessmentColumns, verdictTotals } from '@/lib/domain/fees/ledger/stored-assessment'
import {
  isFirstWorthSeeing,
  isWorthSeeing,
  REASSESSMENT_CAUSES,
  unjudged,
  type ReassessmentCause,
} from '@/lib/domain/fees/reassessment'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { versionKey } from '@/lib/domain/fees/rules/live-rules'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import type { FeeAssessment, Prisma } from '@/prisma/generated/client'
import { currentFeeBasis, currentRuleVersions, holdFeeBasis, type FeeBasis } from './fee-basis'
import { findCaseFeeRows, type LedgerWriter } from './fee-facts'
import { listRuleVersions } from './fee-rules'
import type { Scoped } from './within'

/** Why a verdict was reached. */
export type AssessmentCause = 'report' | 'ledger_changed' | 'facts_changed'

type StoredCause = AssessmentCause | ReassessmentCause
type Reader = 'case.read' | 'case.write_fees' | 'case.write_remedies' | 'own_case.read'
type LedgerReader = Exclude<Reader, 'own_case.read'> | LedgerWriter

const LATEST_FIRST = [{ assessedAt: 'desc' }, { id: 'desc' }] satisfies Prisma.FeeAssessmentOrderByWithRelationInput[]
const OUTSIDE_CAUSES: ReassessmentCause[] = [...REASSESSMENT_CAUSES]

/**
 * Judges the payments of a case again, in the transaction that changed them. A verdict that says the same of the same facts is
 * not stored twice; what the case keeps of it is always made new. An officer's change that undoes what a changed rule changed
 * leaves nothing to see.
 */
export async function refreshAssessment(
  on: Scoped<LedgerWriter>,
  caseId: string,
  cause: AssessmentCause,
): Promise<void> {
  const { totals } = await judgeAnew(on, caseId, cause, await currentFeeBasis(on))
  await on.db.case.update({ where: { id: caseId }, data: totals, select: { id: true } })
  if (on.grant.actor.kind !== 'staff' || isWorthSeeing(await findUnseenChange(on, caseId))) return
  await on.db.case.updateMany({ where: { id: caseId, feeChangeAt: { not: null } }, data: { feeChangeAt: null } })
}

/**
 * Judges a case that comes back by the rules and rates of today, in the transaction that opens it: a reassessment leaves closed
 * cases alone. What a reader sees differently is marked for an officer. Returns both verdicts where one is to be told, else null.
 */
export async function reassessReturned(
  on: Scoped<LedgerWriter>,
  caseId: string,
): Promise<{ readonly before: string | null; readonly after: string } | null> {
  const judged = await judgeAnew(on, caseId, 'rule_changed', await holdFeeBasis(on))
  const { latest, fresh, totals } = judged
  const isTold = fresh !== null && (await isDifferenceSeen(on, latest, fresh))
  const { feeChangeAt } = await on.db.case.findUniqueOrThrow({ where: { id: caseId }, select: { feeChangeAt: true } })
  const mark = isTold && feeChangeAt === null ? { feeChangeAt: fresh.assessedAt } : {}
  await on.db.case.update({ where: { id: caseId }, data: { ...totals, ...mark }, select: { id: true } })
  return isTold ? { before: latest?.verdict ?? null, after: fresh.assessment.verdict } : null
}

type Fresh = { readonly assessment: CaseAssessment; readonly assessedAt: Date; readonly ruleRefs: readonly string[] }

/** Stores a new verdict where it differs from the latest: `fresh`, or null. `totals` are what the case keeps of it. */
async function judgeAnew(
  on: Scoped<LedgerWriter>,
  caseId: string,
  cause: StoredCause,
  { rules, rates }: FeeBasis,
): Promise<{ latest: FeeAssessment | null; fresh: Fresh | null; totals: ReturnType<typeof verdictTotals> }> {
  const facts = caseFeeFacts(await findCaseFeeRows(on, caseId))
  const assessment = assessCase(facts, rules, rates)
  const { verdict, ruleRefs, inputs, result } = assessmentColumns(facts, assessment)
  const latest = await findLatest(on, { caseId })
  const totals = verdictTotals(assessment)
  const isNew = latest
    ? !isDeepStrictEqual(latest.inputs, inputs) || !isDeepStrictEqual(latest.result, result)
    : facts.lines.length > 0
  if (!isNew) return { latest, fresh: null, totals }
  const assessedAt = after(latest)
  await on.db.feeAssessment.createMany({
    data: [
      {
        id: newId(),
        caseId,
        cause,
        verdict,
        ruleRefs: [...ruleRefs],
        inputs: inputs as Prisma.InputJsonObject,
        result: result as Prisma.InputJsonValue,
        assessedAt,
      },
    ],
  })
  return { latest, fresh: { assessment, assessedAt, ruleRefs }, totals }
}

async function isDifferenceSeen(
  on: Scoped<LedgerWriter>,
  latest: FeeAssessment | null,
  { assessment, assessedAt, ruleRefs }: Fresh,
): Promise<boolean> {
  if (latest === null) return isFirstWorthSeeing(assessment)
  const fresh = { assessment, assessedAt, rules: await rulesNamed(on, ruleRefs), cause: 'rule_changed' }
  return isWorthSeeing(assessmentChanges(await openAssessment(on, latest), fresh))
}

/** The verdict that counts now, with the rules it names; null while there was nothing to judge. */
export async function findAssessment(on: Scoped<Reader>, caseId: string): Promise<StoredAssessment | null> {
  const row = await findLatest(on, { caseId })
  return row && openAssessment(on, row)
}

/** The verdict on the worker's own payments. */
export function findOwnAssessment(on: Scoped<'own_case.read'>): Promise<StoredAssessment | null> {
  return findAssessment(on, on.grant.actor.caseId)
}

/**
 * What a changed rule or rate changed and no officer has seen: between the verdict before the first such change and the present
 * one. Null when there is nothing to see. Where the change made the first verdict, no rule was known before.
 */
export async function findUnseenChange(on: Scoped<LedgerReader>, caseId: string): Promise<AssessmentChange | null> {
  const row = await on.db.case.findUnique({ where: { id: caseId }, select: { feeChangeAt: true, receivedAt: true } })
  if (!row?.feeChangeAt) return null
  const present = await findLatest(on, { caseId, assessedAt: { gte: row.feeChangeAt } })
  const outside = await findLatest(on, { caseId, assessedAt: { gte: row.feeChangeAt }, cause: { in: OUTSIDE_CAUSES } })
  if (!present || !outside) return null
  const latest = { ...(await openAssessment(on, present)), cause: outside.cause }
  const before = await findLatest(on, { caseId, assessedAt: { lt: row.feeChangeAt } })
  if (before) return assessmentChanges(await openAssessment(on, before), latest)
  return assessmentChanges({ assessment: unjudged(latest.assessment), assessedAt: row.receivedAt, rules: [] }, latest)
}

/** Notes who has seen the changes that nobody had seen, and that nothing is left to see. */
export async function acknowledgeAssessments(on: Scoped<'case.write_fees'>, caseId: string, at: Date): Promise<void> {
  await on.db.feeAssessment.updateMany({
    where: { caseId, cause: { in: OUTSIDE_CAUSES }, acknowledgedAt: null },
    data: { acknowledgedAt: at, acknowledgedById: on.grant.actor.id },
  })
  await on.db.case.update({ where: { id: caseId }, data: { feeChangeAt: null }, select: { id: true } })
}

// Two edits within one millisecond are still one after the other.
function after(latest: FeeAssessment | null): Date {
  return new Date(Math.max(now().getTime(), latest === null ? 0 : latest.assessedAt.getTime() + 1))
}

function findLatest(on: Scoped<Reader | LedgerWriter>, where: Prisma.FeeAssessmentWhereInput) {
  return on.db.feeAssessment.findFirst({ where, orderBy: LATEST_FIRST })
}

async function openAssessment(on: Scoped<Reader | LedgerWriter>, row: FeeAssessment): Promise<StoredAssessment> {
  const { id, cause, assessedAt } = row
  return { id, cause, assessedAt, ...readAssessmentColumns(row), rules: await rulesNamed(on, row.ruleRefs) }
}

/** The named versions. One that this process does not know yet is looked for in the table. */
async function rulesNamed(on: Scoped<Reader | LedgerWriter>, refs: readonly string[]): Promise<readonly FeeRule[]> {
  const names = new Set(refs)
  const named = (rules: readonly FeeRule[]) => rules.filter((rule) => names.has(versionKey(rule)))
  const known = named(await listRuleVersions(on))
  return known.length === names.size ? known : named(await currentRuleVersions(on))
}
