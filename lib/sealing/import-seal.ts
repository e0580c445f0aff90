import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import type { KeyRing } from './key-ring'
import { unwrapKey, wrapKey } from './key-wrap'
import { derivedKey, keyFor, knownKeysFor, lastingKeyFor } from './master-key'
import { openWithAny, seal, SealBroken, unseal } from './seal'

/** Seals and opens the words of one import, under a key that is deleted with them. */
export type ImportSeal = {
  readonly seal: (column: string, row: string, plain: string) => Uint8Array<ArrayBuffer>
  readonly unseal: (column: string, row: string, sealed: Uint8Array) => string
}

/** A new random key for an import, ready to seal with and wrapped for storing. */
export function newImportSeal(importId: string) {
  const key = randomBytes(32)
  return { importSeal: sealOf(importId, key), ...wrapKey('import', importId, key) }
}

/** Unwraps the stored key of an import. Throws SealBroken. */
export function importSealFrom(importId: string, wrappedKey: Uint8Array): ImportSeal {
  return sealOf(importId, unwrapKey('import', importId, wrappedKey))
}

/** Seals what an office keeps for its next import. It lies under the master key itself: a rotation seals it anew. */
export function officeSeal(officeId: string): ImportSeal {
  const salt = Buffer.from(officeId, 'utf8')
  return {
    seal: sealOf(officeId, keyFor('import', salt)).seal,
    unseal: (column, row, sealed) =>
      openWithAny(knownKeysFor('import', salt), { owner: officeId, column, row }, sealed).toString('utf8'),
  }
}

/** What an office keeps, sealed under the current key of `ring`; null when it is already. Throws SealBroken. */
export function resealForOffice(
  ring: KeyRing,
  officeId: string,
  column: string,
  row: string,
  sealed: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  const [current, ...others] = keysOfOffice(ring, officeId)
  const place = { owner: officeId, column, row }
  if (current === undefined) throw new Error('a ring without a key')
  try {
    openWithAny([current], place, sealed)
    return null
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    return seal(current, place, openWithAny(others, place, sealed))
  }
}

function keysOfOffice(ring: KeyRing, officeId: string): Buffer[] {
  return ring.known.map((master) => derivedKey(master, 'import', Buffer.from(officeId, 'utf8')))
}

/** The keyed hash of a file or its headings: the same for the same bytes, and nothing can be guessed from it. */
export function hashForImport(what: 'file' | 'headings', content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', lastingKeyFor('import-hash')).update(`${what}\0`).update(content).digest())
}

/** The id of the submission that a row of an office is, for ever (UUID version 8, RFC 9562): `key` says which row it is. */
export function submissionIdOf(officeId: string, key: string): string {
  const hash = createHmac('sha256', lastingKeyFor('import-hash')).update(`row\0${officeId}\0`).update(key).digest('hex')
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-')
}

function sealOf(owner: string, key: Uint8Array): ImportSeal {
  return {
    seal: (column, row, plain) => seal(key, { owner, column, row }, plain),
    unseal: (column, row, sealed) => unseal(key, { owner, column, row }, sealed),
  }
}
