import 'server-only'
import { hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { openWithAny, seal } from './seal'

// What was made from a former key and cannot be made anew (hashes of secret codes, boxes on phones, words sealed for a token) needs
// it on. So the database keeps former keys, sealed under the current one: the settings need them no more after a rotation. ADR 048.

const entrySchema = z.object({ id: z.string(), sealed: z.string() })
const keptSchema = z.object({
  /** Former master keys, the newest first. */
  masters: z.array(entrySchema),
  /** Keys of the blind indexes that every hash is made with by now, the oldest first. */
  blind: z.array(entrySchema),
})

/** A key and the short name that stands beside what it sealed. */
export type NamedKey = { readonly id: string; readonly bytes: Buffer }
export type KeptKeys = { readonly masters: readonly NamedKey[]; readonly blind: readonly NamedKey[] }

/** The installation's value that they are kept in. */
export const KEPT_KEYS = 'kept_keys'

/** The kept keys as text, sealed under this master key. */
export function sealKept(kept: KeptKeys, current: NamedKey): string {
  const sealed = (key: NamedKey) => ({
    id: key.id,
    sealed: Buffer.from(seal(keyOf(current), placeOf(key.id), key.bytes)).toString('base64'),
  })
  return JSON.stringify({ masters: kept.masters.map(sealed), blind: kept.blind.map(sealed) })
}

/** The kept keys, opened with whichever of these master keys they were sealed under. Throws SealBroken when with none. */
export function openKept(text: string | undefined, known: readonly NamedKey[]): KeptKeys {
  if (text === undefined) return { masters: [], blind: [] }
  const kept = keptSchema.parse(JSON.parse(text))
  const keys = known.map(keyOf)
  const opened = ({ id, sealed }: z.output<typeof entrySchema>): NamedKey => ({
    id,
    bytes: openWithAny(keys, placeOf(id), Buffer.from(sealed, 'base64')),
  })
  return { masters: kept.masters.map(opened), blind: kept.blind.map(opened) }
}

function keyOf(master: NamedKey): Buffer {
  return Buffer.from(hkdfSync('sha256', master.bytes, '', 'fair-passage/kept-keys', 32))
}

function placeOf(id: string) {
  return { owner: 'installation', column: KEPT_KEYS, row: id }
}
