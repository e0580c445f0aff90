import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listTurnFiles, type TurnFile } from '@/lib/data/statistic-files'
import { listSchedules, type Schedule } from '@/lib/data/statistic-schedules'
import { within } from '@/lib/data/within'

/** A schedule with what came of its turns, the newest first. */
export type ScheduleWithFiles = Schedule & { readonly files: readonly TurnFile[] }

/** Every schedule with its files. Files that were given up are left out. */
export function readSchedules(grant: Grant<'statistics.schedule'>): Promise<ScheduleWithFiles[]> {
  return within(grant, async (on) => {
    const schedules = await listSchedules(on)
    const files = await listTurnFiles(on)
    return schedules.map((schedule) => ({
      ...schedule,
      files: files.filter(({ scheduleId, state }) => scheduleId === schedule.id && state !== 'removed'),
    }))
  })
}
