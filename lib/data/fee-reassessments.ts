import 'server-only'
import type { Reassessment, ReassessmentCause, ReassessmentRequest } from '@/lib/domain/fees/reassessment'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

type Administrator = 'fee_rule.manage' | 'exchange_rate.manage'

/** Asks for open cases to be judged again; in the transaction that changed a rule or a rate. */
export async function requestReassessment(
  on: Scoped<Administrator>,
  { cause, ruleRefs, origins }: ReassessmentRequest,
  at: Date,
): Promise<void> {
  await on.db.feeReassessment.create({
    data: {
      id: newId(),
      cause,
      ruleRefs: [...ruleRefs],
      origins: [...origins],
      requestedById: on.grant.actor.id,
      requestedAt: at,
    },
    select: { id: true },
  })
}

/** The latest reassessments, those that still run among them. */
export async function listReassessments(on: Scoped<Administrator>, limit = 5): Promise<Reassessment[]> {
  const rows = await on.db.feeReassessment.findMany({ orderBy: { requestedAt: 'desc' }, take: limit })
  return rows.map((row) => ({
    id: row.id,
    cause: row.cause as ReassessmentCause,
    ruleRefs: row.ruleRefs,
    requestedAt: row.requestedAt,
    toLookAt: row.casesToLookAt,
    lookedAt: row.casesLookedAt,
    changed: row.casesChanged,
    failed: row.casesFailed,
    finishedAt: row.finishedAt,
  }))
}

/** How many open cases with payments a rule for these countries may be about; none named: every country. */
export async function countFeeCases(on: Scoped<Administrator>, origins: readonly string[]): Promise<number> {
  const rows = await on.db.$queryRaw<{ count: number }[]>`SELECT app.count_fee_cases(${origins}::text[]) AS count`
  return rows[0]?.count ?? 0
}
