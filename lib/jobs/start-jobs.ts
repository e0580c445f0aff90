import 'server-only'
import type { PgBoss } from 'pg-boss'
import { JOB_KINDS, JOBS, isJobKind, type JobKind } from '@/lib/domain/jobs'
import { log, logFailure } from '@/lib/platform/logger'
import { beforeExit } from '@/lib/platform/stopping'
import { startBoss, stopBoss } from '@/lib/queue/boss'
import { WORK } from './work'

/** How often a process asks for a job; schedules are minutes apart. */
const POLL_SECONDS = 5
const AGAIN_MS = 30_000
const STOP_MS = 6_000

/**
 * Starts the jobs of this process, and keeps trying when the database is away. Every process works on the same queues; which one
 * takes a job does not matter. Never throws.
 */
export async function startJobs(): Promise<void> {
  try {
    await beginJobs()
  } catch (error) {
    logFailure(error, { event: 'jobs_not_started' })
    setTimeout(() => void startJobs(), AGAIN_MS).unref()
  }
}

/** Starts the jobs of this process, once; throws when the queue cannot be reached. */
export async function beginJobs(): Promise<void> {
  const boss = await startBoss()
  beforeExit(() => stopBoss(STOP_MS))
  try {
    await dropOldSchedules(boss)
    for (const kind of JOB_KINDS) {
      await boss.schedule(kind, JOBS[kind].cron)
      await boss.work(kind, { pollingIntervalSeconds: POLL_SECONDS }, () => run(kind))
      // What came due while no process ran is not left until the next full quarter of an hour.
      await boss.send(kind)
    }
  } catch (error) {
    await stopBoss(0)
    throw error
  }
}

/** Schedules of jobs that this version does not have any more. */
async function dropOldSchedules(boss: PgBoss): Promise<void> {
  for (const { name } of await boss.getSchedules()) if (!isJobKind(name)) await boss.unschedule(name)
}

/** What the library stores of a run: how much was done, or a code. Never an error's own words: they may quote a row. */
async function run(kind: JobKind): Promise<{ done: number }> {
  const began = performance.now()
  try {
    const done = await WORK[kind]()
    if (done > 0) log('info', { event: 'job_done', phase: kind, count: done, durationMs: since(began) })
    return { done }
  } catch (error) {
    const reference = logFailure(error, { event: 'job_failed', phase: kind, durationMs: since(began) })
    throw new SafeFailure(error instanceof Error ? error.name : 'unknown', reference)
  }
}

function since(began: number): number {
  return Math.round(performance.now() - began)
}

class SafeFailure extends Error {
  readonly code: string
  readonly reference: string
  constructor(code: string, reference: string) {
    super(code)
    this.code = code
    this.reference = reference
    this.stack = ''
  }
}
