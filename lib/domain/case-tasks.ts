import type { StaffName } from './case-file'

/** Something somebody of the office wants done on a case. `dueAt` is the end of a day in Japan. */
export type CaseTask = {
  readonly id: string
  readonly title: string
  readonly assignee: StaffName | null
  readonly dueAt: Date | null
  readonly doneAt: Date | null
  readonly doneBy: StaffName | null
  readonly createdBy: StaffName | null
  readonly createdAt: Date
  readonly version: number
}

/** What is to be done first: open ones by their day, those without a day after them, done ones last, the latest first. */
export function inTaskOrder(tasks: readonly CaseTask[]): readonly CaseTask[] {
  const place = ({ dueAt, doneAt }: CaseTask) =>
    doneAt === null
      ? (dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER / 2)
      : Number.MAX_SAFE_INTEGER - doneAt.getTime() / 1e6
  return tasks.toSorted((a, b) => place(a) - place(b) || a.createdAt.getTime() - b.createdAt.getTime())
}

/** The instant at which a day in Japan has ended. `day` is 'YYYY-MM-DD'. */
export function endOfTaskDay(day: string): Date {
  return new Date(new Date(`${day}T00:00:00+09:00`).getTime() + 86_399_000)
}

/** The day in Japan that a task is due on, 'YYYY-MM-DD'. */
export function taskDayOf(dueAt: Date): string {
  return new Date(dueAt.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)
}
