import 'server-only'
import { createHmac } from 'node:crypto'
import { keyFor } from './master-key'

/**
 * Words as the database may know them: HMAC-SHA-256 under a key of the office, the first 8 bytes as a signed whole number in
 * decimals. Two offices have no hash in common, and who has the database alone cannot try words.
 */
export function wordHashes(officeId: string, tokens: readonly string[]): string[] {
  const key = keyFor('search-words', Buffer.from(officeId, 'utf8'))
  return tokens.map((token) => createHmac('sha256', key).update(token).digest().readBigInt64BE(0).toString())
}
