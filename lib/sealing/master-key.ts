import 'server-only'
import { hkdfSync } from 'node:crypto'
import { env } from '@/lib/platform/env'
import { keyRingOf, type KeyRing } from './key-ring'
import type { NamedKey } from './kept-keys'

/**
 * What a key made from the master key is for; one key never serves two purposes. With each, how it survives another master key:
 * `rewrapped`: keys in the database, which `npm run keys:rotate` wraps anew (lib/sealing/key-wrap.ts);
 * `opened`: sealed under the current key, opened with former ones as long as it lives;
 * `lasting`: made from the oldest key for ever, as it must come out the same;
 * `fleeting`: lives a day, or some, and is let go; what another key makes of the same is not recognised.
 */
export const KEY_PURPOSES = {
  'case-key-wrapping': 'rewrapped',
  import: 'rewrapped',
  export: 'rewrapped',
  'second-factor': 'rewrapped',
  'identity-provider': 'rewrapped',
  draft: 'opened',
  outbox: 'opened',
  'search-query': 'opened',
  'blind-index': 'lasting',
  'search-words': 'lasting',
  'import-hash': 'lasting',
  rounding: 'lasting',
  throttle: 'fleeting',
  challenge: 'fleeting',
  'same-words': 'fleeting',
} as const satisfies Readonly<Record<string, 'rewrapped' | 'opened' | 'lasting' | 'fleeting'>>
export type KeyPurpose = keyof typeof KEY_PURPOSES
type PurposeThatIs<How> = {
  [P in KeyPurpose]: (typeof KEY_PURPOSES)[P] extends How ? P : never
}[KeyPurpose]

const NO_SALT = new Uint8Array(0)
/** Names that keys were made under before a purpose had a name of its own. */
const MADE_AS: Partial<Record<KeyPurpose, string>> = { 'import-hash': 'import' }
const derived = new Map<string, Buffer>()
let ring: KeyRing | undefined

/** The keys of this process, read once. */
export function keyRing(): KeyRing {
  ring ??= keyRingOf(env())
  return ring
}

/** 32 bytes made from the current master key for one purpose (HKDF-SHA-256, RFC 5869), with optional further input such as a token. */
export function keyFor(
  purpose: PurposeThatIs<'rewrapped' | 'opened' | 'fleeting'>,
  salt: Uint8Array = NO_SALT,
): Buffer {
  return derivedKey(keyRing().current, purpose, salt)
}

/** The keys of one purpose that may have sealed what is to be opened: the current one first, then all others that are known. */
export function knownKeysFor(purpose: PurposeThatIs<'rewrapped' | 'opened'>, salt: Uint8Array = NO_SALT): Buffer[] {
  return keyRing().known.map((master) => derivedKey(master, purpose, salt))
}

/** The key of a purpose that must stay the same whatever the master key is. */
export function lastingKeyFor(purpose: PurposeThatIs<'lasting'>, salt: Uint8Array = NO_SALT): Buffer {
  return derivedKey(keyRing().oldest, purpose, salt)
}

/** A short name of the master key in use, stored beside each wrapped key so that a rotation can tell them apart. */
export function masterKeyId(): string {
  return keyRing().current.id
}

/** A short name of the installation that no rotation changes. */
export function installationId(): string {
  return keyRing().oldest.id
}

/** 32 bytes made from a master key for one purpose. */
export function derivedKey(master: NamedKey, purpose: KeyPurpose, salt: Uint8Array = NO_SALT): Buffer {
  const make = () =>
    Buffer.from(hkdfSync('sha256', master.bytes, salt, `fair-passage/${MADE_AS[purpose] ?? purpose}`, 32))
  if (salt.length > 0) return make()
  const name = `${master.id} ${purpose}`
  const key = derived.get(name) ?? make()
  derived.set(name, key)
  return key
}
