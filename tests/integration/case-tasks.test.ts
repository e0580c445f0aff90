import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { endOfTaskDay } from '@/lib/domain/case-tasks'
import { addTask } from '@/lib/usecases/add-task'
import { changeTask, type TaskChange } from '@/lib/usecases/change-task'
import { readCase } from '@/lib/usecases/read-case'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { aCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'

let officer: StaffActor
let colleague: StaffActor
let stranger: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'caseworker')
  stranger = await aStaffMember(await anOffice('union'), 'caseworker')
})

const fileOf = async (number: string) => {
  const reading = await readCase(staffGrant(officer, 'case.read'), number)
  if (!reading) throw new Error('no such case')
  return reading.file
}

describe('a task', () => {
  const DUE = endOfTaskDay('2026-01-10')
  const add = (number: string, change: { dueAt?: Date | null; assigneeId?: string; requestId?: string } = {}) =>
    addTask(staffGrant(officer, 'case.manage_tasks'), {
      number,
      requestId: change.requestId ?? randomUUID(),
      title: 'Call the embassy',
      assigneeId: change.assigneeId ?? colleague.id,
      dueAt: change.dueAt === undefined ? DUE : change.dueAt,
    })
  const changeIt = (number: string, taskId: string, version: number, change: TaskChange, by = officer) =>
    changeTask(staffGrant(by, 'case.manage_tasks'), { number, taskId, version, requestId: randomUUID(), change })
  const taskClock = async (number: string) =>
    (
      await ownerPool().query<{ due_at: Date }>(
        `SELECT d.due_at FROM deadline d JOIN cases c ON c.id = d.case_id
          WHERE c.number = $1 AND d.kind = 'task' AND d.met_at IS NULL AND d.cancelled_at IS NULL`,
        [number],
      )
    ).rows.map(({ due_at }) => due_at)

  test('with a day is due in the queue, until it is done, and again when it was not', async () => {
    const { number } = await aCase()
    await add(number)
    const [task] = (await fileOf(number)).tasks
    expect(task).toMatchObject({ title: 'Call the embassy', assignee: { id: colleague.id }, dueAt: DUE, version: 1 })
    expect((await fileOf(number)).head).toMatchObject({ nextDueAt: DUE, nextDueKind: 'task' })
    await changeIt(number, task?.id ?? '', 1, { act: 'done' }, colleague)
    expect(await taskClock(number)).toEqual([])
    expect((await fileOf(number)).head.nextDueKind).not.toBe('task')
    expect((await fileOf(number)).tasks[0]).toMatchObject({ doneBy: { id: colleague.id } })
    await changeIt(number, task?.id ?? '', 2, { act: 'undone' })
    expect(await taskClock(number)).toEqual([DUE])
  })

  test('goes to somebody else of the office, by another day or none; to nobody outside', async () => {
    const { number } = await aCase()
    await add(number)
    const id = (await fileOf(number)).tasks[0]?.id ?? ''
    const later = endOfTaskDay('2026-02-01')
    await changeIt(number, id, 1, { act: 'reassigned', assigneeId: officer.id, dueAt: later })
    expect(await taskClock(number)).toEqual([later])
    await changeIt(number, id, 2, { act: 'reassigned', assigneeId: null, dueAt: null })
    expect(await taskClock(number)).toEqual([])
    const outside = await changeIt(number, id, 3, { act: 'reassigned', assigneeId: stranger.id, dueAt: null })
    expect(outside).toMatchObject({ error: { code: 'assignee_unknown' } })
    expect(await add(number, { assigneeId: stranger.id })).toMatchObject({ error: { code: 'assignee_unknown' } })
  })

  test('of two officers at once one is heard; the same form twice makes one task', async () => {
    const { number } = await aCase()
    const requestId = randomUUID()
    await Promise.all([add(number, { requestId }), add(number, { requestId })])
    const { tasks } = await fileOf(number)
    expect(tasks).toHaveLength(1)
    const id = tasks[0]?.id ?? ''
    const both = await Promise.all([
      changeIt(number, id, 1, { act: 'done' }),
      changeIt(number, id, 1, { act: 'reassigned', assigneeId: officer.id, dueAt: null }, colleague),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'changed_meanwhile' } })
  })
})
