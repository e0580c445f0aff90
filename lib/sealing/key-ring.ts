import 'server-only'
import { createHash } from 'node:crypto'
import { keyTexts, type KeySettings } from '@/lib/platform/key-settings'
import { openKept, type NamedKey } from './kept-keys'
import { unwrapWithKms } from './kms'

/** Every key an installation knows. */
export type KeyRing = {
  /** What is sealed now is sealed under this one. */
  readonly current: NamedKey
  /** Everything that opens: the current one, the next one, the former ones from the newest on. */
  readonly known: readonly NamedKey[]
  /** Those that were current once, the newest first. */
  readonly former: readonly NamedKey[]
  /** The first key there was. What must stay the same for ever follows from it. */
  readonly oldest: NamedKey
  readonly blind: BlindKeys
}

/** The keys of the blind indexes, one layer over the other; the first layer follows from the oldest master key. */
export type BlindKeys = {
  /** Of the layers that hashes are written with now, the oldest first. */
  readonly layers: readonly NamedKey[]
  /** So many of them every hash in the database has at least. */
  readonly settled: number
  /** Known already, for what other processes write with it. */
  readonly next: NamedKey | null
}

/** The short name of a master key; says nothing of the key. */
export function masterIdOf(bytes: Uint8Array): string {
  return idOf('master-key-id', bytes)
}

/** Reads the keys of these settings, asking the KMS where one holds them. Throws KeySettingError, KmsFailed or SealBroken. */
export function keyRingOf(settings: KeySettings): KeyRing {
  const texts = keyTexts(settings)
  const bytesOf = (text: string) =>
    text.startsWith('kms:') ? unwrapWithKms(settings.KMS_COMMAND, text) : Buffer.from(text, 'base64')
  const master = (text: string): NamedKey => named('master-key-id', bytesOf(text))
  const blindKey = (text: string): NamedKey => named('blind-key-id', bytesOf(text))
  const current = master(texts.current)
  const nextMaster = texts.next === null ? null : master(texts.next)
  const set = distinct([current, ...(nextMaster === null ? [] : [nextMaster]), ...texts.former.map(master)])
  const kept = openKept(settings.KEPT_KEYS, set)
  const isKept = new Set(kept.masters.map(({ id }) => id))
  // The kept ones are in the right order; only the settings can have a wrong one.
  const known = distinct([current, ...set.filter(({ id }) => !isKept.has(id)), ...kept.masters])
  const former = known.filter(({ id }) => id !== current.id && (id !== nextMaster?.id || isKept.has(id)))
  const blind = texts.blind === null ? null : blindKey(texts.blind)
  const layers = blind === null || kept.blind.some(({ id }) => id === blind.id) ? kept.blind : [...kept.blind, blind]
  const next = texts.nextBlind === null ? null : blindKey(texts.nextBlind)
  return {
    current,
    known,
    former,
    oldest: former.at(-1) ?? current,
    blind: {
      layers,
      settled: kept.blind.length,
      next: next === null || layers.some(({ id }) => id === next.id) ? null : next,
    },
  }
}

function named(what: string, bytes: Buffer): NamedKey {
  return { id: idOf(what, bytes), bytes }
}

function idOf(what: string, bytes: Uint8Array): string {
  return createHash('sha256').update(`fair-passage/${what}`).update(bytes).digest('hex').slice(0, 16)
}

function distinct(keys: readonly NamedKey[]): NamedKey[] {
  return [...new Map(keys.map((key) => [key.id, key])).values()]
}
