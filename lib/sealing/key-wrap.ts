import 'server-only'
import type { KeyRing } from './key-ring'
import { derivedKey, keyRing, knownKeysFor } from './master-key'
import { openWithAny, seal, type SealPlace } from './seal'

/** Where a kind of key lies in the database, and what wraps it. */
type WrappedKind = {
  readonly table: string
  /** The column that names whose key it is. */
  readonly id: string
  readonly purpose: 'case-key-wrapping' | 'import' | 'export' | 'second-factor' | 'identity-provider'
  /** The place it is bound to, as `seal` knows it. */
  readonly place: string
}

/**
 * Every kind of key that lies in the database wrapped by a master key: in `wrapped_key`, with the name of the master key in
 * `master_key_id`. What is not in this list cannot be wrapped, and `npm run keys:rotate` wraps all of it anew; a test compares it
 * with the database.
 */
export const WRAPPED_KINDS = {
  case: { table: 'case_key', id: 'case_id', purpose: 'case-key-wrapping', place: 'case_key.wrapped_key' },
  // The title of a group is sealed like the words of a case.
  group: { table: 'case_group_key', id: 'group_id', purpose: 'case-key-wrapping', place: 'case_key.wrapped_key' },
  share: { table: 'referral_share', id: 'id', purpose: 'case-key-wrapping', place: 'referral_share.wrapped_key' },
  breach: { table: 'breach', id: 'id', purpose: 'case-key-wrapping', place: 'breach.wrapped_key' },
  import: { table: 'report_import', id: 'id', purpose: 'import', place: 'report_import.wrapped_key' },
  export: { table: 'statistic_file', id: 'id', purpose: 'export', place: 'statistic_file.wrapped_key' },
  microdata: { table: 'microdata_request', id: 'id', purpose: 'export', place: 'statistic_file.wrapped_key' },
  provider: {
    table: 'identity_provider',
    id: 'id',
    purpose: 'identity-provider',
    place: 'identity_provider.wrapped_key',
  },
  totp: { table: 'staff_totp', id: 'staff_id', purpose: 'second-factor', place: 'staff_totp.wrapped_key' },
} as const satisfies Readonly<Record<string, WrappedKind>>
export type WrappedKeyKind = keyof typeof WRAPPED_KINDS

/** A key as it is stored: wrapped by the master key named by `masterKeyId`. */
export type Wrapped = { readonly wrappedKey: Uint8Array<ArrayBuffer>; readonly masterKeyId: string }

/** Wraps a key, or another secret, of this kind and row under the current master key. */
export function wrapKey(kind: WrappedKeyKind, id: string, key: Uint8Array, ring: KeyRing = keyRing()): Wrapped {
  const wrappedKey = seal(derivedKey(ring.current, WRAPPED_KINDS[kind].purpose), placeOf(kind, id), key)
  return { wrappedKey, masterKeyId: ring.current.id }
}

/** Opens what wrapKey made, with whichever master key is known. Throws SealBroken when it is another row's, or the key is not known. */
export function unwrapKey(kind: WrappedKeyKind, id: string, wrapped: Uint8Array): Buffer {
  return openWithAny(knownKeysFor(WRAPPED_KINDS[kind].purpose), placeOf(kind, id), wrapped)
}

/** The same key, wrapped by the current master key of `ring`. Throws SealBroken. */
export function rewrapKey(kind: WrappedKeyKind, id: string, wrapped: Uint8Array, ring: KeyRing): Wrapped {
  const { purpose } = WRAPPED_KINDS[kind]
  const keys = ring.known.map((master) => derivedKey(master, purpose))
  return wrapKey(kind, id, openWithAny(keys, placeOf(kind, id), wrapped), ring)
}

/** Proves that the current master key alone opens it. Throws SealBroken. */
export function proveWrapped(kind: WrappedKeyKind, id: string, wrapped: Uint8Array, ring: KeyRing): void {
  openWithAny([derivedKey(ring.current, WRAPPED_KINDS[kind].purpose)], placeOf(kind, id), wrapped)
}

/** Proves that one of the master keys of `ring` opens it. Throws SealBroken. */
export function proveKnown(kind: WrappedKeyKind, id: string, wrapped: Uint8Array, ring: KeyRing): void {
  const { purpose } = WRAPPED_KINDS[kind]
  openWithAny(
    ring.known.map((master) => derivedKey(master, purpose)),
    placeOf(kind, id),
    wrapped,
  )
}

function placeOf(kind: WrappedKeyKind, id: string): SealPlace {
  return { owner: id, column: WRAPPED_KINDS[kind].place, row: id }
}
