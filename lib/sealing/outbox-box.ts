import 'server-only'
import { createDecipheriv, createECDH, createHash, hkdfSync, type ECDH } from 'node:crypto'
import { keyFor, knownKeysFor } from './master-key'
import { SealBroken } from './seal'

// A report that waits on a phone is sealed to this key: ECDH on P-256 with a key pair made for the one box, HKDF-SHA-256,
// AES-256-GCM. lib/phone/offline/box.ts seals; nobody without ENCRYPTION_KEY opens, the phone included.

const CURVE = 'prime256v1'
/** Order of the curve, SEC 2 section 2.4.2. */
const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')
/** HKDF gives 64 bits more than the order has, so that the remainder is even (FIPS 186-5, A.2.1). */
const SCALAR_BYTES = 40
const FORMAT = 1
const POINT_BYTES = 65
const NONCE_BYTES = 12
const TAG_BYTES = 16
const PLACE = { owner: 'outbox', column: 'outbox.box', row: '' }

/** What phones seal to: the public point (65 bytes, uncompressed) and a short name of it. */
export type OutboxKey = { readonly id: string; readonly publicKey: Uint8Array }

/** The key that phones seal to now. It follows from ENCRYPTION_KEY: nothing to store, nothing to lose on its own. */
export function outboxKey(): OutboxKey {
  const pair = keyPair(keyFor('outbox'))
  return { id: idOf(pair), publicKey: new Uint8Array(pair.getPublicKey()) }
}

/**
 * What is in a box, sealed for the key of this id: the present one, or any other that is known. Null when we
 * have no such key. Throws SealBroken for a changed box, another key, or no box at all.
 */
export function openOutboxBox(keyId: string, sealed: Uint8Array): Buffer | null {
  const own = knownKeysFor('outbox')
    .map(keyPair)
    .find((pair) => idOf(pair) === keyId)
  return own === undefined ? null : openWith(own, keyId, Buffer.from(sealed))
}

function openWith(own: ECDH, keyId: string, box: Buffer): Buffer {
  if (box.length < 1 + POINT_BYTES + NONCE_BYTES + TAG_BYTES || box[0] !== FORMAT) throw new SealBroken(PLACE)
  const point = box.subarray(1, 1 + POINT_BYTES)
  const nonce = box.subarray(1 + POINT_BYTES, 1 + POINT_BYTES + NONCE_BYTES)
  try {
    const salt = Buffer.concat([point, own.getPublicKey()])
    const key = Buffer.from(hkdfSync('sha256', own.computeSecret(point), salt, 'fair-passage/outbox/1', 32))
    const opener = createDecipheriv('aes-256-gcm', key, nonce)
    opener.setAAD(Buffer.from(keyId, 'utf8'))
    opener.setAuthTag(box.subarray(box.length - TAG_BYTES))
    const body = box.subarray(1 + POINT_BYTES + NONCE_BYTES, box.length - TAG_BYTES)
    return Buffer.concat([opener.update(body), opener.final()])
  } catch {
    throw new SealBroken(PLACE)
  }
}

function idOf(pair: ECDH): string {
  return createHash('sha256').update(pair.getPublicKey()).digest('hex').slice(0, 16)
}

function keyPair(key: Buffer): ECDH {
  const wide = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'p-256', SCALAR_BYTES))
  const scalar = (BigInt(`0x${wide.toString('hex')}`) % (ORDER - 1n)) + 1n
  const pair = createECDH(CURVE)
  pair.setPrivateKey(Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex'))
  return pair
}
