import 'server-only'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Where a sealed value lives. It is authenticated with the value, so a value moved to another row or column does not open. */
export type SealPlace = { readonly owner: string; readonly column: string; readonly row: string }

/** Thrown when a sealed value was changed, moved, or belongs to another key. */
export class SealBroken extends Error {
  constructor(place: SealPlace) {
    super(`a sealed value does not open: ${place.column}`)
    this.name = 'SealBroken'
  }
}

const FORMAT = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Encrypts text or bytes with a 32-byte key (AES-256-GCM, NIST SP 800-38D): format byte, 12-byte nonce, ciphertext, 16-byte tag. */
export function seal(key: Uint8Array, place: SealPlace, plain: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(aad(place))
  const body = Buffer.concat([
    cipher.update(typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain),
    cipher.final(),
  ])
  return new Uint8Array(Buffer.concat([Buffer.of(FORMAT), nonce, body, cipher.getAuthTag()]))
}

/** The bytes that were sealed at this place. Throws SealBroken. */
export function unsealBytes(key: Uint8Array, place: SealPlace, sealed: Uint8Array): Buffer {
  const box = Buffer.from(sealed)
  if (box.length < 1 + NONCE_BYTES + TAG_BYTES || box[0] !== FORMAT) throw new SealBroken(place)
  const opener = createDecipheriv('aes-256-gcm', key, box.subarray(1, 1 + NONCE_BYTES))
  opener.setAAD(aad(place))
  opener.setAuthTag(box.subarray(box.length - TAG_BYTES))
  try {
    return Buffer.concat([opener.update(box.subarray(1 + NONCE_BYTES, box.length - TAG_BYTES)), opener.final()])
  } catch {
    throw new SealBroken(place)
  }
}

/** The bytes that were sealed at this place under one of these keys. Throws SealBroken. */
export function openWithAny(keys: readonly Uint8Array[], place: SealPlace, sealed: Uint8Array): Buffer {
  for (const key of keys) {
    try {
      return unsealBytes(key, place, sealed)
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error
    }
  }
  throw new SealBroken(place)
}

/** The text that was sealed at this place. Throws SealBroken. */
export function unseal(key: Uint8Array, place: SealPlace, sealed: Uint8Array): string {
  return unsealBytes(key, place, sealed).toString('utf8')
}

function aad(place: SealPlace): Buffer {
  return Buffer.from(JSON.stringify([place.owner, place.column, place.row]), 'utf8')
}
