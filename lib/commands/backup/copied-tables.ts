import { escapeIdentifier, type Client } from 'pg'

/** A table as the database has it now. */
export type Table = { readonly name: string; readonly columns: readonly string[] }

/**
 * Not in any backup. Sessions, wrong tries and counts of minutes: nobody comes back signed in who was thrown out since. Hashes of words: they would say
 * of an erased case what was in it, and are made anew.
 */
export const LEFT_OUT: readonly string[] = [
  'staff_session',
  'worker_session',
  'throttle',
  'flow',
  'spent_challenge',
  'case_words',
  'case_words_due',
  '_prisma_migrations',
]

/** Whole in the part of the keys; `owner` is the table that a row must still be in. What the installation knows of its keys is with them. */
export const KEY_TABLES: Readonly<Record<string, { readonly id: string; readonly owner: string } | null>> = {
  case_key: { id: 'case_id', owner: 'cases' },
  case_group_key: { id: 'group_id', owner: 'case_group' },
  installation: null,
}

/** Their rows are among the cases without their keys, which are in the part of the keys. */
export const KEYED_TABLES: readonly string[] = ['breach', 'referral_share', 'report_import']
const KEY_COLUMNS = ['id', 'wrapped_key', 'master_key_id'] as const

/** What is copied of a table into a part. */
export type CopyOfTable = Table & { readonly query: string }

/** Every table of ours, with the columns that are written and not made by the database. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' GROUP BY c.relname ORDER BY c.relname`,
  )
  return rows
}

/** The part of the cases: every table but those left out and those of keys; keys that stand in a row are left empty. */
export function copiesOfCases(tables: readonly Table[]): CopyOfTable[] {
  return tables
    .filter(({ name }) => !LEFT_OUT.includes(name) && !Object.hasOwn(KEY_TABLES, name))
    .map((table) => {
      const isKeyed = KEYED_TABLES.includes(table.name)
      return copyOf(table, table.columns, (column) => isKeyed && column === 'wrapped_key')
    })
}

/** The part of the keys. */
export function copiesOfKeys(tables: readonly Table[]): CopyOfTable[] {
  return tables.flatMap((table) => {
    if (Object.hasOwn(KEY_TABLES, table.name)) return [copyOf(table, table.columns, () => false)]
    if (!KEYED_TABLES.includes(table.name)) return []
    const copy = copyOf(table, KEY_COLUMNS, () => false)
    return [{ ...copy, query: `${copy.query} WHERE octet_length(wrapped_key) > 0` }]
  })
}

function copyOf({ name }: Table, columns: readonly string[], isEmptied: (column: string) => boolean): CopyOfTable {
  const selected = columns.map((column) => (isEmptied(column) ? `''::bytea` : escapeIdentifier(column)))
  // A chain of events is checked office by office while it is read.
  const order = name === 'audit_event' ? ' ORDER BY office_id, seq' : ''
  return { name, columns, query: `SELECT ${selected.join(', ')} FROM ${escapeIdentifier(name)}${order}` }
}
