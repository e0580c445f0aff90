import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { countMail, type MailCount } from '@/lib/data/mail'
import { listRuns, summariseJobs, type JobRun, type JobSummary } from '@/lib/data/jobs'
import { within } from '@/lib/data/within'
import { JOB_KINDS, standingOf, type ScheduleStanding } from '@/lib/domain/jobs'
import { mailMode, type MailMode } from '@/lib/mail/send'
import { now } from '@/lib/platform/clock'

const RUNS_SHOWN = 50
const DAY_MS = 86_400_000

/** What the jobs of this installation did, and how they stand. */
export type JobsReport = {
  readonly schedules: readonly (JobSummary & { readonly standing: ScheduleStanding })[]
  readonly runs: readonly JobRun[]
  readonly mail: readonly MailCount[]
  readonly mailMode: MailMode
}

/** The jobs of the whole installation: they belong to no office, and nothing of a case is in them. */
export function readJobs(grant: Grant<'job.read'>): Promise<JobsReport> {
  const at = now()
  return within(grant, async (on) => {
    const found = new Map((await summariseJobs(on)).map((one) => [one.kind, one]))
    const schedules = JOB_KINDS.flatMap((kind) => {
      const one = found.get(kind)
      return one ? [{ ...one, standing: standingOf(kind, one.lastSuccessAt, one.installedAt, at) }] : []
    })
    return {
      schedules,
      runs: await listRuns(on, RUNS_SHOWN),
      mail: await countMail(on, new Date(at.getTime() - DAY_MS)),
      mailMode: mailMode(),
    }
  })
}
