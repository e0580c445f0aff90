import 'server-only'
import type { PlannedItem } from '@/lib/domain/retention/plan'
import { isRetainedKind, RETENTION_PERIODS } from '@/lib/domain/retention/periods'
import type { Scoped } from './within'

type Planner = Scoped<'retention.manage' | 'system.retain'>
type Remover = Scoped<'system.retain'>

/** An administrator's word that what is past its time may go, and the end of it when it was taken back. */
export type RetentionConfirmation = {
  readonly id: string
  readonly periods: string
  readonly items: number
  readonly confirmedByName: string
  readonly confirmedAt: Date
  readonly stoppedByName: string | null
  readonly stoppedAt: Date | null
}

/** How much goes until an instant, by kind, office and day: the dry run (app.retention_plan). */
export async function listPlanned(on: Planner, until: Date): Promise<PlannedItem[]> {
  const rows = await on.db.$queryRaw<{ kind: string; officeId: string; dueOn: string; items: number }[]>`
    SELECT kind, office_id::text AS "officeId", due_on::text AS "dueOn", items FROM app.retention_plan(${until})`
  return rows.flatMap(({ kind, ...row }) => (isRetainedKind(kind) ? [{ kind, ...row }] : []))
}

/** Every confirmation there was, the newest first. */
export async function listConfirmations(on: Scoped<'retention.manage'>): Promise<RetentionConfirmation[]> {
  return on.db.retentionConfirmation.findMany({
    omit: { confirmedById: true, stoppedById: true },
    orderBy: [{ confirmedAt: 'desc' }, { id: 'desc' }],
  })
}

/** Whether an administrator confirmed the periods of this version, and nobody stopped it. */
export async function isRetentionConfirmed(on: Planner): Promise<boolean> {
  const row = await on.db.retentionConfirmation.findFirst({
    where: { periods: RETENTION_PERIODS, stoppedAt: null },
    select: { id: true },
  })
  return row !== null
}

/** Writes down that an administrator saw the plan; false when the form of this id did so before. */
export async function insertConfirmation(
  on: Scoped<'retention.manage'>,
  { id, items, at }: { readonly id: string; readonly items: number; readonly at: Date },
): Promise<boolean> {
  const { id: confirmedById, displayName: confirmedByName } = on.grant.actor
  const { count } = await on.db.retentionConfirmation.createMany({
    data: [{ id, periods: RETENTION_PERIODS, items, confirmedById, confirmedByName, confirmedAt: at }],
    skipDuplicates: true,
  })
  return count === 1
}

/** Stops what was confirmed. Returns how many confirmations that ended. */
export async function stopConfirmations(on: Scoped<'retention.manage'>, at: Date): Promise<number> {
  const { id: stoppedById, displayName: stoppedByName } = on.grant.actor
  const { count } = await on.db.retentionConfirmation.updateMany({
    where: { stoppedAt: null },
    data: { stoppedAt: at, stoppedById, stoppedByName },
  })
  return count
}

/** Anonymises or erases the next cases past their time (app.retain_cases). Returns how many; ask again until it is none. */
export async function retainCases(on: Remover, at: Date, most: number): Promise<number> {
  const rows = await on.db.$queryRaw<{ done: number }[]>`SELECT app.retain_cases(${at}, ${most}::int) AS done`
  return rows[0]?.done ?? 0
}

/** The same of everything else but the audit chains (app.retain_things). */
export async function retainThings(on: Remover, at: Date, most: number): Promise<number> {
  const rows = await on.db.$queryRaw<{ done: number }[]>`SELECT app.retain_things(${at}, ${most}::int) AS done`
  return rows[0]?.done ?? 0
}

/** The same of the beginning of the audit chains (app.retain_audit). */
export async function retainAudit(on: Remover, at: Date, most: number): Promise<number> {
  const rows = await on.db.$queryRaw<{ done: number }[]>`SELECT app.retain_audit(${at}, ${most}::int) AS done`
  return rows[0]?.done ?? 0
}
