import 'server-only'
import { keyFor } from './master-key'
import { seal, unseal } from './seal'

/** Seals text so that the token and the master key are both needed to read it. */
export function sealForToken(token: string, column: string, row: string, plain: string): Uint8Array<ArrayBuffer> {
  return seal(tokenKey(token), { owner: 'token', column, row }, plain)
}

/** Opens what sealForToken made. Throws SealBroken. */
export function unsealForToken(token: string, column: string, row: string, sealed: Uint8Array): string {
  return unseal(tokenKey(token), { owner: 'token', column, row }, sealed)
}

function tokenKey(token: string): Buffer {
  return keyFor('draft', Buffer.from(token, 'utf8'))
}
