import { Client } from 'pg'

/** An empty schema that is there while a restore goes on: whoever may connect can see it, no row of a backup reaches it. */
const MARK = 'restore_unfinished'

/** What to do about a database whose restore was not finished. */
export const RESTORE_UNFINISHED =
  'A restore into this database was not finished, so not everything is in it. Drop the database, make an empty one and restore again. Without DATABASE_URL: delete everything in .data but secrets.json.'

/** Before the first thing that comes back. */
export async function markRestore(ownerUrl: string): Promise<void> {
  await run(ownerUrl, `CREATE SCHEMA IF NOT EXISTS ${MARK}`)
}

/** After the last. */
export async function unmarkRestore(ownerUrl: string): Promise<void> {
  await run(ownerUrl, `DROP SCHEMA ${MARK}`)
}

/** Whether a restore into the database began and did not end. */
export async function isRestoreUnfinished(url: string): Promise<boolean> {
  return (await run(url, `SELECT 1 FROM pg_namespace WHERE nspname = '${MARK}'`)) > 0
}

async function run(url: string, statement: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rowCount ?? 0
  } finally {
    await client.end()
  }
}
