import 'server-only'

/** An object in the store: its key and when it was put there. */
export type StoredObject = { readonly key: string; readonly putAt: Date }

/**
 * Where sealed bytes lie. It knows no person and no case: keys are random, what is put is ciphertext. An object is at most
 * some 26 MB and is handed over whole. Throws StoreFull when there is no room, StoreUnavailable when the store does not answer.
 */
export type FileStore = {
  /** Writes an object whole or not at all; over one of the same key. When it returns, the bytes survive a crash. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The bytes, or null when there is no such object. */
  get(key: string): Promise<Uint8Array | null>
  /** Removes objects; one that is not there is fine. */
  delete(keys: readonly string[]): Promise<void>
  /** Every object of ours whose key begins so, in no order; what others left there is passed over. */
  list(prefix: string): AsyncIterable<StoredObject>
  /** Whether it can serve, for readiness. Throws what the others throw. */
  check(): Promise<void>
  /** How much room there is; null for a store that does not say. Throws what the others throw. */
  room(): Promise<StoreRoom | null>
}

/** Bytes that may still be put, beyond what stays free for others on the disk, and how large the disk is. */
export type StoreRoom = { readonly freeBytes: number; readonly wholeBytes: number }

/** There is no room left. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull'
  constructor() {
    super('the file store is full')
  }
}

/** The store does not answer or refuses us; `code` says how, without its message, which may quote addresses. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
  readonly code: string
  constructor(code: string) {
    super('the file store does not answer')
    this.code = code
  }
}

const KEY = /^[a-z0-9]{2}\/[a-z0-9-]{8,64}\/[a-z0-9]{1,16}$/

/** Keys are ours alone: two letters, a random name, a part. */
export function isStoreKey(key: string): boolean {
  return KEY.test(key)
}

/** Anything but a key of ours is a mistake of ours. */
export function assertStoreKey(key: string): void {
  if (!isStoreKey(key)) throw new TypeError('not a key of the file store')
}
