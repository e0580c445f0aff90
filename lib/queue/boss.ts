import 'server-only'
import { PgBoss } from 'pg-boss'
import { env } from '@/lib/platform/env'
import { log, logFailure } from '@/lib/platform/logger'
import { QUEUE_SCHEMA } from './settings'

declare global {
  var fairPassageBoss: PgBoss | undefined
}

/** Connections of the queue in one process: two jobs at work and the library's own look around. */
const POOL_SIZE = 3

/**
 * The job queue of this process, running; the same one when it already runs. Connected as the application's role, which may not
 * change the queue's tables: the owner has brought them up to date before (install.ts), otherwise this throws.
 */
export async function startBoss(): Promise<PgBoss> {
  if (globalThis.fairPassageBoss) return globalThis.fairPassageBoss
  const boss = new PgBoss({
    connectionString: env().APP_DATABASE_URL,
    schema: QUEUE_SCHEMA,
    max: POOL_SIZE,
    application_name: 'fair-passage-jobs',
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
  })
  // The database may be away for a moment: the library tries again by itself.
  boss.on('error', (error) => void logFailure(error, { event: 'job_queue_failed' }))
  boss.on('warning', () => log('warn', { event: 'job_queue_warning' }))
  globalThis.fairPassageBoss = boss
  try {
    return await boss.start()
  } catch (error) {
    globalThis.fairPassageBoss = undefined
    throw error
  }
}

/** Lets the jobs at work finish, takes no new one and closes the connections. */
export async function stopBoss(timeoutMs: number): Promise<void> {
  const boss = globalThis.fairPassageBoss
  globalThis.fairPassageBoss = undefined
  await boss?.stop({ graceful: true, timeout: timeoutMs })
}
