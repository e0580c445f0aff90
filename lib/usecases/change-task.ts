import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { wasDoneByForm } from '@/lib/data/case-events'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { findCaseworker } from '@/lib/data/staff'
import { endSubjectDeadline, setSubjectDeadline } from '@/lib/data/subject-deadlines'
import { listTasks, updateTask, type StoredTask } from '@/lib/data/tasks'
import { within, type Scoped } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** What becomes of a task: done, not done after all, or for somebody else and by another day. */
export type TaskChange =
  | { readonly act: 'done' }
  | { readonly act: 'undone' }
  | { readonly act: 'reassigned'; readonly assigneeId: string | null; readonly dueAt: Date | null }

export type AskedTaskChange = {
  readonly number: string
  readonly taskId: string
  readonly version: number
  readonly requestId: string
  readonly change: TaskChange
}

/** `changed_meanwhile`: a colleague changed the task since the page was shown. */
export type ChangeTaskError = { readonly code: 'not_found' | 'case_gone' | 'assignee_unknown' | 'changed_meanwhile' }

/** Changes a task and its clock. */
export function changeTask(
  grant: Grant<'case.manage_tasks'>,
  asked: AskedTaskChange,
): Promise<Result<void, ChangeTaskError>> {
  return within(grant, async (on) => {
    const { change, requestId, taskId } = asked
    const head = await lockCase(on, asked.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const task = (await listTasks(on, caseSeal)).find(({ id }) => id === taskId)
    if (!task) return err({ code: 'not_found' })
    if (task.version !== asked.version) {
      const isDone = await wasDoneByForm(on, head.id, `task.${change.act}`, requestId)
      return isDone ? ok(undefined) : err({ code: 'changed_meanwhile' })
    }
    if (change.act === 'reassigned' && change.assigneeId !== null && !(await findCaseworker(on, change.assigneeId)))
      return err({ code: 'assignee_unknown' })
    await apply(on, head.id, task, change)
    await appendAudit(on, grant.actor.officeId, `task.${change.act}`, {
      caseId: head.id,
      detail: { taskId, requestId, ...(change.act === 'reassigned' && { assigneeId: change.assigneeId }) },
    })
    return ok(undefined)
  })
}

async function apply(
  on: Scoped<'case.manage_tasks'>,
  caseId: string,
  task: StoredTask,
  change: TaskChange,
): Promise<void> {
  const at = now()
  if (change.act === 'done') {
    await updateTask(on, task.id, task.version, { doneAt: at, doneById: on.grant.actor.id })
    return endSubjectDeadline(on, caseId, 'task', task.id, 'met', at)
  }
  const isUndone = change.act === 'undone'
  const assigneeId = change.act === 'undone' ? task.assigneeId : change.assigneeId
  const dueAt = change.act === 'undone' ? task.dueAt : change.dueAt
  await updateTask(on, task.id, task.version, isUndone ? { doneAt: null, doneById: null } : { assigneeId, dueAt })
  const isOpen = isUndone || task.doneAt === null
  if (dueAt !== null && isOpen)
    return setSubjectDeadline(on, caseId, { kind: 'task', subjectId: task.id, ownerKind: 'officer', dueAt }, at)
  return endSubjectDeadline(on, caseId, 'task', task.id, 'cancelled', at)
}
