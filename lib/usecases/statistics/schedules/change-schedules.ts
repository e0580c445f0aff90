import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { insertSchedule, stopSchedule as updateStopped, type NewSchedule } from '@/lib/data/statistic-schedules'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { queryAddress } from '@/lib/domain/statistics/query-text'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { now } from '@/lib/platform/clock'

/** `not_found`: no such schedule that runs. */
export type ScheduleError = { readonly code: 'not_found' }

/** Has the answer to a question written to a file from now on, the first at once; `id` is that of the form. Sent twice, it is one. */
export function makeSchedule(
  grant: Grant<'statistics.schedule'>,
  { query, ...schedule }: Omit<NewSchedule, 'question' | 'createdAt'> & { readonly query: StatisticQuery },
): Promise<void> {
  const question = queryAddress(query).toString()
  return within(grant, async (on) => {
    if (!(await insertSchedule(on, { ...schedule, question, createdAt: now() }))) return
    const { id, format, rhythm, keep } = schedule
    const detail = { scheduleId: id, question, format, rhythm, keep }
    await appendAudit(on, grant.actor.officeId, 'statistics.schedule_made', { detail })
  })
}

/** Makes no more files of a schedule; those there are stay. */
export function stopSchedule(grant: Grant<'statistics.schedule'>, id: string): Promise<Result<void, ScheduleError>> {
  return within<'statistics.schedule', Result<void, ScheduleError>>(grant, async (on) => {
    if (!(await updateStopped(on, id, now()))) return err({ code: 'not_found' })
    await appendAudit(on, grant.actor.officeId, 'statistics.schedule_stopped', { detail: { scheduleId: id } })
    return ok(undefined)
  })
}
