import { CASE_NUMBER_ALPHABET } from '../case-number'

/** Fewest characters of a piece of a case number; with none but letters one more, or every short word would be one. */
const FEWEST = 3
const WHOLE = 8

/** A piece of a case number out of what was typed, without dash and blanks; null when it can be none. */
export function numberPart(text: string): string | null {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-‐‑‒–—−]/gu, '')
  if (typed.length > WHOLE || typed.length < FEWEST + (/\d/.test(typed) ? 0 : 1)) return null
  return Array.from(typed).every((character) => CASE_NUMBER_ALPHABET.includes(character)) ? typed : null
}
