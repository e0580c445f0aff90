import { Client } from 'pg'
import type { KeySettings } from '@/lib/platform/key-settings'
import { KEPT_KEYS, sealKept, type KeptKeys, type NamedKey } from '@/lib/sealing/kept-keys'
import type { KeyRing } from '@/lib/sealing/key-ring'
import { keyCheckOf, keysOfDatabase, KEY_CHECK } from './encryption-key-check'
import { layBlindIndexes } from './lay-blind-indexes'
import { countOthers, proveAll, rewrapAll, type Progress } from './rewrap-keys'

/** One rotation at a time, on the whole server. */
const LOCK = 7_048_110
/** A row that came while the others were done is found on the next round; a process with the former key may go on making them. */
const MOST_ROUNDS = 5

/** What a rotation did. */
export type Rotation = {
  readonly masterKeyId: string
  readonly rewrapped: number
  /** Keys in the database, each opened with the current master key alone. */
  readonly proved: number
  /** Hashes of the blind indexes that got another layer; 0 when their key is the same. */
  readonly laid: number
}

/** Why there is no rotation with these settings. */
export class RotationRefused extends Error {}

/**
 * Makes the database's keys those of the settings: wraps every key under ENCRYPTION_KEY, proves it, brings the blind indexes under
 * BLIND_INDEX_KEY, and remembers the former keys, sealed. Can be killed and run again at any moment, and does nothing a second time.
 */
export async function rotateKeys(
  ownerUrl: string,
  settings: KeySettings,
  { batch = 500, report = () => undefined }: { readonly batch?: number; readonly report?: Progress } = {},
): Promise<Rotation> {
  const keys = await keysOfDatabase(ownerUrl, settings)
  if (keys === null)
    throw new RotationRefused('The key that the cases are sealed with now is not among FORMER_ENCRYPTION_KEYS.')
  const client = new Client({ connectionString: ownerUrl, application_name: 'fair-passage-keys' })
  await client.connect()
  try {
    const { rows } = await client.query<{ isFree: boolean }>('SELECT pg_try_advisory_lock($1) AS "isFree"', [LOCK])
    if (rows[0]?.isFree !== true) throw new RotationRefused('Another rotation is at work on this database.')
    await refuseFormer(client, keys.ring)
    let rewrapped = 0
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      rewrapped += await rewrapAll(client, keys.ring, batch, report)
      if ((await countOthers(client, keys.ring)).length === 0) break
    }
    const others = await countOthers(client, keys.ring)
    if (others.length > 0)
      throw new RotationRefused(
        `Keys still come in under a former master key (${others.map(({ table, keys: n }) => `${table}: ${n}`).join(', ')}): restart every process with the new one, then run this again.`,
      )
    const proved = await proveAll(client, keys.ring, batch, report)
    await remember(client, keys.ring, keys.ring.blind.layers.slice(0, keys.ring.blind.settled))
    const laid = await layBlindIndexes(client, keys.ring.blind, batch, report)
    await remember(client, keys.ring, keys.ring.blind.layers)
    return { masterKeyId: keys.ring.current.id, rewrapped, proved, laid }
  } finally {
    await client.end()
  }
}

/** Nobody turns the keys back by running this with the settings of before. */
async function refuseFormer(client: Client, ring: KeyRing): Promise<void> {
  const { rows } = await client.query<{ value: string }>('SELECT value FROM installation WHERE key = $1', [KEPT_KEYS])
  const kept = rows[0] === undefined ? [] : (JSON.parse(rows[0].value) as { masters: { id: string }[] }).masters
  if (kept.some(({ id }) => id === ring.current.id))
    throw new RotationRefused('ENCRYPTION_KEY is a key that was rotated away: set the one that came after it.')
}

async function remember(client: Client, ring: KeyRing, blind: readonly NamedKey[]): Promise<void> {
  const kept: KeptKeys = { masters: ring.former, blind }
  if (kept.masters.length + kept.blind.length === 0) return
  await client.query(
    `INSERT INTO installation (key, value) VALUES ($1, $2), ($3, $4) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [KEPT_KEYS, sealKept(kept, ring.current), KEY_CHECK, keyCheckOf(ring.current)],
  )
}
