import { ORIGIN_CODES } from '../countries'
import { FEE_CATEGORY_CODES } from '../fees/categories'
import { PARTY_ROLES } from '../fees/payees'
import { SCHEME_CODES } from '../schemes'

const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/**
 * A mark of the code lists a file was made with (FNV-1a over fee categories, payees, countries and schemes, eight hex digits): two
 * files with the same mark use the same codes, and nobody has to remember to count a version up.
 */
export const CODES_VERSION = markOf([...FEE_CATEGORY_CODES, ...PARTY_ROLES, ...ORIGIN_CODES, ...SCHEME_CODES].join(' '))

/** FNV-1a of a text, eight hex digits. */
export function markOf(text: string): string {
  let hash = OFFSET
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), PRIME)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
