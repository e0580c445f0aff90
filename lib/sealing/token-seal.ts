import 'server-only'
import { keyFor, knownKeysFor } from './master-key'
import { openWithAny, seal } from './seal'

/** Seals text so that the token and the master key are both needed to read it. */
export function sealForToken(token: string, column: string, row: string, plain: string): Uint8Array<ArrayBuffer> {
  return seal(keyFor('draft', bytesOf(token)), { owner: 'token', column, row }, plain)
}

/** Opens what sealForToken made. Throws SealBroken. */
export function unsealForToken(token: string, column: string, row: string, sealed: Uint8Array): string {
  return openWithAny(knownKeysFor('draft', bytesOf(token)), { owner: 'token', column, row }, sealed).toString('utf8')
}

function bytesOf(token: string): Buffer {
  return Buffer.from(token, 'utf8')
}
