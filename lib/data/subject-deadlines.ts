import 'server-only'
import type { Permission } from '@/lib/access/policy'
import type { DeadlineOwner, SubjectDeadlineKind } from '@/lib/domain/deadlines'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

/** The clock of one thing on a case: a task, an instalment, a question to a party. */
export type SubjectDeadline = {
  readonly kind: SubjectDeadlineKind
  /** Id of the row that it is about. */
  readonly subjectId: string
  readonly ownerKind: DeadlineOwner
  readonly dueAt: Date
}

/** Starts the clock of one thing, or moves it when it runs already; in the transaction of the change. */
export async function setSubjectDeadline(
  on: Scoped<Permission>,
  caseId: string,
  { kind, subjectId, ownerKind, dueAt }: SubjectDeadline,
  at: Date,
): Promise<void> {
  const { count } = await on.db.deadline.updateMany({
    where: { caseId, kind, subjectId, metAt: null, cancelledAt: null },
    data: { dueAt, ownerKind },
  })
  if (count === 0)
    await on.db.deadline.createMany({
      data: [{ id: newId(), caseId, kind, subjectId, ownerKind, dueAt, createdAt: at }],
    })
  await refreshNextDue(on, caseId)
}

/** Ends the clock of one thing: done, or no longer wanted. Nothing happens when none runs. */
export async function endSubjectDeadline(
  on: Scoped<Permission>,
  caseId: string,
  kind: SubjectDeadlineKind,
  subjectId: string,
  end: 'met' | 'cancelled',
  at: Date,
): Promise<void> {
  const { count } = await on.db.deadline.updateMany({
    where: { caseId, kind, subjectId, metAt: null, cancelledAt: null },
    data: end === 'met' ? { metAt: at } : { cancelledAt: at },
  })
  if (count > 0) await refreshNextDue(on, caseId)
}

/** Puts a case where it belongs in the queue: by the earliest clock that runs. What stands still does not count. */
export async function refreshNextDue(on: Scoped<Permission>, caseId: string): Promise<void> {
  const next = await on.db.deadline.findFirst({
    where: { caseId, metAt: null, cancelledAt: null, pausedAt: null },
    select: { kind: true, dueAt: true },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  })
  await on.db.case.update({
    where: { id: caseId },
    data: { nextDueAt: next?.dueAt ?? null, nextDueKind: next?.kind ?? null },
    select: { id: true },
  })
}
