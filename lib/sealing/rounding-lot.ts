import 'server-only'
import { createHmac } from 'node:crypto'
import { lastingKeyFor } from './master-key'

/**
 * A number from 0 to 1 for a text: HMAC-SHA-256 under a key of this installation, so that nobody outside can draw the lot again. The
 * oldest key is kept to: a number that was rounded twice would be known twice.
 */
export function roundingLot(text: string): number {
  return createHmac('sha256', lastingKeyFor('rounding')).update(text).digest().readUInt32BE(0) / 2 ** 32
}
