import 'server-only'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { grantOpen } from '@/lib/access/grant'
import { poolState } from '@/lib/data/client'
import { refusalCounts } from '@/lib/platform/refusal-counts'
import { requestCounts, SECONDS_CLASSES } from '@/lib/platform/request-counts'
import { readSystem, type SystemReport } from './read-system'

/** A number with its name, as lib/http/metrics-text.ts writes it. */
export type Measured = {
  readonly name: string
  readonly help: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly samples: readonly {
    readonly suffix?: '_bucket' | '_sum' | '_count'
    readonly labels?: Readonly<Record<string, string>>
    readonly value: number
  }[]
}

/** Sizes are told in steps: a report or a file more does not show. */
const STEP_BYTES = 100 * 1024 ** 2

declare global {
  var fairPassageDelay: ReturnType<typeof monitorEventLoopDelay> | undefined
}

/** Numbers of this process, and of the installation as far as they tell nothing of a report: no case, office or person is in any. */
export async function readMetrics(): Promise<readonly Measured[]> {
  const report = await readSystem(grantOpen({ kind: 'system' }, 'system.observe'))
  return [...ofProcess(), ...ofPool(), ...ofRequests(), ofRefusals(), ...ofInstallation(report)]
}

function ofProcess(): readonly Measured[] {
  const delay = (globalThis.fairPassageDelay ??= monitorEventLoopDelay({ resolution: 20 }))
  delay.enable()
  const { user, system } = process.cpuUsage()
  return [
    gauge('process_start_time_seconds', 'When this process began.', Math.round(Date.now() / 1000 - process.uptime())),
    gauge('process_resident_memory_bytes', 'Memory of this process.', process.memoryUsage.rss()),
    {
      ...gauge('process_cpu_seconds_total', 'Processor time of this process.', (user + system) / 1e6),
      type: 'counter',
    },
    gauge(
      'fair_passage_event_loop_delay_seconds',
      'How late this process came to its work, 99 of 100 times no later.',
      Number.isNaN(delay.mean) ? 0 : delay.percentile(99) / 1e9,
    ),
  ]
}

function ofPool(): readonly Measured[] {
  const { busy, idle, waiting, most } = poolState()
  return [
    {
      ...gauge('fair_passage_pool_connections', 'Connections of this process to the database.', busy),
      samples: [
        { labels: { state: 'busy' }, value: busy },
        { labels: { state: 'idle' }, value: idle },
      ],
    },
    gauge('fair_passage_pool_connections_limit', 'Connections that this process opens at most.', most),
    gauge('fair_passage_pool_waiting', 'Work of this process that waits for a connection.', waiting),
  ]
}

function ofRequests(): readonly Measured[] {
  const samples = requestCounts().flatMap(({ route, method, status, count, seconds, classes }) => {
    const labels = { route, method, status }
    return [
      ...SECONDS_CLASSES.map((end, index) => ({
        suffix: '_bucket' as const,
        labels: { ...labels, le: String(end) },
        value: classes[index] ?? 0,
      })),
      { suffix: '_bucket' as const, labels: { ...labels, le: '+Inf' }, value: count },
      { suffix: '_sum' as const, labels, value: seconds },
      { suffix: '_count' as const, labels, value: count },
    ]
  })
  const help = 'How long answers took, by route. What workers ask for has one name and is told ten at a time.'
  return [{ name: 'fair_passage_request_seconds', help, type: 'histogram', samples }]
}

function ofRefusals(): Measured {
  const samples = refusalCounts().map(({ labels, count }) => ({ labels, value: count }))
  const help =
    'What was refused: staff without the right, by right and role; what came from another site, told ten at a time.'
  return { name: 'fair_passage_refused_total', help, type: 'counter', samples }
}

function ofInstallation({ facts, database }: SystemReport): readonly Measured[] {
  const { at, jobs, files, keys, anchors, backup, index } = facts
  const ageOf = (moment: Date) => Math.max(0, (at.getTime() - moment.getTime()) / 1000)
  const byJob = (value: (job: (typeof jobs)[number]) => number) =>
    jobs.map((job) => ({ labels: { job: job.kind }, value: value(job) }))
  const known = <T>(value: T | null, told: (value: T) => number) => (value === null ? [] : [{ value: told(value) }])
  const one = (name: string, help: string, samples: Measured['samples']): Measured => ({
    name: `fair_passage_${name}`,
    help,
    type: 'gauge',
    samples,
  })
  return [
    one('ready', 'Whether every migration of this version is applied.', [{ value: facts.isUpToDate ? 1 : 0 }]),
    one(
      'job_waiting',
      'Jobs that wait or are tried again.',
      byJob(({ waiting }) => waiting),
    ),
    one(
      'job_active',
      'Jobs at work.',
      byJob(({ active }) => active),
    ),
    one(
      'job_failed',
      'Jobs that failed, of the last two days.',
      byJob(({ failed }) => failed),
    ),
    one(
      'job_late',
      'Whether a schedule had no success for too long.',
      byJob(({ standing }) => (standing === 'late' ? 1 : 0)),
    ),
    one('database_bytes', 'Size of the database.', [{ value: coarse(database.bytes) }]),
    one('database_connections', 'Connections of the application.', [{ value: database.connections }]),
    one('database_connections_limit', 'Connections that the database server takes.', [
      { value: database.mostConnections },
    ]),
    one('staff_sessions', 'Members of staff who are signed in.', [{ value: facts.staffSessions }]),
    one('files_ready', 'Whether files can be kept.', [{ value: files.isReady ? 1 : 0 }]),
    one('files_free_bytes', 'Room for files; of a bucket, up to FILES_S3_QUOTA_GB.', known(freeOf(files), coarse)),
    one('keys_to_rotate', 'Keys under another master key than the current one.', [
      { value: keys.others.reduce((sum, other) => sum + other.keys, 0) },
    ]),
    one('keys_lost', 'Keys under a master key that this process does not know.', [
      { value: keys.others.filter(({ isKnown }) => !isKnown).reduce((sum, other) => sum + other.keys, 0) },
    ]),
    one(
      'backup_age_seconds',
      'Since the last backup ended.',
      known(backup, ({ endedAt }) => ageOf(endedAt)),
    ),
    one(
      'anchor_age_seconds',
      'Since the end of an audit trail was last written down outside.',
      known(anchors?.lastAt ?? null, ageOf),
    ),
    one(
      'statistics_age_seconds',
      'Age of the numbers in memory; nothing while they are read.',
      known(index, ({ asOf }) => ageOf(asOf)),
    ),
  ]
}

function freeOf({ room, quotaBytes, bytes }: SystemReport['facts']['files']): number | null {
  if (room !== null) return room.freeBytes
  return quotaBytes === null ? null : Math.max(0, quotaBytes - bytes)
}

function coarse(bytes: number): number {
  return Math.floor(bytes / STEP_BYTES) * STEP_BYTES
}

function gauge(name: string, help: string, value: number): Measured {
  return { name, help, type: 'gauge', samples: [{ value }] }
}
