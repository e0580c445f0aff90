import 'server-only'
import { createHmac } from 'node:crypto'
import { keyFor } from './master-key'

type PartyNameKey = { readonly origin: string; readonly role: string; readonly folded: string }

/** The look-up hash of a worker's secret code: keyed, so that the database alone cannot be searched for codes. */
export function hashSecretCode(digits: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', keyFor('blind-index')).update('secret-code\0').update(digits).digest())
}

/**
 * The look-up hash of a party's name as it is compared (folded), within its role and the country the worker comes from: finds
 * the same party in other cases, no name in the database, and never a namesake in another country.
 */
export function hashPartyName({ origin, role, folded }: PartyNameKey): Uint8Array<ArrayBuffer> {
  const hash = createHmac('sha256', keyFor('blind-index')).update('party-name\0')
  return new Uint8Array(hash.update([origin, role, folded].join('\0')).digest())
}

/** Names who tries (a network, an account) for counting wrong tries, for one day, without keeping the name: the key changes with the day. */
export function throttleBucket(kind: string, subject: string, day: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', keyFor('throttle')).update([kind, day, subject].join('\0')).digest())
}
