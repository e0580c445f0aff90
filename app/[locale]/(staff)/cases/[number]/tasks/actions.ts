'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { taskFields } from '@/components/case/task-fields'
import { notHere } from '@/lib/access/not-here'
import { findCaseHead } from '@/lib/data/case-page'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findStaffNames } from '@/lib/data/staff'
import { listTasks } from '@/lib/data/tasks'
import { within } from '@/lib/data/within'
import type { Grant } from '@/lib/access/grant'
import type { FieldValues } from '@/lib/http/form-fields'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { lostRace } from '@/lib/http/lost-race'
import { parseForm } from '@/lib/http/parse-form'
import { addTaskSchema, finishTaskSchema, reassignTaskSchema } from '@/lib/schemas/case/case-work'
import { addTask } from '@/lib/usecases/add-task'
import { changeTask } from '@/lib/usecases/change-task'
import { forgetHeld, grantOrHold } from '../held-form'

const UNKNOWN = { key: 'cases.task_assignee_unknown' } as const

/** Writes a task down. */
export async function addTaskAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}/tasks`
  const held = { name: 'task', number, locale, address }
  const passed = await grantOrHold('case.manage_tasks', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(addTaskSchema, data)
  if (!form.ok) return form.state
  const { dueOn, ...task } = form.value
  const done = await addTask(passed.grant, { number, ...task, dueAt: dueOn })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok && done.error.code === 'assignee_unknown') return invalidField('assigneeId', UNKNOWN, form.values)
  if (!done.ok) return refused(done.error.code, form.values)
  await forgetHeld(held)
  redirect(`${address}?done=task_added&form=${form.value.requestId}`)
}

/** The button of one task, on the page of the case or of its tasks. */
export async function finishTaskAction(
  locale: string,
  number: string,
  taskId: string,
  place: 'case' | 'tasks',
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const page = `/${locale}/cases/${number}`
  const address = place === 'case' ? page : `${page}/tasks`
  const passed = await grantOrHold('case.manage_tasks', { name: `task:${taskId}`, number, locale, address }, data)
  if ('state' in passed) return passed.state
  const form = parseForm(finishTaskSchema, data)
  if (!form.ok) return form.state
  const { act, requestId, version } = form.value
  const done = await changeTask(passed.grant, { number, taskId, version, requestId, change: { act } })
  if (!done.ok) {
    if (done.error.code === 'not_found') notHere(locale)
    if (done.error.code === 'changed_meanwhile') revalidatePath(address)
    return refused(done.error.code, form.values)
  }
  redirect(`${address}?done=task_${act}#tasks`)
}

/** Gives a task to somebody else, or another day. */
export async function reassignTaskAction(
  locale: string,
  number: string,
  taskId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}/tasks/${taskId}`
  const held = { name: `task:${taskId}`, number, locale, address }
  const passed = await grantOrHold('case.manage_tasks', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(reassignTaskSchema, data)
  if (!form.ok) return form.state
  const { assigneeId, dueOn, requestId, version } = form.value
  const change = { act: 'reassigned', assigneeId, dueAt: dueOn } as const
  const done = await changeTask(passed.grant, { number, taskId, version, requestId, change })
  if (!done.ok) {
    if (done.error.code === 'not_found') notHere(locale)
    if (done.error.code === 'assignee_unknown') return invalidField('assigneeId', UNKNOWN, form.values)
    if (done.error.code !== 'changed_meanwhile') return refused(done.error.code, form.values)
    revalidatePath(address)
    return theirs(passed.grant, { number, taskId, typed: form.values })
  }
  await forgetHeld(held)
  redirect(`/${locale}/cases/${number}/tasks?done=task_reassigned`)
}

/** What a colleague made of the task, over what was not touched here. */
async function theirs(
  grant: Grant<'case.manage_tasks'>,
  { number, taskId, typed }: { readonly number: string; readonly taskId: string; readonly typed: FieldValues },
): Promise<FormState> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, number)
    const caseSeal = head && (await findCaseSeal(on, head.id))
    const task = caseSeal ? (await listTasks(on, caseSeal)).find(({ id }) => id === taskId) : undefined
    if (task === undefined) return refused('changed_meanwhile', typed)
    const nameOf = await findStaffNames(on, [task.assigneeId])
    const say = (field: string, value: string) =>
      field === 'assigneeId' ? (nameOf(value)?.displayName ?? value) : value
    return lostRace({ typed, now: taskFields(task), say })
  })
}
