/** The schema of the job queue: the library's tables, beside ours. */
export const QUEUE_SCHEMA = 'jobs'

const DAY_SECONDS = 86_400

/**
 * How every queue treats its jobs. One may wait at a time (policy `short`: what is asked for twice is done once); one that is cut
 * off is given up after five minutes, others do not wait for it. Three more tries, half a minute and more apart. What ran is kept for two days.
 */
export const QUEUE_SETTINGS = {
  expireInSeconds: 300,
  retryLimit: 3,
  retryDelay: 30,
  retryBackoff: true,
  retentionSeconds: DAY_SECONDS,
  deleteAfterSeconds: 2 * DAY_SECONDS,
} as const
