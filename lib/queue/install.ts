import { PgBoss } from 'pg-boss'
import { JOB_KINDS } from '@/lib/domain/jobs'
import { QUEUE_SCHEMA, QUEUE_SETTINGS } from './settings'

/**
 * Brings the job queue's own tables up to this version of the library and makes a queue for each job. As the owner of the
 * database: the application only fills and empties them, it may not change what they are.
 */
export async function installQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: QUEUE_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  })
  // Every failure also comes back from the calls below; without a listener Node would end the process over it.
  boss.on('error', () => undefined)
  await boss.start()
  try {
    const known = new Set((await boss.getQueues()).map(({ name }) => name))
    for (const kind of JOB_KINDS) {
      if (!known.has(kind)) await boss.createQueue(kind, { ...QUEUE_SETTINGS, policy: 'short' })
    }
    await boss.getDb().executeSql(grants())
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** The library writes jobs, schedules and its own notes; who may read and repeat jobs is decided in lib/access. */
function grants(): string {
  return `GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO fair_passage_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO fair_passage_app;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO fair_passage_app;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO fair_passage_app;`
}
