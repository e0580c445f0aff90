import type { Client } from 'pg'
import { resealForOffice } from '@/lib/sealing/import-seal'
import type { KeyRing } from '@/lib/sealing/key-ring'
import { proveWrapped, rewrapKey, WRAPPED_KINDS, type WrappedKeyKind } from '@/lib/sealing/key-wrap'

/** How far a step is: how many rows of what were done. */
export type Progress = (what: string, done: number) => void

type Row = { readonly id: string; readonly wrapped: Buffer }

const KINDS = Object.keys(WRAPPED_KINDS) as WrappedKeyKind[]
const MAPPING = 'import_mapping.sealed_mapping'
/** Comes before every id there is. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/**
 * Wraps every key in the database under the current master key of `ring`, `batch` rows in a statement, while the application serves: a
 * row that somebody wrote meanwhile is left as they wrote it. Killed at any moment it leaves every key whole, and begins again with
 * what is left.
 *
 * @returns how many keys were wrapped anew
 * @throws SealBroken when no known master key opens one
 */
export async function rewrapAll(client: Client, ring: KeyRing, batch: number, report: Progress): Promise<number> {
  let all = 0
  for (const kind of KINDS) {
    let done = 0
    await inBatches(client, otherKeysOf(kind), [ring.current.id], batch, async (rows) => {
      const fresh = rows.map(({ id, wrapped }) => rewrapKey(kind, id, wrapped, ring).wrappedKey)
      const { table, id } = WRAPPED_KINDS[kind]
      const { rowCount } = await client.query(
        `UPDATE ${table} t SET wrapped_key = n.fresh, master_key_id = $4
           FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n (id, fresh, former) WHERE t.${id} = n.id AND t.wrapped_key = n.former`,
        [
          rows.map((row) => row.id),
          fresh.map((key) => Buffer.from(key)),
          rows.map((row) => row.wrapped),
          ring.current.id,
        ],
      )
      report(WRAPPED_KINDS[kind].table, (done += rowCount ?? 0))
    })
    all += done
  }
  return all + (await resealMappings(client, ring, batch, report))
}

/** How many keys there are, all proved to be opened by the current master key of `ring` alone; throws SealBroken at the first that is not. */
export async function proveAll(client: Client, ring: KeyRing, batch: number, report: Progress): Promise<number> {
  let proved = 0
  for (const kind of KINDS) {
    const { table, id } = WRAPPED_KINDS[kind]
    const sql = `SELECT ${id} AS id, wrapped_key AS wrapped FROM ${table} WHERE wrapped_key IS NOT NULL AND $1::text IS NOT NULL`
    await inBatches(client, sql, [ring.current.id], batch, async (rows) => {
      rows.forEach((row) => proveWrapped(kind, row.id, row.wrapped, ring))
      report('proved', (proved += rows.length))
    })
  }
  return proved
}

/** How many keys of each kind another master key wrapped than the current one of `ring`, by the short name of that key. */
export async function countOthers(client: Client, ring: KeyRing): Promise<readonly OtherKeys[]> {
  const found: OtherKeys[] = []
  for (const kind of KINDS) {
    const { rows } = await client.query<{ masterKeyId: string; keys: number }>(
      `SELECT coalesce(master_key_id, '') AS "masterKeyId", count(*)::int AS keys FROM ${WRAPPED_KINDS[kind].table}
        WHERE wrapped_key IS NOT NULL AND master_key_id IS DISTINCT FROM $1 GROUP BY 1`,
      [ring.current.id],
    )
    found.push(...rows.map((row) => ({ table: WRAPPED_KINDS[kind].table, ...row })))
  }
  return found
}
export type OtherKeys = { readonly table: string; readonly masterKeyId: string; readonly keys: number }

function otherKeysOf(kind: WrappedKeyKind): string {
  const { table, id } = WRAPPED_KINDS[kind]
  return `SELECT ${id} AS id, wrapped_key AS wrapped FROM ${table} WHERE wrapped_key IS NOT NULL AND master_key_id IS DISTINCT FROM $1`
}

/** What offices keep for their next import lies under the master key itself, without its name: each is tried. */
async function resealMappings(client: Client, ring: KeyRing, batch: number, report: Progress): Promise<number> {
  let done = 0
  const sql = `SELECT id, sealed_mapping AS wrapped, office_id AS office FROM import_mapping WHERE $1::text IS NOT NULL`
  await inBatches<Row & { readonly office: string }>(client, sql, [ring.current.id], batch, async (rows) => {
    for (const { id, office, wrapped } of rows) {
      const fresh = resealForOffice(ring, office, MAPPING, id, wrapped)
      if (fresh === null) continue
      const { rowCount } = await client.query(
        'UPDATE import_mapping SET sealed_mapping = $2 WHERE id = $1 AND sealed_mapping = $3',
        [id, Buffer.from(fresh), wrapped],
      )
      report('import_mapping', (done += rowCount ?? 0))
    }
  })
  return done
}

/** Walks through rows by their ids, once. `sql` has `WHERE` and gives `id`; its parameters are `values`. */
async function inBatches<R extends Row = Row>(
  client: Client,
  sql: string,
  values: readonly unknown[],
  batch: number,
  work: (rows: readonly R[]) => Promise<void>,
): Promise<void> {
  let after = FIRST_ID
  for (;;) {
    const { rows } = await client.query<R>(
      `SELECT * FROM (${sql}) AS found WHERE found.id > $2 ORDER BY found.id LIMIT ${batch}`,
      [...values, after],
    )
    const last = rows.at(-1)
    if (last === undefined) return
    await work(rows)
    after = last.id
  }
}
