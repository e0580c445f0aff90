import { err, ok, type Result } from './result'
import { typedText } from './writing/typed-text'

/**
 * Digits and capitals that are hard to mistake for each other, in print and by phone: no 0, O, 1,
 * I, L, U, and no S beside 5. Their count, 29, is prime, which the check character needs.
 */
export const CASE_NUMBER_ALPHABET = '23456789ABCDEFGHJKMNPQRTVWXYZ'

const PRIME = 29
const RANDOM_CHARACTERS = 7

/** How many random bytes `caseNumberFrom` asks for: enough that rejected ones never run it dry. */
export const CASE_NUMBER_BYTES = 32

/** Why a text is no case number: too few or too many characters, or a slip of the pen. */
export const CASE_NUMBER_ERROR_CODES = ['case_number_incomplete', 'case_number_slip'] as const

/** A reason out of CASE_NUMBER_ERROR_CODES. */
export type CaseNumberError = (typeof CASE_NUMBER_ERROR_CODES)[number]

/**
 * A new case number such as `K7M4-Q9XD` from CASE_NUMBER_BYTES random bytes: seven random
 * characters and a check character. A name to say aloud, not a secret; uniqueness is the
 * database's part. Throws a RangeError when the bytes run out.
 */
export function caseNumberFrom(bytes: Uint8Array): string {
  // Bytes from 232 up would favour the first characters.
  const values = [...bytes].filter((byte) => byte < 256 - (256 % PRIME)).map((byte) => byte % PRIME)
  if (values.length < RANDOM_CHARACTERS) throw new RangeError('too few random bytes')
  const chosen = values.slice(0, RANDOM_CHARACTERS)
  const characters = [...chosen, checkValueOf(chosen)].map((value) => CASE_NUMBER_ALPHABET[value])
  return dashed(characters.join(''))
}

/**
 * Reads a case number as people type it: lower case, full-width, with blanks or without the dash.
 * Errors: `case_number_incomplete` (not eight characters), `case_number_slip` (a character we never
 * use, or the check character does not fit).
 */
export function parseCaseNumber(text: string): Result<string, CaseNumberError> {
  const typed = typedText(text.slice(0, 100))
    .toUpperCase()
    .replace(/[\s.\-_‐‑‒–—−]/gu, '')
  if (typed.length !== RANDOM_CHARACTERS + 1) return err('case_number_incomplete')
  const values = Array.from(typed).map((character) => CASE_NUMBER_ALPHABET.indexOf(character))
  if (values.includes(-1) || weightedSum(values) % PRIME !== 0) return err('case_number_slip')
  return ok(dashed(typed))
}

// Weights 1 to 8 are different and below the prime: every wrong character and every exchange of two
// characters changes the sum modulo 29.
function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (index + 1), 0)
}

function checkValueOf(values: readonly number[]): number {
  const sum = weightedSum(values)
  for (let check = 0; check < PRIME; check += 1) {
    if ((sum + check * (RANDOM_CHARACTERS + 1)) % PRIME === 0) return check
  }
  throw new RangeError('no check character: the number of characters is a multiple of the prime')
}

function dashed(characters: string): string {
  return `${characters.slice(0, 4)}-${characters.slice(4)}`
}
