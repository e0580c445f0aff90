import 'server-only'
import type { Collateral } from '@/lib/domain/fees/ledger/loan-terms'
import { PLEDGES } from '@/lib/domain/fees/ledger/loan-terms'
import type { FeeCategoryCode } from '@/lib/domain/fees/categories'
import { RECRUITING_LENDERS, type LenderKind } from '@/lib/domain/fees/payees'
import type { CaseHead } from '@/lib/domain/case-file'
import { isGrievanceCode } from '@/lib/domain/grievances/catalog'
import { DANGER_CODES } from '@/lib/domain/grievances/dangers'
import type { TriageDecision, TriageFacts, TriagePlan } from '@/lib/domain/triage'
import type { CaseSeal } from './case-keys'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

/** What the rules of severity look at, read again at triage; dangers as the worker told them. `today` is a day `YYYY-MM-DD`. */
export async function loadTriageFacts(
  on: Scoped<'case.read' | 'case.change_state'>,
  head: CaseHead,
  caseSeal: CaseSeal | null,
  today: string,
): Promise<TriageFacts> {
  const caseId = head.id
  const lines = await on.db.feeLine.findMany({
    where: { caseId, removedAt: null, splitAt: null },
    select: { category: true, lumpCategories: true },
  })
  const loans = await on.db.loan.findMany({
    where: { caseId, removedAt: null },
    select: { lenderKind: true, collateral: true },
  })
  const told = await on.db.statement.findMany({
    where: { caseId, authorKind: 'worker' },
    select: { id: true, sealedText: true },
  })
  const lenders = loans.flatMap(({ lenderKind }) => (lenderKind ? [lenderKind as LenderKind] : []))
  const pledges = loans.flatMap(({ collateral }) => (collateral ? [collateral as Collateral] : []))
  const story = caseSeal
    ? told.map(({ id, sealedText }) => caseSeal.unseal('statement.sealed_text', id, sealedText)).join('\n')
    : ''
  return {
    grievances: head.grievances.filter(isGrievanceCode),
    dangers: DANGER_CODES.filter((code) => head.dangers.includes(code)),
    feeCategories: lines.flatMap(({ category, lumpCategories }) => [
      category as FeeCategoryCode | null,
      ...(lumpCategories as FeeCategoryCode[]),
    ]),
    lender: lenders.find((one) => RECRUITING_LENDERS.includes(one)) ?? lenders[0] ?? null,
    collateral: pledges.find((one) => PLEDGES.includes(one)) ?? pledges[0] ?? null,
    story: story === '' ? null : story,
    departureOn: head.departureOn,
    today,
    severity: head.severity,
    isOverridden: head.isSeverityOverridden,
  }
}

/** What triage found and decided, to keep. */
export type TriageRecord = {
  readonly requestId: string
  readonly dangersNot: readonly string[]
  readonly plan: TriagePlan
  readonly decision: TriageDecision
  readonly triagedAt: Date
}

/** Keeps what an officer found at triage, in the own name. */
export async function insertTriage(
  on: Scoped<'case.change_state'>,
  caseId: string,
  { requestId, dangersNot, plan, decision, triagedAt }: TriageRecord,
): Promise<void> {
  await on.db.triage.createMany({
    data: [
      {
        id: newId(),
        caseId,
        requestId,
        dangersNow: [...plan.dangers],
        dangersNot: [...dangersNot],
        proposed: plan.proposed,
        severity: plan.severity,
        reasons: [...plan.reasons],
        decision,
        triagedById: on.grant.actor.id,
        triagedAt,
      },
    ],
  })
}

/** What the last triage found, to begin the next one with; null when there was none. */
export function findLastTriage(
  on: Scoped<'case.read'>,
  caseId: string,
): Promise<{ dangersNow: string[]; dangersNot: string[] } | null> {
  return on.db.triage.findFirst({
    where: { caseId },
    select: { dangersNow: true, dangersNot: true },
    orderBy: { triagedAt: 'desc' },
  })
}
