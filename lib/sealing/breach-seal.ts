import 'server-only'
import { randomBytes } from 'node:crypto'
import { unwrapKey, wrapKey, type Wrapped } from './key-wrap'
import { seal, unseal } from './seal'

/** Seals and opens the words about one incident, under a key of its own. `row` is the incident or the duty the words are of. */
export type BreachSeal = {
  readonly seal: (column: string, row: string, plain: string) => Uint8Array<ArrayBuffer>
  readonly unseal: (column: string, row: string, sealed: Uint8Array) => string
}

/** A new random key for a new incident, ready to seal with and wrapped for storing. */
export function newBreachSeal(breachId: string): { breachSeal: BreachSeal; wrapped: Wrapped } {
  const key = randomBytes(32)
  return { breachSeal: sealOf(breachId, key), wrapped: wrapKey('breach', breachId, key) }
}

/** Unwraps the stored key of an incident. Throws SealBroken when it is another one's. */
export function breachSealFrom(breachId: string, wrappedKey: Uint8Array): BreachSeal {
  return sealOf(breachId, unwrapKey('breach', breachId, wrappedKey))
}

function sealOf(breachId: string, key: Buffer): BreachSeal {
  const place = (column: string, row: string) => ({ owner: breachId, column, row })
  return {
    seal: (column, row, plain) => seal(key, place(column, row), plain),
    unseal: (column, row, sealed) => unseal(key, place(column, row), sealed),
  }
}
