import 'server-only'
import { randomBytes } from 'node:crypto'
import { seal, unseal } from './seal'

type RequestPart = 'allegation' | 'answer' | 'draft'

/** Seals and opens the words of one question to a party and of its answer, under a key of their own: a party's link opens these and nothing else of the case. */
export type RequestSeal = {
  /** The key as text, to be sealed under the case's key and under the token. Never stored as it is. */
  readonly keyText: string
  readonly seal: (part: RequestPart, plain: string) => Uint8Array<ArrayBuffer>
  /** Throws SealBroken when it was changed or belongs to another question. */
  readonly unseal: (part: RequestPart, sealed: Uint8Array) => string
}

/** A new random key for a new question. */
export function newRequestSeal(requestId: string): RequestSeal {
  return sealOf(requestId, randomBytes(32))
}

/** The seal of a question whose key was unsealed. */
export function requestSealFrom(requestId: string, keyText: string): RequestSeal {
  return sealOf(requestId, Buffer.from(keyText, 'base64url'))
}

function sealOf(requestId: string, key: Buffer): RequestSeal {
  const place = (part: string) => ({ owner: requestId, column: 'party_request', row: part })
  return {
    keyText: key.toString('base64url'),
    seal: (part, plain) => seal(key, place(part), plain),
    unseal: (part, sealed) => unseal(key, place(part), sealed),
  }
}
