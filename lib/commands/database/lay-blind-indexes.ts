import type { Client } from 'pg'
import { broughtUp, layeredWord } from '@/lib/sealing/blind-layers'
import type { NamedKey } from '@/lib/sealing/kept-keys'
import type { BlindKeys } from '@/lib/sealing/key-ring'
import type { Progress } from './rewrap-keys'

// Puts the layer of a new BLIND_INDEX_KEY over every hash that there is. ADR 048.

const HASHES = [
  { table: 'cases', column: 'code_hash' },
  { table: 'code_replacement', column: 'former_hash' },
] as const
const FIRST_ID = '00000000-0000-0000-0000-000000000000'
/** The hash of no word: its layer says that a case's words have theirs. */
const NO_WORD = '-1'

/** Brings every hash up to all layers; what has them is left. Returns how many were changed. */
export async function layBlindIndexes(
  client: Client,
  { layers, settled }: BlindKeys,
  batch: number,
  report: Progress,
): Promise<number> {
  const top = layers.at(-1)
  if (top === undefined || settled === layers.length) return 0
  let done = 0
  for (const { table, column } of HASHES) {
    await inBatches(client, table, column, batch, async (rows) => {
      const moved = rows.flatMap(({ id, hash }) => {
        const up = broughtUp(hash, layers)
        return up === null ? [] : [{ id, former: hash, fresh: Buffer.from(up.hash) }]
      })
      const { rowCount } = await client.query(
        `UPDATE ${table} t SET ${column} = n.fresh FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n (id, fresh, former)
          WHERE t.id = n.id AND t.${column} = n.former`,
        [moved.map(({ id }) => id), moved.map(({ fresh }) => fresh), moved.map(({ former }) => former)],
      )
      report(`${table}.${column}`, (done += rowCount ?? 0))
    })
  }
  done += await layPartyNames(client, layers)
  report('case_party.name_key', done)
  return done + (await layWords(client, top, batch, report))
}

/** All at once: cases find each other by these hashes, and half of them would find nobody. */
async function layPartyNames(client: Client, layers: readonly NamedKey[]): Promise<number> {
  const { rows } = await client.query<{ hash: Buffer }>(
    'SELECT DISTINCT name_key AS hash FROM case_party WHERE name_key IS NOT NULL',
  )
  const moved = rows.flatMap(({ hash }) => {
    const up = broughtUp(hash, layers)
    return up === null ? [] : [{ former: hash, fresh: Buffer.from(up.hash) }]
  })
  if (moved.length === 0) return 0
  const { rowCount } = await client.query(
    `UPDATE case_party p SET name_key = n.fresh FROM unnest($1::bytea[], $2::bytea[]) AS n (fresh, former) WHERE p.name_key = n.former`,
    [moved.map(({ fresh }) => fresh), moved.map(({ former }) => former)],
  )
  return rowCount ?? 0
}

async function layWords(client: Client, top: NamedKey, batch: number, report: Progress): Promise<number> {
  let after = FIRST_ID
  let done = 0
  for (;;) {
    await client.query('BEGIN')
    const { rows } = await client.query<{ id: string; office: string; hashes: string[] }>(
      `SELECT case_id AS id, office_id AS office, hashes::text[] AS hashes FROM case_words WHERE case_id > $1 ORDER BY case_id LIMIT ${batch} FOR UPDATE`,
      [after],
    )
    for (const { id, office, hashes } of rows) {
      const fresh = wordsWithLayer(office, hashes, top)
      if (fresh === null) continue
      await client.query('UPDATE case_words SET hashes = $2::bigint[] WHERE case_id = $1', [id, fresh])
      report('case_words', (done += 1))
    }
    await client.query('COMMIT')
    const last = rows.at(-1)
    if (last === undefined) return done
    after = last.id
  }
}

/**
 * The hashes of a case's words with the layer of `top`, each once; null when nothing is to change. The application writes each word
 * without the layer and with it as long as they are mixed, so what is without is what no other one is made from.
 */
export function wordsWithLayer(officeId: string, hashes: readonly string[], top: NamedKey): string[] | null {
  const withLayer = new Map(hashes.map((hash) => [hash, layeredWord(officeId, hash, top)]))
  const mark = layeredWord(officeId, NO_WORD, top)
  if (withLayer.has(mark)) {
    const kept = hashes.filter((hash) => !withLayer.has(withLayer.get(hash) ?? ''))
    return kept.length === hashes.length ? null : kept
  }
  const made = new Set(withLayer.values())
  return [...new Set(hashes.flatMap((hash) => (made.has(hash) ? [] : (withLayer.get(hash) ?? [])))), mark]
}

async function inBatches(
  client: Client,
  table: string,
  column: string,
  batch: number,
  work: (rows: readonly { readonly id: string; readonly hash: Buffer }[]) => Promise<void>,
): Promise<void> {
  let after = FIRST_ID
  for (;;) {
    const { rows } = await client.query<{ id: string; hash: Buffer }>(
      `SELECT id, ${column} AS hash FROM ${table} WHERE ${column} IS NOT NULL AND id > $1 ORDER BY id LIMIT ${batch}`,
      [after],
    )
    const last = rows.at(-1)
    if (last === undefined) return
    await work(rows)
    after = last.id
  }
}
