import 'server-only'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { keyFor } from './master-key'
import { seal, unseal } from './seal'

const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/

/** 256 random bits for a cookie or a link, as 43 characters that need no escaping. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether a text can be one of our tokens; what cannot is treated like none at all. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && TOKEN_PATTERN.test(text)
}

/** What is stored of a token. 256 random bits need no slow hash. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update('fair-passage/token\0').update(token).digest())
}

/** Seals text so that the token and the master key are both needed to read it. */
export function sealForToken(token: string, column: string, row: string, plain: string): Uint8Array<ArrayBuffer> {
  return seal(tokenKey(token), { owner: 'token', column, row }, plain)
}

/** Opens what sealForToken made. Throws SealBroken. */
export function unsealForToken(token: string, column: string, row: string, sealed: Uint8Array): string {
  return unseal(tokenKey(token), { owner: 'token', column, row }, sealed)
}

/** The look-up hash of a worker's secret code: keyed, so that the database alone cannot be searched for codes. */
export function hashSecretCode(digits: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', keyFor('blind-index')).update('secret-code\0').update(digits).digest())
}

/** Names a network for counting wrong tries, for one day, without keeping its address: the key changes with the day. */
export function throttleBucket(kind: string, networkAddress: string, day: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', keyFor('throttle')).update([kind, day, networkAddress].join('\0')).digest())
}

function tokenKey(token: string): Buffer {
  return keyFor('draft', Buffer.from(token, 'utf8'))
}
