import 'server-only'
import { createHash, hkdfSync } from 'node:crypto'
import { env } from '@/lib/platform/env'

/** What a key made from the master key is for; one key never serves two purposes. */
export type KeyPurpose = 'case-key-wrapping' | 'blind-index' | 'throttle' | 'draft' | 'outbox'

const derived = new Map<string, Buffer>()

/** 32 bytes made from ENCRYPTION_KEY for one purpose (HKDF-SHA-256, RFC 5869), with optional further input such as a token. */
export function keyFor(purpose: KeyPurpose, salt: Uint8Array = new Uint8Array(0)): Buffer {
  const make = () => Buffer.from(hkdfSync('sha256', masterKey(), salt, `fair-passage/${purpose}`, 32))
  if (salt.length > 0) return make()
  const known = derived.get(purpose)
  if (known) return known
  const key = make()
  derived.set(purpose, key)
  return key
}

/** A short name of the master key in use, stored beside each wrapped key so that a rotation can tell them apart. */
export function masterKeyId(): string {
  return createHash('sha256').update('fair-passage/master-key-id').update(masterKey()).digest('hex').slice(0, 16)
}

function masterKey(): Buffer {
  return Buffer.from(env().ENCRYPTION_KEY, 'base64')
}
