import 'server-only'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** The one kind so far: what an officer wrote down. */
const KIND = 'task'
const TITLE = 'task.sealed_title'

/** A task as it is kept, its title opened; people by id. */
export type StoredTask = {
  readonly id: string
  readonly title: string
  readonly assigneeId: string | null
  readonly dueAt: Date | null
  readonly doneAt: Date | null
  readonly doneById: string | null
  readonly createdById: string | null
  readonly createdAt: Date
  readonly version: number
}

/** The tasks of a case, in the order they were written. */
export async function listTasks(
  on: Scoped<'case.read' | 'case.manage_tasks'>,
  caseSeal: CaseSeal,
): Promise<StoredTask[]> {
  const rows = await on.db.task.findMany({
    where: { caseId: caseSeal.caseId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ sealedTitle, ...row }) => ({
    id: row.id,
    title: sealedTitle === null ? '' : caseSeal.unseal(TITLE, row.id, sealedTitle),
    assigneeId: row.assigneeId,
    dueAt: row.dueAt,
    doneAt: row.doneAt,
    doneById: row.doneById,
    createdById: row.createdById,
    createdAt: row.createdAt,
    version: row.version,
  }))
}

/** Writes a task down, its title sealed. Its id, or null when the form of this id wrote one before. */
export async function insertTask(
  on: Scoped<'case.manage_tasks'>,
  caseSeal: CaseSeal,
  task: {
    readonly title: string
    readonly assigneeId: string | null
    readonly dueAt: Date | null
    readonly requestId: string
    readonly createdAt: Date
  },
): Promise<string | null> {
  const { title, ...columns } = task
  const id = newId()
  const { count } = await on.db.task.createMany({
    data: [
      {
        ...columns,
        id,
        caseId: caseSeal.caseId,
        kind: KIND,
        sealedTitle: new Uint8Array(caseSeal.seal(TITLE, id, title)),
        createdById: on.grant.actor.id,
      },
    ],
    skipDuplicates: true,
  })
  return count === 0 ? null : id
}

/** Changes a task of this version; false when somebody changed it before. */
export async function updateTask(
  on: Scoped<'case.manage_tasks'>,
  id: string,
  version: number,
  change: {
    readonly assigneeId?: string | null
    readonly dueAt?: Date | null
    readonly doneAt?: Date | null
    readonly doneById?: string | null
  },
): Promise<boolean> {
  const { count } = await on.db.task.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}
