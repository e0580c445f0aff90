import 'server-only'
import { createHmac } from 'node:crypto'
import type { BlindKeys } from './key-ring'
import { layered } from './blind-layers'
import { keyFor, keyRing, lastingKeyFor } from './master-key'

type PartyNameKey = { readonly origin: string; readonly role: string; readonly folded: string }
type Hash = Uint8Array<ArrayBuffer>

/** The look-up hash of a worker's secret code, as it is stored: keyed, so that the database alone cannot be searched for codes. */
export function hashSecretCode(digits: string): Hash {
  return layered(firstHash('secret-code', digits), keyRing().blind.layers)
}

/**
 * The hashes under which a secret code may be stored: one, or a few while BLIND_INDEX_KEY changes. How many says nothing of the code,
 * and all of them are looked up.
 */
export function secretCodeHashes(digits: string): Hash[] {
  return stagesOf(keyRing().blind).map((layers) => layered(firstHash('secret-code', digits), layers))
}

/**
 * The look-up hash of a party's name as it is compared (folded), within its role and the country the worker comes from: finds
 * the same party in other cases, no name in the database, and never a namesake in another country.
 */
export function hashPartyName({ origin, role, folded }: PartyNameKey): Hash {
  return layered(firstHash('party-name', [origin, role, folded].join('\0')), keyRing().blind.layers)
}

/** Names who tries (a network, an account) for counting wrong tries, for one day, without keeping the name: the key changes with the day. */
export function throttleBucket(kind: string, subject: string, day: string): Hash {
  return new Uint8Array(createHmac('sha256', keyFor('throttle')).update([kind, day, subject].join('\0')).digest())
}

/** Names the words of a report for comparing it with others of the same days, without keeping a word. */
export function sameWordsMark(words: string): Hash {
  return new Uint8Array(createHmac('sha256', keyFor('same-words')).update(words).digest())
}

function firstHash(what: string, value: string): Hash {
  return new Uint8Array(createHmac('sha256', lastingKeyFor('blind-index')).update(`${what}\0`).update(value).digest())
}

/** The layers that something stored may have, from what all have to what the next key will give. */
function stagesOf({ layers, settled, next }: BlindKeys) {
  const all = next === null ? layers : [...layers, next]
  return Array.from({ length: all.length - settled + 1 }, (_, more) => all.slice(0, settled + more))
}
