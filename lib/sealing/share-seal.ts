import 'server-only'
import { randomBytes } from 'node:crypto'
import { unwrapKey, wrapKey, type Wrapped } from './key-wrap'
import { seal, unseal } from './seal'

/** Seals and opens what another office was given, under a key of its own: it opens nothing else of the case. */
export type ShareSeal = {
  readonly seal: (column: string, plain: string) => Uint8Array<ArrayBuffer>
  readonly unseal: (column: string, sealed: Uint8Array) => string
}

/** A new random key for a new share, ready to seal with and wrapped for storing. */
export function newShareSeal(shareId: string): { shareSeal: ShareSeal; wrapped: Wrapped } {
  const key = randomBytes(32)
  return { shareSeal: sealOf(shareId, key), wrapped: wrapKey('share', shareId, key) }
}

/** Unwraps the stored key of a share. Throws SealBroken when it is another one's. */
export function shareSealFrom(shareId: string, wrappedKey: Uint8Array): ShareSeal {
  return sealOf(shareId, unwrapKey('share', shareId, wrappedKey))
}

function sealOf(shareId: string, key: Buffer): ShareSeal {
  const place = (column: string) => ({ owner: shareId, column, row: shareId })
  return {
    seal: (column, plain) => seal(key, place(column), plain),
    unseal: (column, sealed) => unseal(key, place(column), sealed),
  }
}
