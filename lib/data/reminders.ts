import 'server-only'
import type { DeadlineOwner } from '@/lib/domain/deadlines'
import { NOTICE_AUDIENCE } from '@/lib/domain/notices'
import type { Reminder, WatchedDeadline } from '@/lib/domain/reminders'
import type { Severity } from '@/lib/domain/severity-levels'
import type { Scoped } from './within'

/** A deadline that is to be looked at now, and its case. */
export type ClaimedDeadline = WatchedDeadline & { readonly caseId: string }

/** Deadlines of all offices to be looked at, the longest waiting first; locked until the transaction ends, those another process holds left out. */
export async function claimDeadlines(on: Scoped<'system.remind'>, at: Date, count: number): Promise<ClaimedDeadline[]> {
  const rows = await on.db.$queryRaw<
    {
      id: string
      case_id: string
      kind: string
      owner_kind: string
      created_at: Date
      due_at: Date
      severity: string
    }[]
  >`SELECT id, case_id, kind, owner_kind, created_at, due_at, severity FROM app.claim_deadlines(${at}, ${count}::integer)`
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    kind: row.kind,
    ownerKind: row.owner_kind as DeadlineOwner,
    createdAt: row.created_at,
    dueAt: row.due_at,
    severity: row.severity as Severity,
  }))
}

/** Tells people what was decided about the claimed deadlines and when each is looked at again; escalations go into the audit chain. */
export async function storeReminders(
  on: Scoped<'system.remind'>,
  decided: readonly { readonly deadline: ClaimedDeadline; readonly reminder: Reminder }[],
  at: Date,
): Promise<void> {
  const rows = decided.map(({ deadline, reminder: { told, nextAt } }) => ({
    id: deadline.id,
    caseId: deadline.caseId,
    nextAt: nextAt?.toISOString() ?? null,
    notice: told?.kind ?? null,
    key: told?.key ?? null,
    audience: told && NOTICE_AUDIENCE[told.kind],
    escalated: told?.isEscalation ? deadline.kind : null,
  }))
  await on.db.$executeRaw`SELECT app.store_reminders(${JSON.stringify(rows)}::jsonb, ${at})`
}

/**
 * Lets the clocks of cases run again that have stood still for so long as a wait for the worker may stop them; at most `count` cases.
 * Returns how many there were.
 */
export async function runClocksAgain(
  on: Scoped<'system.remind'>,
  at: Date,
  longestDays: number,
  count: number,
): Promise<number> {
  const rows = await on.db.$queryRaw<
    { cases: number }[]
  >`SELECT app.run_clocks_again(${at}, make_interval(hours => ${longestDays * 24}::integer), ${count}::integer) AS cases`
  return rows[0]?.cases ?? 0
}
