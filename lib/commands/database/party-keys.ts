import { Client } from 'pg'
import { KEYS_VERSION } from '@/lib/domain/parties/matching/keys-version'

const BATCH = 2_000
const IS_OF_VERSION = `keys ${KEYS_VERSION}`

/**
 * Writes the keys of all names in the register anew when an earlier version of the product wrote them; the comment of the table says
 * which did. In one transaction: the register is searched by either keys, and nobody adds names meanwhile.
 *
 * @returns how many names it were; 0 when the keys were up to date
 */
export async function rewritePartyKeys(ownerUrl: string): Promise<number> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    if (await isUpToDate(client)) return 0
    await client.query('BEGIN')
    await client.query('LOCK TABLE party_name, party_key IN SHARE ROW EXCLUSIVE MODE')
    const names = (await isUpToDate(client)) ? 0 : await rewriteAll(client)
    await client.query(`COMMENT ON TABLE party_key IS '${IS_OF_VERSION}'`)
    await client.query('COMMIT')
    return names
  } finally {
    await client.end()
  }
}

async function isUpToDate(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ said: string | null }>(
    `SELECT obj_description('party_key'::regclass, 'pg_class') AS said`,
  )
  return rows[0]?.said === IS_OF_VERSION
}

async function rewriteAll(client: Client): Promise<number> {
  const { rows: names } = await client.query<{ id: string; name: string }>(
    'SELECT id, name FROM party_name ORDER BY id',
  )
  if (names.length === 0) return 0
  // Only now: the tables of readings take their time to load.
  const { nameKeyOf, searchKeys } = await import('@/lib/domain/parties/matching/keys')
  await client.query('DELETE FROM party_key')
  await client.query('DELETE FROM party_word')
  for (let from = 0; from < names.length; from += BATCH) {
    const some = names.slice(from, from + BATCH)
    await client.query(
      'UPDATE party_name n SET normalised_key = t.key FROM unnest($1::uuid[], $2::text[]) AS t (id, key) WHERE n.id = t.id',
      [some.map(({ id }) => id), some.map(({ name }) => nameKeyOf(name))],
    )
    const keys = some.flatMap(({ id, name }) => searchKeys(name).map((key) => ({ id, key })))
    await client.query('INSERT INTO party_key (name_id, key) SELECT * FROM unnest($1::uuid[], $2::text[])', [
      keys.map(({ id }) => id),
      keys.map(({ key }) => key),
    ])
  }
  return names.length
}
