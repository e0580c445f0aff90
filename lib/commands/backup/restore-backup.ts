import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import type { FileStore } from '@/lib/storage/file-store'
import { keysOfDatabase } from '../database/encryption-key-check'
import { writeInstallation } from '../database/installation'
import { migrateDatabase } from '../database/migrate'
import { prepareDatabase } from '../database/prepare'
import { isRestoreUnfinished, markRestore, RESTORE_UNFINISHED, unmarkRestore } from '../database/unfinished-restore'
import { checkBackup, listedObjects, type Backup, type Checked } from './check-backup'
import { RESTORED } from './last-backup'
import { loadTables } from './load-tables'
import { objectFile, type Part } from './read-part'
import type { Source } from './source'

/** Why nothing was restored; a line each. */
export class RestoreRefused extends Error {
  readonly lines: readonly string[]
  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

export type Restored = Checked & {
  /** Cases that were erased after the backup was made, and are again. */
  readonly erasedAgain: number
}

type Report = (line: string) => void

/**
 * Brings a backup back, into an empty database only, once every byte and every key of it was looked at. The database is first what
 * it was then, gets its rows, and is brought up to this version like any other. Until that is over it is marked, and nothing starts on it.
 */
export async function restoreBackup(
  target: Source,
  backup: Backup,
  report: Report = () => undefined,
): Promise<Restored> {
  if (!(await isEmpty(target.ownerUrl))) {
    if (await isRestoreUnfinished(target.ownerUrl)) throw new RestoreRefused([RESTORE_UNFINISHED])
    throw new RestoreRefused(['The database is not empty: make a new one for what comes back.'])
  }
  const checked = await checkBackup(backup, target.keys)
  if (checked.problems.length > 0) throw new RestoreRefused(checked.problems)
  report(`the backup is whole: ${checked.keys} keys open, ${checked.events} events fit, ${checked.files} files`)
  const { manifest } = backup.cases
  await markRestore(target.ownerUrl)
  const gone = await putObjects(backup.cases, target.storeOf(manifest.corner))
  report('files')
  const migrated = new Set(manifest.migrations.map(({ name }) => name))
  await migrateDatabase(target.ownerUrl, undefined, (name) => migrated.has(name))
  await withClient(target.ownerUrl, (client) => loadTables(client, backup, gone))
  report('rows')
  await prepareDatabase(target.ownerUrl, report)
  if ((await keysOfDatabase(target.ownerUrl, target.keys)) === null)
    throw new RestoreRefused(['The keys of the settings are not those of the database that was restored.'])
  const erasedAgain = await withClient(target.ownerUrl, eraseWithoutKey)
  await writeInstallation(
    target.ownerUrl,
    RESTORED,
    JSON.stringify({ at: new Date().toISOString(), takenAt: manifest.takenAt }),
  )
  await unmarkRestore(target.ownerUrl)
  return { ...checked, erasedAgain }
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      `SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' AND c.relkind IN ('r', 'v', 'm', 'S') LIMIT 1`,
    )
    return rowCount === 0
  })
}

/** Rows need their files: those come first. Returns the keys of files that were taken back while the backup was made. */
async function putObjects(cases: Part, store: FileStore): Promise<string[]> {
  const gone: string[] = []
  for await (const listed of listedObjects(cases)) {
    if (!('state' in listed)) await store.put(listed.key, await readFile(objectFile(cases, listed.key)))
    else if (listed.state === 'gone') gone.push(listed.key)
  }
  return gone
}

/** Cases without a key were erased since: they are erased as any case is on its day, with everything that goes with them. Those that were made anonymous before have none either, and stay. */
async function eraseWithoutKey(client: Client): Promise<number> {
  await client.query('BEGIN')
  try {
    await client.query(`SELECT set_config('app.actor_kind', 'system', true)`)
    const { rowCount } = await client.query(
      `UPDATE cases c SET erase_due_at = now() - interval '1 minute' WHERE erased_at IS NULL AND anonymised_at IS NULL AND NOT EXISTS (SELECT FROM case_key k WHERE k.case_id = c.id)`,
    )
    for (let erased = 1; erased > 0;) {
      const { rows } = await client.query<{ erased: number }>(
        `SELECT CASE WHEN EXISTS (SELECT FROM cases c WHERE c.erased_at IS NULL AND c.anonymised_at IS NULL AND c.erase_due_at <= now() AND NOT EXISTS (SELECT FROM case_key k WHERE k.case_id = c.id))
                THEN app.erase_due_cases(now()) ELSE 0 END AS erased`,
      )
      erased = rows[0]?.erased ?? 0
    }
    await client.query('COMMIT')
    return rowCount ?? 0
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

async function withClient<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'fair-passage-restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
