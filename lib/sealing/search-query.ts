import 'server-only'
import { keyFor, knownKeysFor } from './master-key'
import { openWithAny, SealBroken, seal } from './seal'

const placeOf = (staffId: string) => ({ owner: staffId, column: 'search-query', row: '' })

/** What somebody searches for, as it may stand in an address: sealed, and opened only for the same person. */
export function sealQuery(staffId: string, words: string): string {
  return Buffer.from(seal(keyFor('search-query'), placeOf(staffId), words)).toString('base64url')
}

/** What sealQuery sealed; null for somebody else's, a changed one, or one of a key that is not known. */
export function openQuery(staffId: string, sealed: string): string | null {
  try {
    return openWithAny(knownKeysFor('search-query'), placeOf(staffId), Buffer.from(sealed, 'base64url')).toString(
      'utf8',
    )
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}
