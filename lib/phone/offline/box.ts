import { fromText, joined, randomBytes, toText, utf8 } from './bytes'

/** The server's public key as it comes with the data file: its short name, and the point of P-256 as base64url. */
export type ServerKey = { readonly id: string; readonly publicKey: string }

const FORMAT = 1
const NONCE_BYTES = 12

/**
 * Seals a value to the server: ECDH on P-256 with a key pair that is forgotten at once, HKDF-SHA-256, AES-256-GCM. What comes
 * out is base64url of: format byte, public point (65 bytes), nonce (12), ciphertext with tag (16). Only the server opens it
 * (lib/sealing/outbox-box.ts); this phone cannot any more.
 */
export async function sealToServer(server: ServerKey, value: unknown): Promise<string> {
  const theirs = fromText(server.publicKey)
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const pair = (await crypto.subtle.generateKey(curve, false, ['deriveBits'])) as CryptoKeyPair
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const publicKey = await crypto.subtle.importKey('raw', theirs, curve, false, [])
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, pair.privateKey, 256)
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: joined(point, theirs), info: utf8('fair-passage/outbox/1') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  )
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = { name: 'AES-GCM', iv: nonce, additionalData: utf8(server.id) }
  const body = await crypto.subtle.encrypt(cipher, key, utf8(JSON.stringify(value)))
  return toText(joined(Uint8Array.of(FORMAT), point, nonce, new Uint8Array(body)))
}

/** 256 random bits in the form of the server's own tokens: 43 characters. */
export function newToken(): string {
  return toText(randomBytes(32))
}
