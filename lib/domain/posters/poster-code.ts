/** Letters and digits that nobody takes for another when reading them from a wall: no 0 and o, no 1, i and l. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 9

/** Random bytes that one code is made from. */
export const POSTER_CODE_BYTES = 64

/** A code of nine signs (some 44 bits). Bytes that would favour some letters are passed over; throws when too few are left. */
export function posterCodeFrom(bytes: Uint8Array): string {
  const fair = 256 - (256 % ALPHABET.length)
  const signs = [...bytes].filter((byte) => byte < fair).map((byte) => ALPHABET[byte % ALPHABET.length])
  if (signs.length < LENGTH) throw new RangeError('too few random bytes for a code')
  return signs.slice(0, LENGTH).join('')
}

/** A code as somebody scanned or typed it, or null for what never is one. */
export function readPosterCode(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const code = text.trim().toLowerCase()
  return code.length === LENGTH && [...code].every((sign) => ALPHABET.includes(sign)) ? code : null
}

/** The code as it travels from page to page to the report, or nothing. */
export function viaQuery(text: unknown): string {
  const code = readPosterCode(text)
  return code === null ? '' : `?via=${code}`
}
