import 'server-only'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findStaffNames, listCaseworkers } from '@/lib/data/staff'
import { listTasks } from '@/lib/data/tasks'
import type { CaseTask } from '@/lib/domain/case-tasks'
import type { Locale } from '@/lib/i18n/locales'
import { openAct } from '../case-acts'

/** The case, its tasks and who may be given one. */
export async function openTasks(locale: Locale, number: string, act: string) {
  const opened = await openAct('case.manage_tasks', { locale, number, act }, async (on, head) => {
    const caseSeal = await findCaseSeal(on, head.id)
    const rows = caseSeal ? await listTasks(on, caseSeal) : []
    const nameOf = await findStaffNames(
      on,
      rows.flatMap((row) => [row.assigneeId, row.doneById, row.createdById]),
    )
    const tasks: readonly CaseTask[] = rows.map(({ assigneeId, doneById, createdById, ...row }) => ({
      ...row,
      assignee: nameOf(assigneeId),
      doneBy: nameOf(doneById),
      createdBy: nameOf(createdById),
    }))
    return { tasks, caseworkers: await listCaseworkers(on) }
  })
  return { ...opened, ...opened.more }
}
