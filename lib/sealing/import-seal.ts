import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { keyFor, masterKeyId } from './master-key'
import { seal, unseal, unsealBytes } from './seal'

/** Seals and opens the words of one import, under a key that is deleted with them. */
export type ImportSeal = {
  readonly seal: (column: string, row: string, plain: string) => Uint8Array<ArrayBuffer>
  readonly unseal: (column: string, row: string, sealed: Uint8Array) => string
}

/** A new random key for an import, ready to seal with and wrapped for storing. */
export function newImportSeal(importId: string) {
  const key = randomBytes(32)
  const wrappedKey = seal(keyFor('import'), keyPlace(importId), key)
  return { importSeal: sealOf(importId, key), wrappedKey, masterKeyId: masterKeyId() }
}

/** Unwraps the stored key of an import. Throws SealBroken. */
export function importSealFrom(importId: string, wrappedKey: Uint8Array): ImportSeal {
  return sealOf(importId, unsealBytes(keyFor('import'), keyPlace(importId), wrappedKey))
}

/** Seals what an office keeps for its next import. */
export function officeSeal(officeId: string): ImportSeal {
  return sealOf(officeId, keyFor('import', Buffer.from(officeId, 'utf8')))
}

/** The keyed hash of a file or its headings: the same for the same bytes, and nothing can be guessed from it. */
export function hashForImport(what: 'file' | 'headings', content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', keyFor('import')).update(`${what}\0`).update(content).digest())
}

/** The id of the submission that a row of an office is, for ever (UUID version 8, RFC 9562): `key` says which row it is. */
export function submissionIdOf(officeId: string, key: string): string {
  const hash = createHmac('sha256', keyFor('import')).update(`row\0${officeId}\0`).update(key).digest('hex')
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-')
}

function keyPlace(importId: string) {
  return { owner: importId, column: 'report_import.wrapped_key', row: importId }
}

function sealOf(owner: string, key: Uint8Array): ImportSeal {
  return {
    seal: (column, row, plain) => seal(key, { owner, column, row }, plain),
    unseal: (column, row, sealed) => unseal(key, { owner, column, row }, sealed),
  }
}
