import 'server-only'
import { createHmac } from 'node:crypto'
import { layeredWord } from './blind-layers'
import { keyRing, lastingKeyFor } from './master-key'

/**
 * Words as the database may know them: HMAC-SHA-256 under a key of the office, the first 8 bytes as a signed whole number in
 * decimals. Two offices have no hash in common, and who has the database alone cannot try words. While BLIND_INDEX_KEY changes each
 * word has several: with each layer that what is stored may have.
 */
export function wordHashes(officeId: string, tokens: readonly string[]): string[] {
  const { layers, settled } = keyRing().blind
  const key = lastingKeyFor('search-words', Buffer.from(officeId, 'utf8'))
  return tokens.flatMap((token) => {
    let hash = createHmac('sha256', key).update(token).digest().readBigInt64BE(0).toString()
    const stages = [hash]
    for (const layer of layers) stages.push((hash = layeredWord(officeId, hash, layer)))
    return stages.slice(settled)
  })
}
