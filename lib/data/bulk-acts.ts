import 'server-only'
import type { BulkAct, BulkKind, BulkOutcome } from '@/lib/domain/bulk-act'
import type { Scoped } from './within'

/** The grants that act on several cases at once. */
export type BulkWriter = 'case.assign' | 'case.hand_over' | 'case.label'

/** Begins an act of the person of the grant. False when the form with this id was sent before. */
export async function insertBulkAct(
  on: Scoped<BulkWriter>,
  act: { readonly id: string; readonly kind: BulkKind; readonly subjectId: string; readonly doneAt: Date },
): Promise<boolean> {
  const { officeId, id: staffId } = on.grant.actor
  const { count } = await on.db.bulkAct.createMany({ data: [{ ...act, officeId, staffId }], skipDuplicates: true })
  return count === 1
}

/** How it ended for one case. */
export async function insertBulkOutcome(
  on: Scoped<BulkWriter>,
  actId: string,
  row: { readonly number: string; readonly outcome: BulkOutcome; readonly fromId: string | null },
): Promise<void> {
  await on.db.bulkActCase.createMany({ data: [{ actId, ...row }], skipDuplicates: true })
}

/** Marks an act as taken back. False when it was before. */
export async function updateBulkActUndone(on: Scoped<BulkWriter>, id: string, undoneAt: Date): Promise<boolean> {
  const { count } = await on.db.bulkAct.updateMany({ where: { id, undoneAt: null }, data: { undoneAt } })
  return count === 1
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
