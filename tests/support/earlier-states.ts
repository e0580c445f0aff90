import { Client } from 'pg'
import { inject } from 'vitest'
import { listMigrations } from '@/lib/commands/database/migrate'
import { columnsOf } from './matrix/catalogue'
import { putRow, worldsOf } from './matrix/rows'
import { TABLES } from './matrix/tables'

/** The names of all migrations, oldest first: each is a state that somebody's database may be in. */
export async function states(): Promise<string[]> {
  return (await listMigrations()).map(({ name }) => name)
}

/** Tables that no version of the program wrote before this migration; what is in them now was not thought of then. */
const WRITTEN_SINCE: Readonly<Record<string, string>> = {
  fee_assessment: '20261121001000_fees',
  fee_rule: '20261121001000_fees',
  evidence: '20261121001700_files',
}

/** Does something in a database as superuser, past triggers and references. */
export async function asSuperuserIn<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const url = new URL(inject('databaseServer').superuserUrl)
  url.pathname = new URL(ownerUrl).pathname
  const client = new Client({ connectionString: url.toString() })
  await client.connect()
  try {
    await client.query(`SET session_replication_role = 'replica'`)
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Of each table the primary keys of its rows. */
export type KeptKeys = ReadonlyMap<string, readonly string[]>

/**
 * Puts the rows of the matrices into every table that a database of an earlier state has, as far as they fit what it asked of rows
 * then, and says which rows there are. A row that names one that did not fit is taken out again.
 */
export function putEarlierRows(ownerUrl: string, state: string): Promise<KeptKeys> {
  return asSuperuserIn(ownerUrl, async (client) => {
    const columns = await columnsOf(client)
    const there = new Set(columns.map(({ table }) => table))
    for (const [table, entry] of Object.entries(TABLES)) {
      if (!there.has(table) || state < (WRITTEN_SINCE[table] ?? '')) continue
      for (const world of worldsOf(entry)) await putRow(client, columns, table, entry, world).catch(() => undefined)
    }
    await removeDangling(client)
    return keysOf(client)
  })
}

/** Rows by primary key, of every table that has one. */
export async function keysOf(client: Client): Promise<KeptKeys> {
  const { rows } = await client.query<{ table: string; columns: string }>(
    `SELECT c.relname AS "table", string_agg(format('%I::text', a.attname), ' || ''|'' || ' ORDER BY a.attnum) AS columns
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
      WHERE k.contype = 'p' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations' GROUP BY 1`,
  )
  const kept = new Map<string, readonly string[]>()
  for (const { table, columns } of rows) {
    const { rows: keys } = await client.query<{ key: string }>(`SELECT ${columns} AS key FROM "${table}" ORDER BY 1`)
    kept.set(
      table,
      keys.map(({ key }) => key),
    )
  }
  return kept
}

async function removeDangling(client: Client): Promise<void> {
  const { rows } = await client.query<{ child: string; parent: string; same: string; given: string }>(
    `SELECT k.conrelid::regclass::text AS child, k.confrelid::regclass::text AS parent,
            string_agg(format('p.%I = c.%I', q.attname, a.attname), ' AND ') AS same, string_agg(format('c.%I IS NOT NULL', a.attname), ' AND ') AS given
       FROM pg_constraint k, unnest(k.conkey, k.confkey) AS pair (mine, theirs)
       JOIN pg_attribute a ON true JOIN pg_attribute q ON true
      WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND a.attrelid = k.conrelid AND a.attnum = pair.mine AND q.attrelid = k.confrelid AND q.attnum = pair.theirs
      GROUP BY k.oid, 1, 2`,
  )
  for (let removed = 1; removed > 0;) {
    removed = 0
    for (const { child, parent, same, given } of rows) {
      const { rowCount } = await client.query(
        `DELETE FROM ${child} c WHERE ${given} AND NOT EXISTS (SELECT FROM ${parent} p WHERE ${same})`,
      )
      removed += rowCount ?? 0
    }
  }
}

/** Everything that a database is beside its rows, a line each. */
export async function shapeOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT line FROM (
       SELECT concat_ws(' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END, pg_get_expr(d.adbin, d.adrelid), a.attacl::text) AS line
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace) AND c.relkind IN ('r', 'v', 'm')
       UNION ALL SELECT concat_ws(' ', 'relation', relname, relkind, relrowsecurity, relacl::text) FROM pg_class WHERE relnamespace IN ('public'::regnamespace, 'app'::regnamespace) AND relkind IN ('r', 'v', 'm', 'S')
       UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
       UNION ALL SELECT concat_ws(' ', 'index', indexdef) FROM pg_indexes WHERE schemaname = 'public'
       UNION ALL SELECT concat_ws(' ', 'trigger', tgenabled, pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT concat_ws(' ', 'policy', tablename, policyname, permissive, roles::text, cmd, qual, with_check) FROM pg_policies
       UNION ALL SELECT concat_ws(' ', 'function', p.oid::regprocedure, p.proacl::text, md5(pg_get_functiondef(p.oid))) FROM pg_proc p
        WHERE p.pronamespace IN ('public'::regnamespace, 'app'::regnamespace) AND p.prokind = 'f' AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e')
     ) AS all_of_it ORDER BY 1`,
  )
  return rows.map(({ line }) => line)
}
