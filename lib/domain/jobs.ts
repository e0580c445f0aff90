/**
 * What the installation does by itself, and how often. Each job looks in the database for what there is to do, and what it does is
 * written there together with the fact that it was done: one that is cut off is simply run again.
 * `lateAfterMinutes`: without a success for so long something is wrong.
 */
export const JOBS = {
  reminders: { cron: '* * * * *', everyMinutes: 1, lateAfterMinutes: 10 },
  mail: { cron: '* * * * *', everyMinutes: 1, lateAfterMinutes: 10 },
  sweep: { cron: '*/15 * * * *', everyMinutes: 15, lateAfterMinutes: 60 },
  files: { cron: '7,22,37,52 * * * *', everyMinutes: 15, lateAfterMinutes: 60 },
  fees: { cron: '*/15 * * * *', everyMinutes: 15, lateAfterMinutes: 60 },
  limitations: { cron: '*/15 * * * *', everyMinutes: 15, lateAfterMinutes: 60 },
  words: { cron: '11,41 * * * *', everyMinutes: 30, lateAfterMinutes: 120 },
  totals: { cron: '26,56 * * * *', everyMinutes: 30, lateAfterMinutes: 120 },
  desk: { cron: '* * * * *', everyMinutes: 1, lateAfterMinutes: 10 },
  exports: { cron: '3,18,33,48 * * * *', everyMinutes: 15, lateAfterMinutes: 60 },
  imports: { cron: '* * * * *', everyMinutes: 1, lateAfterMinutes: 10 },
  microdata: { cron: '* * * * *', everyMinutes: 1, lateAfterMinutes: 15 },
  anchors: { cron: '4,19,34,49 * * * *', everyMinutes: 15, lateAfterMinutes: 60 },
  watch: { cron: '17 * * * *', everyMinutes: 60, lateAfterMinutes: 180 },
  retention: { cron: '40 3 * * *', everyMinutes: 1440, lateAfterMinutes: 3000 },
  notices: { cron: '20 3 * * *', everyMinutes: 1440, lateAfterMinutes: 3000 },
} as const

export type JobKind = keyof typeof JOBS

export const JOB_KINDS = Object.keys(JOBS) as readonly JobKind[]

/** Whether a stored word is a job of this version. */
export function isJobKind(word: string): word is JobKind {
  return Object.hasOwn(JOBS, word)
}

/** How a schedule stands: `never` until the first success, `late` when the last one is too long ago. */
export type ScheduleStanding = 'never' | 'on_time' | 'late'

/** How a schedule stands at `at`. What was installed a moment ago has not run yet, which is not late. */
export function standingOf(
  kind: JobKind,
  lastSuccessAt: Date | null,
  installedAt: Date | null,
  at: Date,
): ScheduleStanding {
  const since = lastSuccessAt ?? installedAt
  const isLate = since !== null && at.getTime() - since.getTime() > JOBS[kind].lateAfterMinutes * 60_000
  if (isLate) return 'late'
  return lastSuccessAt === null ? 'never' : 'on_time'
}
