import 'server-only'
import type { StatisticSchedule } from '@/prisma/generated/client'
import { formatOf, type ExportFormat } from '@/lib/domain/statistics/export/formats'
import { STAFF_LANGUAGES, type ExportLanguage } from '@/lib/domain/statistics/export/languages'
import { RHYTHMS, type Rhythm } from '@/lib/domain/statistics/export/schedule'
import type { Scoped } from './within'

/** A question whose answer is written again and again. `question` is its address; `not_allowed`: who made it may no longer. */
export type Schedule = {
  readonly id: string
  readonly officeId: string
  readonly madeById: string
  readonly madeByName: string
  readonly name: string
  readonly question: string
  readonly format: ExportFormat
  readonly language: ExportLanguage
  readonly rhythm: Rhythm
  readonly keep: number
  readonly state: 'running' | 'stopped' | 'not_allowed'
  readonly dueAt: Date
  readonly tryAt: Date
  readonly createdAt: Date
  readonly stoppedAt: Date | null
}

export type NewSchedule = Pick<
  Schedule,
  'id' | 'name' | 'question' | 'format' | 'language' | 'rhythm' | 'keep' | 'createdAt'
>

type Reader = 'statistics.schedule' | 'system.export'

/** Every schedule, the running first, by name. */
export async function listSchedules(on: Scoped<Reader>): Promise<Schedule[]> {
  const rows = await on.db.statisticSchedule.findMany({ orderBy: [{ state: 'asc' }, { name: 'asc' }, { id: 'asc' }] })
  const all = rows.map(scheduleOf)
  return [...all.filter(({ state }) => state === 'running'), ...all.filter(({ state }) => state !== 'running')]
}

/** A schedule; null when there is none. */
export async function findSchedule(on: Scoped<Reader>, id: string): Promise<Schedule | null> {
  const row = await on.db.statisticSchedule.findUnique({ where: { id } })
  return row && scheduleOf(row)
}

/** Makes a schedule whose first turn is at once. False when the form with this id was sent before. */
export async function insertSchedule(on: Scoped<'statistics.schedule'>, schedule: NewSchedule): Promise<boolean> {
  const { actor } = on.grant
  const { count } = await on.db.statisticSchedule.createMany({
    data: [
      {
        ...schedule,
        officeId: actor.officeId,
        madeById: actor.id,
        madeByName: actor.displayName,
        dueAt: schedule.createdAt,
        tryAt: schedule.createdAt,
      },
    ],
    skipDuplicates: true,
  })
  return count === 1
}

/** Stops a schedule; its files stay. False when it does not run. */
export async function stopSchedule(on: Scoped<'statistics.schedule'>, id: string, stoppedAt: Date): Promise<boolean> {
  const { count } = await on.db.statisticSchedule.updateMany({
    where: { id, state: 'running' },
    data: { state: 'stopped', stoppedAt },
  })
  return count === 1
}

/** The ids of the schedules whose turn has come. */
export async function listDueSchedules(on: Scoped<'system.export'>, now: Date): Promise<string[]> {
  const rows = await on.db.statisticSchedule.findMany({
    where: { state: 'running', tryAt: { lte: now } },
    orderBy: [{ tryAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Says when a schedule has its next turn and is looked at next. False when another process said so for this turn before. */
export async function updateScheduleTurn(
  on: Scoped<'system.export'>,
  { id, dueAt }: Pick<Schedule, 'id' | 'dueAt'>,
  next: { readonly dueAt: Date; readonly tryAt: Date },
): Promise<boolean> {
  const { count } = await on.db.statisticSchedule.updateMany({ where: { id, dueAt }, data: next })
  return count === 1
}

/** Ends a schedule of somebody who may not export any more. */
export async function refuseSchedule(on: Scoped<'system.export'>, id: string, stoppedAt: Date): Promise<void> {
  await on.db.statisticSchedule.updateMany({
    where: { id, state: 'running' },
    data: { state: 'not_allowed', stoppedAt },
  })
}

function scheduleOf({ format, language, rhythm, state, ...row }: StatisticSchedule): Schedule {
  return {
    ...row,
    format: formatOf(format) ?? 'csv',
    language: STAFF_LANGUAGES.find((one) => one === language) ?? 'en',
    rhythm: RHYTHMS.find((one) => one === rhythm) ?? 'monthly',
    state: state === 'running' || state === 'not_allowed' ? state : 'stopped',
  }
}
