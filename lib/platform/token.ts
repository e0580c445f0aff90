import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

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

/** A UUID (version 8, RFC 9562) that always is the same for a token and tells nothing of it. */
export function idFromToken(token: string): string {
  const hash = createHash('sha256').update('fair-passage/token-id\0').update(token).digest('hex')
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-')
}
