import { escapeIdentifier, type Client } from 'pg'
import { KEY_TABLES, listTables } from './copied-tables'
import { copyIn } from './copy-protocol'
import type { Backup } from './check-backup'
import { tableOf, unpacked, type Part } from './read-part'

type Constraint = { readonly table: string; readonly name: string; readonly definition: string }
type Trigger = { readonly table: string; readonly name: string }

/**
 * Loads a backup into tables that are as its own were, in one transaction: everything or nothing. References between rows are laid
 * down while the rows come and put up again at the end, which looks at each of them; nothing that a row sets off happens twice.
 */
export async function loadTables(client: Client, backup: Backup, gone: readonly string[]): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(`SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL statement_timeout = 0`)
    const tables = (await listTables(client)).map(({ name }) => name).filter((name) => name !== '_prisma_migrations')
    const references = await referencesOf(client)
    for (const { table, name } of references) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
    const triggers = await triggersOf(client)
    for (const { table, name } of triggers) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`)
    // Migrations put rows there as well.
    await client.query(`TRUNCATE ${tables.map(escapeIdentifier).join(', ')}`)
    for (const { name } of backup.cases.manifest.tables) await loadTable(client, backup.cases, name, name)
    await loadKeys(client, backup.keys, tables)
    await closeWhatHasNoKey(client, tables)
    await forgetGone(client, tables, gone)
    if (tables.includes('case_words_due'))
      await client.query('INSERT INTO case_words_due (case_id) SELECT case_id FROM case_key')
    for (const { name, last, isCalled } of backup.cases.manifest.sequences)
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [name, last, isCalled])
    for (const { table, name, definition } of references)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
    for (const { table, name } of triggers) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${name}`)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

async function referencesOf(client: Client): Promise<readonly Constraint[]> {
  const { rows } = await client.query<Constraint>(
    `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  )
  return rows
}

async function triggersOf(client: Client): Promise<readonly Trigger[]> {
  const { rows } = await client.query<Trigger>(
    `SELECT t.tgrelid::regclass::text AS "table", quote_ident(t.tgname) AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal AND t.tgenabled = 'O'`,
  )
  return rows
}

async function loadTable(client: Client, part: Part, name: string, into: string): Promise<void> {
  const table = tableOf(part, name)
  if (!table) return
  const target = `${escapeIdentifier(into)} (${table.columns.map(escapeIdentifier).join(', ')})`
  const rows = await copyIn(client, target, unpacked(part, name))
  if (rows !== table.rows) throw new Error(`${name}: ${rows} rows instead of ${table.rows}`)
}

/** Keys of rows that are not in this backup, because it is older than its keys, are left. */
async function loadKeys(client: Client, keys: Part, tables: readonly string[]): Promise<void> {
  for (const { name, columns } of keys.manifest.tables) {
    if (!tables.includes(name)) continue
    const owned = KEY_TABLES[name]
    const known = await makeRoom(client, name, columns)
    await loadTable(client, keys, name, 'come_in')
    const names = known.map(escapeIdentifier).join(', ')
    if (owned === undefined)
      await client.query(
        `UPDATE ${name} t SET wrapped_key = k.wrapped_key, master_key_id = k.master_key_id FROM come_in k WHERE k.id = t.id`,
      )
    else
      await client.query(
        `INSERT INTO ${name} (${names}) SELECT ${names} FROM come_in k WHERE ${owned === null ? 'true' : `EXISTS (SELECT FROM ${owned.owner} o WHERE o.id = k.${owned.id})`}`,
      )
    await client.query('DROP TABLE come_in')
  }
}

/** A table for what comes in; the keys may be of a later version and bring a column more. Returns the columns that are known here. */
async function makeRoom(client: Client, name: string, columns: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [name],
  )
  const types = new Map(rows.map((row) => [row.name, row.type]))
  const defined = columns.map((column) => `${escapeIdentifier(column)} ${types.get(column) ?? 'text'}`)
  await client.query(`CREATE TEMP TABLE come_in (${defined.join(', ')}) ON COMMIT DROP`)
  return columns.filter((column) => types.has(column))
}

/** What was closed or erased since the backup was made is closed again: its key is in no copy any more. */
async function closeWhatHasNoKey(client: Client, tables: readonly string[]): Promise<void> {
  if (tables.includes('referral_share'))
    await client.query(
      `UPDATE referral_share SET closed_at = coalesce(closed_at, now()), sealed_content = NULL, sealed_outcome = NULL WHERE octet_length(wrapped_key) = 0`,
    )
  if (!tables.includes('report_import')) return
  await client.query(
    `UPDATE report_import_row r SET sealed_cells = NULL FROM report_import i WHERE i.id = r.import_id AND octet_length(i.wrapped_key) = 0`,
  )
  await client.query(
    `UPDATE report_import SET wrapped_key = NULL, sealed_file = NULL, sealed_mapping = NULL WHERE octet_length(wrapped_key) = 0`,
  )
}

/** Files that were taken back while the backup was made. */
async function forgetGone(client: Client, tables: readonly string[], gone: readonly string[]): Promise<void> {
  if (gone.length === 0) return
  const places = [...new Set(gone.map((key) => key.slice(0, key.lastIndexOf('/'))))]
  const has = (name: string) => tables.includes(name)
  // Pieces that are gone are asked for again when the file is finished.
  if (has('upload')) await client.query('DELETE FROM upload WHERE storage_key = ANY ($1)', [places])
  if (has('evidence'))
    await client.query('UPDATE evidence SET removed_at = coalesce(removed_at, now()) WHERE storage_key = ANY ($1)', [
      places,
    ])
  if (has('statistic_file'))
    await client.query(
      `UPDATE statistic_file SET state = 'removed', storage_key = NULL, wrapped_key = NULL, master_key_id = NULL WHERE storage_key = ANY ($1)`,
      [places],
    )
  if (has('microdata_request'))
    await client.query(`UPDATE microdata_request SET state = 'expired' WHERE storage_key = ANY ($1)`, [places])
}
