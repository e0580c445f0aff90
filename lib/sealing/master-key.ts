import 'server-only'
import { createHash, hkdfSync } from 'node:crypto'
import { env } from '@/lib/platform/env'

/** What a key made from the master key is for; one key never serves two purposes. */
export type KeyPurpose =
  | 'case-key-wrapping'
  | 'blind-index'
  | 'throttle'
  | 'rounding'
  | 'draft'
  | 'outbox'
  | 'import'
  | 'export'
  | 'search-words'
  | 'search-query'

const derived = new Map<string, Buffer>()

/** 32 bytes made from ENCRYPTION_KEY for one purpose (HKDF-SHA-256, RFC 5869), with optional further input such as a token. */
export function keyFor(purpose: KeyPurpose, salt: Uint8Array = new Uint8Array(0)): Buffer {
  if (salt.length > 0) return derivedKey(masterKey(), purpose, salt)
  const known = derived.get(purpose)
  if (known) return known
  const key = derivedKey(masterKey(), purpose)
  derived.set(purpose, key)
  return key
}

/** A short name of the master key in use, stored beside each wrapped key so that a rotation can tell them apart. */
export function masterKeyId(): string {
  return createHash('sha256').update('fair-passage/master-key-id').update(masterKey()).digest('hex').slice(0, 16)
}

/** The keys of one purpose that were before the present one, the newest first; see FORMER_ENCRYPTION_KEYS. */
export function formerKeysFor(purpose: KeyPurpose): Buffer[] {
  return env().FORMER_ENCRYPTION_KEYS.map((key) => derivedKey(Buffer.from(key, 'base64'), purpose))
}

function derivedKey(master: Uint8Array, purpose: KeyPurpose, salt: Uint8Array = new Uint8Array(0)): Buffer {
  return Buffer.from(hkdfSync('sha256', master, salt, `fair-passage/${purpose}`, 32))
}

function masterKey(): Buffer {
  return Buffer.from(env().ENCRYPTION_KEY, 'base64')
}
