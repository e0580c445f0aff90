import { joined, randomBytes, utf8 } from './bytes'
import { read, writeOnce } from './store'

/**
 * Rounds of PBKDF2-SHA-256 over the PIN: about one second on a phone of 2018 (Cortex-A53). A PIN of four digits is no secret
 * against somebody who copies the store, so the key also needs a key of this phone that no script can read out.
 */
export const PIN_ROUNDS = 300_000

const PIN = /^\d{4,6}$/
const SALT_BYTES = 16
const NONCE_BYTES = 12
const PHONE_KEY = 'd'

/** Text sealed under a PIN on this phone. */
export type PinSealed = { readonly salt: Uint8Array; readonly nonce: Uint8Array; readonly body: Uint8Array }

export function isPin(text: string): boolean {
  return PIN.test(text)
}

/** A key to seal again and again without asking for the PIN each time; it lives in memory only. */
export type OpenSeal = { readonly salt: Uint8Array; readonly key: CryptoKey }

/** The key of a PIN: PBKDF2 of the PIN, then HMAC under the phone's own key, then AES-256-GCM. */
export async function openSeal(pin: string, salt: Uint8Array = randomBytes(SALT_BYTES)): Promise<OpenSeal> {
  const typed = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits'])
  const slow = { name: 'PBKDF2', hash: 'SHA-256', salt: joined(salt), iterations: PIN_ROUNDS }
  const ofPin = await crypto.subtle.deriveBits(slow, typed, 256)
  const both = await crypto.subtle.sign('HMAC', await phoneKey(), ofPin)
  return { salt, key: await crypto.subtle.importKey('raw', both, 'AES-GCM', false, ['encrypt', 'decrypt']) }
}

export async function sealWith({ salt, key }: OpenSeal, text: string): Promise<PinSealed> {
  const nonce = randomBytes(NONCE_BYTES)
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, utf8(text))
  return { salt, nonce, body: new Uint8Array(body) }
}

/** The text, or null when the PIN (or the phone) is another one. */
export async function openWith({ key }: OpenSeal, { nonce, body }: PinSealed): Promise<string | null> {
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: joined(nonce) }, key, joined(body))
    return new TextDecoder().decode(plain)
  } catch {
    return null
  }
}

/** A random key of this phone: it can be used here and never be read out (extractable: false). */
async function phoneKey(): Promise<CryptoKey> {
  const known = await read<CryptoKey>('k', PHONE_KEY)
  if (known !== undefined) return known
  const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign'])
  return writeOnce('k', PHONE_KEY, made as CryptoKey)
}
