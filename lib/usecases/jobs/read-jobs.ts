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

/** A schedule with how it stands. */
export type StandingJob = JobSummary & { readonly standing: ScheduleStanding }

/** What the jobs of this installation did, and how they stand. */
export type JobsReport = {
  readonly schedules: readonly StandingJob[]
  readonly runs: readonly JobRun[]
  readonly mail: readonly MailCount[]
  readonly mailMode: MailMode
}

/** The jobs of the whole installation: they belong to no office, and nothing of a case is in them. */
export function readJobs(grant: Grant<'job.read'>): Promise<JobsReport> {
  const at = now()
  return within(grant, async (on) => {
    return {
      schedules: withStanding(await summariseJobs(on), at),
      runs: await listRuns(on, RUNS_SHOWN),
      mail: await countMail(on, new Date(at.getTime() - DAY_MS)),
      mailMode: mailMode(),
    }
  })
}

/** The schedules of this version in their order, with how each stands at `at`. */
export function withStanding(jobs: readonly JobSummary[], at: Date): readonly StandingJob[] {
  const found = new Map(jobs.map((one) => [one.kind, one]))
  return JOB_KINDS.flatMap((kind) => {
    const one = found.get(kind)
    return one ? [{ ...one, standing: standingOf(kind, one.lastSuccessAt, one.installedAt, at) }] : []
  })
}
