import { typedText } from './writing/typed-text'

/** Letters and digits that are hard to mistake for each other; 32, so that five bits are one of them. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const RECOVERY_LENGTH = 12

/** So many recovery codes are made at once. */
export const RECOVERY_CODES = 10
/** How many random bytes `recoveryCodeFrom` asks for: 12 letters of 5 bits are 60 bits of chance. */
export const RECOVERY_CODE_BYTES = RECOVERY_LENGTH

/** A new recovery code such as `k7m4-q9xd-2pfa`. */
export function recoveryCodeFrom(bytes: Uint8Array): string {
  if (bytes.length < RECOVERY_CODE_BYTES) throw new RangeError('too few random bytes')
  const letters = [...bytes.subarray(0, RECOVERY_LENGTH)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length))
  return letters.join('').replaceAll(/(.{4})(?=.)/gu, '$1-')
}

/** A code as it was meant: of the authenticator app, or one of the recovery codes. */
export type FactorCode = { readonly kind: 'app' | 'recovery'; readonly code: string }

/** Reads what was typed into the field of the second step, in digits of any script, with blanks or dashes. Null: it can be neither. */
export function readFactorCode(text: string): FactorCode | null {
  const typed = typedText(text.slice(0, 100))
    .toLowerCase()
    .replaceAll(/[\s.,\-_‐‑‒–—−·]/gu, '')
  if (/^\d{6}$/u.test(typed)) return { kind: 'app', code: typed }
  const meant = typed.replaceAll('o', '0').replaceAll(/[il]/gu, '1').replaceAll('u', 'v')
  const isCode = meant.length === RECOVERY_LENGTH && [...meant].every((letter) => ALPHABET.includes(letter))
  return isCode ? { kind: 'recovery', code: meant } : null
}
