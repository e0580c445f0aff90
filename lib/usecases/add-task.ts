import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { findCaseworker } from '@/lib/data/staff'
import { setSubjectDeadline } from '@/lib/data/subject-deadlines'
import { insertTask } from '@/lib/data/tasks'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** Something to do, for somebody of the office or for nobody yet, by a moment or without. */
export type NewTask = {
  readonly number: string
  readonly requestId: string
  readonly title: string
  readonly assigneeId: string | null
  readonly dueAt: Date | null
}

/** `assignee_unknown`: nobody of the office who works on cases; `case_gone`: the key was destroyed. */
export type AddTaskError = { readonly code: 'not_found' | 'case_gone' | 'assignee_unknown' }

/** Writes a task down; with a day it counts in the queue. The same form sent twice makes one. */
export function addTask(grant: Grant<'case.manage_tasks'>, task: NewTask): Promise<Result<void, AddTaskError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, task.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const { title, assigneeId, dueAt, requestId } = task
    if (assigneeId !== null && !(await findCaseworker(on, assigneeId))) return err({ code: 'assignee_unknown' })
    const createdAt = now()
    const taskId = await insertTask(on, caseSeal, { title, assigneeId, dueAt, requestId, createdAt })
    if (taskId === null) return ok(undefined)
    if (dueAt !== null)
      await setSubjectDeadline(on, head.id, { kind: 'task', subjectId: taskId, ownerKind: 'officer', dueAt }, createdAt)
    await appendAudit(on, grant.actor.officeId, 'task.added', { caseId: head.id, detail: { taskId, assigneeId } })
    return ok(undefined)
  })
}
