import { err, ok, type Result } from './result'
import { typedText } from './writing/typed-text'

/** Random digits of a secret code: 20 digits are 66 bits of chance. The 21st is the check digit. */
const RANDOM_DIGITS = 20

/** How many random bytes `secretCodeFrom` asks for: enough that rejected ones never run it dry. */
export const SECRET_CODE_BYTES = 64

/**
 * Why a text is no secret code: not 21 digits, a mistyped or exchanged digit, or something else
 * than digits. All three are found without asking the database and do not count as a wrong try.
 */
export const SECRET_CODE_ERROR_CODES = ['code_incomplete', 'code_slip', 'code_not_digits'] as const

/** A reason out of SECRET_CODE_ERROR_CODES. */
export type SecretCodeError = (typeof SECRET_CODE_ERROR_CODES)[number]

/**
 * Damm's quasigroup of order 10: the running check digit of a code ends at 0 exactly when no
 * single digit is wrong and no two neighbours are exchanged.
 * Source: H. M. Damm, Total anti-symmetrische Quasigruppen (Marburg, 2004), the usual table.
 */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

/**
 * A new secret code of 21 digits without separators from SECRET_CODE_BYTES random bytes.
 * Digits, because every keyboard has them. Throws a RangeError when the bytes run out.
 */
export function secretCodeFrom(bytes: Uint8Array): string {
  // Bytes from 250 up would favour the digits 0 to 5.
  const digits = [...bytes].filter((byte) => byte < 250).map((byte) => byte % 10)
  if (digits.length < RANDOM_DIGITS) throw new RangeError('too few random bytes')
  const code = digits.slice(0, RANDOM_DIGITS).join('')
  return `${code}${dammOf(code)}`
}

/** The code in groups of three, as it is shown and read aloud: `481 902 736 ...`. */
export function formatSecretCode(code: string): string {
  return code.replace(/(\d{3})(?=\d)/gu, '$1 ')
}

/**
 * Reads a secret code as people type it, in the digits of any script, with blanks, dashes or dots.
 * The answer is 21 Latin digits. Errors: see SECRET_CODE_ERROR_CODES.
 */
export function parseSecretCode(text: string): Result<string, SecretCodeError> {
  const typed = typedText(text.slice(0, 200)).replace(/[\s.,\-_‐‑‒–—−·]/gu, '')
  if (typed === '') return err('code_incomplete')
  if (!/^\d+$/u.test(typed)) return err('code_not_digits')
  if (typed.length !== RANDOM_DIGITS + 1) return err('code_incomplete')
  return dammOf(typed) === '0' ? ok(typed) : err('code_slip')
}

function dammOf(digits: string): string {
  return Array.from(digits).reduce((interim, digit) => DAMM[Number(interim)]?.[Number(digit)] ?? '', '0')
}
