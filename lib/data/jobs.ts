import 'server-only'
import { isJobKind, type JobKind } from '@/lib/domain/jobs'
import type { Scoped } from './within'

// The job queue's own tables (schema `jobs`, made by the library as the owner). They hold no case and no person: a job is its
// kind, and what it says of itself is a number or a code.

/** How one kind of job stands. Durations in milliseconds; null: never. */
export type JobSummary = {
  readonly kind: JobKind
  readonly installedAt: Date | null
  readonly lastSuccessAt: Date | null
  readonly lastDurationMs: number | null
  readonly lastDone: number | null
  readonly waiting: number
  readonly active: number
  readonly failed: number
}

/** One run. `code` and `reference` of a failure: the reference is in the log. */
export type JobRun = {
  readonly id: string
  readonly kind: JobKind
  readonly state: 'completed' | 'failed' | 'retry' | 'active' | 'cancelled'
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly durationMs: number | null
  readonly done: number | null
  readonly code: string | null
  readonly reference: string | null
  readonly tries: number
}

/** Every schedule with its last success and what waits, works or has failed. */
export async function summariseJobs(on: Scoped<'job.read' | 'system.read' | 'system.observe'>): Promise<JobSummary[]> {
  const rows = await on.db.$queryRaw<
    {
      name: string
      installed_at: Date | null
      success_at: Date | null
      ms: number | null
      done: number | null
      waiting: number
      active: number
      failed: number
    }[]
  >`SELECT q.name, s.created_on AS installed_at, l.completed_on AS success_at, l.done,
      (extract(epoch FROM l.completed_on - l.started_on) * 1000)::integer AS ms, c.waiting, c.active, c.failed
    FROM jobs.queue q LEFT JOIN jobs.schedule s ON s.name = q.name
    LEFT JOIN LATERAL (SELECT j.started_on, j.completed_on, (j.output->>'done')::integer AS done FROM jobs.job j
      WHERE j.name = q.name AND j.state = 'completed' ORDER BY j.completed_on DESC LIMIT 1) l ON true
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE j.state IN ('created', 'retry'))::integer AS waiting,
      count(*) FILTER (WHERE j.state = 'active')::integer AS active, count(*) FILTER (WHERE j.state = 'failed')::integer AS failed
      FROM jobs.job j WHERE j.name = q.name) c`
  return rows.flatMap(({ name, ...row }) =>
    isJobKind(name)
      ? [
          {
            kind: name,
            installedAt: row.installed_at,
            lastSuccessAt: row.success_at,
            lastDurationMs: row.ms,
            lastDone: row.done,
            waiting: row.waiting,
            active: row.active,
            failed: row.failed,
          },
        ]
      : [],
  )
}

/** The last runs worth reading: those that did something, failed, wait for another try or are at work. The newest first. */
export async function listRuns(on: Scoped<'job.read'>, count: number): Promise<JobRun[]> {
  const rows = await on.db.$queryRaw<
    {
      id: string
      name: string
      state: JobRun['state']
      started_on: Date | null
      completed_on: Date | null
      ms: number | null
      output: unknown
      retry_count: number
    }[]
  >`SELECT id, name, state::text AS state, started_on, completed_on, output, retry_count,
      (extract(epoch FROM completed_on - started_on) * 1000)::integer AS ms
    FROM jobs.job WHERE state IN ('failed', 'retry', 'active', 'cancelled') OR (state = 'completed' AND (output->>'done')::integer > 0)
    ORDER BY coalesce(completed_on, started_on, created_on) DESC, id LIMIT ${count}`
  return rows.flatMap((row) =>
    isJobKind(row.name)
      ? [
          {
            id: row.id,
            kind: row.name,
            state: row.state,
            startedAt: row.started_on,
            endedAt: row.completed_on,
            durationMs: row.ms,
            tries: row.retry_count + 1,
            ...toldBy(row.output),
          },
        ]
      : [],
  )
}

const CODE = /^[\w .-]{1,60}$/

/** What a run said of itself; of what the library says in words (a time that was over) only that there was something. */
function toldBy(output: unknown): Pick<JobRun, 'done' | 'code' | 'reference'> {
  const told = (typeof output === 'object' && output !== null ? output : {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' && CODE.test(value) ? value : null)
  const { done, code, reference, message } = told
  return {
    done: typeof done === 'number' ? done : null,
    code: text(code) ?? text(message) ?? (output === null ? null : 'other'),
    reference: text(reference),
  }
}

/** The kind of a run that failed; null when there is none of this id, or it did not fail. */
export async function findFailedRun(on: Scoped<'job.retry'>, id: string): Promise<JobKind | null> {
  const [row] = await on.db.$queryRaw<
    { name: string }[]
  >`SELECT name FROM jobs.job WHERE id = ${id}::uuid AND state = 'failed'`
  return row && isJobKind(row.name) ? row.name : null
}
