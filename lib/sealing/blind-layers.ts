import 'server-only'
import { createHmac } from 'node:crypto'
import type { NamedKey } from './kept-keys'
import { derivedKey } from './master-key'

// A blind index gets another key by a layer over what is stored: HMAC of the hash that is there. Nobody can make the hash of a secret
// code anew, because nobody has the code; and who knew the former key alone can try nothing any more. ADR 048.

const TAG_BYTES = 4

/** The first bytes of everything that has this layer on top: so a hash says how far it is. */
export function layerTag(key: NamedKey): Buffer {
  return Buffer.from(key.id, 'hex').subarray(0, TAG_BYTES)
}

/** A hash with these layers over it, the first one innermost. */
export function layered(hash: Uint8Array<ArrayBuffer>, layers: readonly NamedKey[]): Uint8Array<ArrayBuffer> {
  return layers.reduce((inner, key) => {
    const outer = createHmac('sha256', derivedKey(key, 'blind-index')).update(inner).digest()
    return new Uint8Array(Buffer.concat([layerTag(key), outer]))
  }, hash)
}

/**
 * What is stored, brought up to all `layers` from wherever it is; null when it is there already. A hash without any layer is 32 bytes
 * long, one with a layer 36.
 */
export function broughtUp(
  stored: Uint8Array,
  layers: readonly NamedKey[],
): { readonly hash: Uint8Array<ArrayBuffer> } | null {
  const from =
    stored.length === 32
      ? 0
      : layers.findLastIndex((key) => layerTag(key).equals(Buffer.from(stored.subarray(0, TAG_BYTES)))) + 1
  if (stored.length !== 32 && from === 0) throw new Error('a blind index under a key that is not known')
  return from === layers.length ? null : { hash: layered(new Uint8Array(stored), layers.slice(from)) }
}

/** A layer over the hash of a word of an office: 64 bits as a signed whole number in decimals, like the hash itself. */
export function layeredWord(officeId: string, hash: string, key: NamedKey): string {
  const inner = Buffer.alloc(8)
  inner.writeBigInt64BE(BigInt(hash))
  const layerKey = derivedKey(key, 'search-words', Buffer.from(officeId, 'utf8'))
  return createHmac('sha256', layerKey).update(inner).digest().readBigInt64BE(0).toString()
}
