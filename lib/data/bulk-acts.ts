import 'server-only'
import type { BulkAct, BulkKind, BulkOutcome } from '@/lib/domain/bulk-act'
import type { Scoped } from './within'

/** The grants that act on several cases at once. */
export type BulkWriter = 'case.assign' | 'case.hand_over' | 'case.label' | 'case.change_state'

/** Begins an act of the person of the grant with all cases waiting. The form with this id sent before: they stay as they are. */
export async function insertBulkAct(
  on: Scoped<BulkWriter>,
  act: { readonly id: string; readonly kind: BulkKind; readonly subjectId: string | null; readonly doneAt: Date },
  numbers: readonly string[],
): Promise<void> {
  const { officeId, id: staffId } = on.grant.actor
  const { count } = await on.db.bulkAct.createMany({ data: [{ ...act, officeId, staffId }], skipDuplicates: true })
  if (count === 0) return
  const outcome: BulkOutcome = 'waiting'
  await on.db.bulkActCase.createMany({
    data: [...new Set(numbers)].map((number) => ({ actId: act.id, number, outcome })),
  })
}

/** How it ended for one case so far; null: it is none of this act. */
export async function findBulkOutcome(
  on: Scoped<BulkWriter>,
  actId: string,
  number: string,
): Promise<{ readonly outcome: BulkOutcome; readonly undone: BulkOutcome | null } | null> {
  const row = await on.db.bulkActCase.findUnique({
    where: { actId_number: { actId, number } },
    select: { outcome: true, undone: true },
  })
  return row && { outcome: row.outcome as BulkOutcome, undone: row.undone as BulkOutcome | null }
}

/** How it ended for one case. */
export async function updateBulkOutcome(
  on: Scoped<BulkWriter>,
  actId: string,
  { number, ...end }: { readonly number: string; readonly outcome: BulkOutcome; readonly fromId: string | null },
): Promise<void> {
  await on.db.bulkActCase.updateMany({ where: { actId, number, outcome: { in: ['waiting', 'failed'] } }, data: end })
}

/** Begins to take an act back: what it did waits for that. Begun before, it stays as it is. */
export async function updateBulkActUndone(on: Scoped<BulkWriter>, id: string, undoneAt: Date): Promise<void> {
  const { count } = await on.db.bulkAct.updateMany({ where: { id, undoneAt: null }, data: { undoneAt } })
  if (count === 1)
    await on.db.bulkActCase.updateMany({ where: { actId: id, outcome: 'done' }, data: { undone: 'waiting' } })
}

/** How taking it back ended for one case. */
export async function updateBulkOutcomeUndone(
  on: Scoped<BulkWriter>,
  actId: string,
  number: string,
  undone: BulkOutcome,
): Promise<void> {
  await on.db.bulkActCase.updateMany({ where: { actId, number }, data: { undone } })
}

/** An act of the person of the grant; null for anybody else's. */
export async function findBulkAct(on: Scoped<BulkWriter | 'case.list'>, id: string): Promise<BulkAct | null> {
  const row = await on.db.bulkAct.findUnique({ where: { id }, include: { cases: { orderBy: { number: 'asc' } } } })
  return (
    row && {
      id: row.id,
      kind: row.kind as BulkKind,
      subjectId: row.subjectId,
      doneAt: row.doneAt,
      undoneAt: row.undoneAt,
      cases: row.cases.map(({ number, outcome, fromId, undone }) => ({
        number,
        outcome: outcome as BulkOutcome,
        fromId,
        undone: undone as BulkOutcome | null,
      })),
    }
  )
}
