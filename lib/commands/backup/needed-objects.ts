import type { Client } from 'pg'

/**
 * Where rows name a place in the file store, and the objects they need there. A test compares the tables with the columns of the
 * database, so that no file is forgotten.
 */
const NEEDED: Readonly<Record<string, string>> = {
  evidence: `SELECT e.storage_key || '/file' AS key FROM evidence e JOIN case_key k ON k.case_id = e.case_id WHERE e.removed_at IS NULL`,
  upload: `SELECT storage_key || '/file' FROM upload WHERE storage_key IS NOT NULL
    UNION ALL SELECT u.chunks_key || '/' || piece FROM upload u, unnest(u.received) AS piece WHERE u.state = 'receiving'`,
  statistic_file: keptFiles('statistic_file', `state = 'made'`),
  microdata_request: keptFiles('microdata_request', `state = 'ready'`),
}

export const TABLES_WITH_FILES = Object.keys(NEEDED)

/** A file in parts beside what is said of it (lib/usecases/statistics/kept-files.ts). */
function keptFiles(table: string, isThere: string): string {
  return `SELECT storage_key || '/metadata' FROM ${table} WHERE ${isThere}
    UNION ALL SELECT f.storage_key || '/p' || part FROM ${table} f, generate_series(0, f.parts - 1) AS part WHERE f.${isThere}`
}

/** A query for the keys of every object that a row needs, of the tables that are there. */
export function neededObjects(tables: readonly string[]): string {
  const queries = TABLES_WITH_FILES.filter((name) => tables.includes(name)).map((name) => NEEDED[name])
  return queries.length === 0 ? `SELECT '' AS key WHERE false` : queries.join('\n UNION ALL ')
}

/** Whether a row needs this object now. */
export async function isNeeded(client: Client, key: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM (${neededObjects(TABLES_WITH_FILES)}) AS needed (key) WHERE key = $1`,
    [key],
  )
  return (rowCount ?? 0) > 0
}
