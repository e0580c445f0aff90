import { hkdfSync } from 'node:crypto'
import type { KeySettings } from '@/lib/platform/key-settings'
import { KEPT_KEYS, type NamedKey } from '@/lib/sealing/kept-keys'
import { keyRingOf, type KeyRing } from '@/lib/sealing/key-ring'
import { SealBroken } from '@/lib/sealing/seal'
import { readInstallation, writeInstallation } from './installation'

/** The installation's value that says which master key its cases are sealed with. */
export const KEY_CHECK = 'encryption_key_check'
const CHECK_BYTES = 8

/** A value that follows from a master key and gives nothing of it away. */
export function keyCheckOf(master: NamedKey): string {
  const bytes = hkdfSync('sha256', master.bytes, '', 'fair-passage/encryption-key-check', CHECK_BYTES)
  return Buffer.from(bytes).toString('hex')
}

/**
 * The keys of these settings together with those that the database keeps; null when the key that its cases are sealed with is not
 * among them: a start with other keys would seal new cases beside ones it cannot read. The first start remembers its key.
 */
export async function keysOfDatabase(
  ownerUrl: string,
  settings: KeySettings,
): Promise<{ readonly ring: KeyRing; readonly settings: KeySettings } | null> {
  const kept = await readInstallation(ownerUrl, KEPT_KEYS)
  const whole = kept === undefined ? settings : { ...settings, KEPT_KEYS: kept }
  const ring = ringOrNull(whole)
  if (ring === null) return null
  const remembered = await readInstallation(ownerUrl, KEY_CHECK)
  if (remembered === undefined) await writeInstallation(ownerUrl, KEY_CHECK, keyCheckOf(ring.current))
  const isKnown = remembered === undefined || ring.known.some((master) => keyCheckOf(master) === remembered)
  return isKnown ? { ring, settings: whole } : null
}

function ringOrNull(settings: KeySettings): KeyRing | null {
  try {
    return keyRingOf(settings)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}
