import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { seal, unsealBytes } from './seal'

/** Seals and opens the bytes of one file under a key of its own. Parts are 'chunk 0', 'chunk 1' … and 'file'. */
export type FileSeal = {
  /** The key as text, to be sealed under a draft's token or a case's key. Never stored as it is. */
  readonly keyText: string
  readonly sealPart: (part: string, bytes: Uint8Array) => Uint8Array<ArrayBuffer>
  /** Throws SealBroken when the part was changed, swapped with another, or belongs to another file. */
  readonly openPart: (part: string, sealed: Uint8Array) => Buffer
  /** What the whole file is recognised by, in hexadecimal (SHA-256). To be sealed: it tells who has the same file. */
  readonly hash: (bytes: Uint8Array) => string
}

/** A new random key for a new file. */
export function newFileSeal(fileId: string): FileSeal {
  return sealOf(fileId, randomBytes(32))
}

/** The seal of a file whose key was unsealed. */
export function fileSealFrom(fileId: string, keyText: string): FileSeal {
  return sealOf(fileId, Buffer.from(keyText, 'base64url'))
}

function sealOf(fileId: string, key: Buffer): FileSeal {
  const place = (part: string) => ({ owner: fileId, column: 'file', row: part })
  return {
    keyText: key.toString('base64url'),
    sealPart: (part, bytes) => seal(key, place(part), bytes),
    openPart: (part, sealed) => unsealBytes(key, place(part), sealed),
    hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  }
}
