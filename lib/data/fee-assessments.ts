import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { assessCase } from '@/lib/domain/fees/assessment/assess-case'
import { assessmentChanges, type AssessmentChange } from '@/lib/domain/fees/assessment/assessment-changes'
import { caseFeeFacts } from '@/lib/domain/fees/ledger/case-fee-facts'
import type { StoredAssessment } from '@/lib/domain/fees/ledger/ledger'
import { assessmentColumns, readAssessmentColumns, verdictTotals } from '@/lib/domain/fees/ledger/stored-assessment'
import { versionKey } from '@/lib/domain/fees/rules/live-rules'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import type { FeeAssessment, Prisma } from '@/prisma/generated/client'
import { listExchangeRates } from './exchange-rates'
import { findCaseFeeRows, type LedgerWriter } from './fee-facts'
import { listLiveRules, listRuleVersions } from './fee-rules'
import type { Scoped } from './within'

/** Why a verdict was reached. */
export type AssessmentCause = 'report' | 'ledger_changed' | 'facts_changed'

type Reader = 'case.read' | 'case.write_fees' | 'own_case.read'

const LATEST_FIRST = [{ assessedAt: 'desc' }, { id: 'desc' }] satisfies Prisma.FeeAssessmentOrderByWithRelationInput[]
const OUTSIDE_CAUSES = ['rule_changed', 'rates_changed']

/**
 * Judges the payments of a case again, in the transaction that changed them. A verdict that says the same of the same facts is
 * not stored twice; what the case keeps of it is always made new.
 */
export async function refreshAssessment(
  on: Scoped<LedgerWriter>,
  caseId: string,
  cause: AssessmentCause,
): Promise<void> {
  const facts = caseFeeFacts(await findCaseFeeRows(on, caseId))
  const assessment = assessCase(facts, await listLiveRules(on), await listExchangeRates(on))
  const { verdict, ruleRefs, inputs, result } = assessmentColumns(facts, assessment)
  const latest = await on.db.feeAssessment.findFirst({ where: { caseId }, orderBy: LATEST_FIRST })
  const isNew = latest
    ? !isDeepStrictEqual(latest.inputs, inputs) || !isDeepStrictEqual(latest.result, result)
    : facts.lines.length > 0
  if (isNew) {
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
          assessedAt: after(latest),
        },
      ],
    })
  }
  await on.db.case.update({ where: { id: caseId }, data: verdictTotals(assessment), select: { id: true } })
}

/** The verdict that counts now, with the rules it names; null while there was nothing to judge. */
export async function findAssessment(on: Scoped<Reader>, caseId: string): Promise<StoredAssessment | null> {
  const row = await on.db.feeAssessment.findFirst({ where: { caseId }, orderBy: LATEST_FIRST })
  return row && openAssessment(on, row)
}

/** The verdict on the worker's own payments. */
export function findOwnAssessment(on: Scoped<'own_case.read'>): Promise<StoredAssessment | null> {
  return findAssessment(on, on.grant.actor.caseId)
}

/**
 * What a changed rule or rate changed and no officer has seen: between the verdict before the first such change and the latest
 * one. Null when there is nothing to see.
 */
export async function findUnseenChange(
  on: Scoped<'case.read' | 'case.write_fees'>,
  caseId: string,
): Promise<AssessmentChange | null> {
  const row = await on.db.case.findUnique({ where: { id: caseId }, select: { feeChangeAt: true } })
  if (!row?.feeChangeAt) return null
  const find = (where: Prisma.FeeAssessmentWhereInput) =>
    on.db.feeAssessment.findFirst({ where: { caseId, ...where }, orderBy: LATEST_FIRST })
  const before = await find({ assessedAt: { lt: row.feeChangeAt } })
  const after = await find({ assessedAt: { gte: row.feeChangeAt }, cause: { in: OUTSIDE_CAUSES } })
  if (!before || !after) return null
  return assessmentChanges(await openAssessment(on, before), await openAssessment(on, after))
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

async function openAssessment(on: Scoped<Reader>, row: FeeAssessment): Promise<StoredAssessment> {
  const named = new Set(row.ruleRefs)
  const { id, cause, assessedAt } = row
  return {
    id,
    cause,
    assessedAt,
    ...readAssessmentColumns(row),
    rules: (await listRuleVersions(on)).filter((rule) => named.has(versionKey(rule))),
  }
}
