import { CASE_NUMBER_ALPHABET, parseCaseNumber } from './case-number'

/** What names another reporter: their number, their name and how they are reached, as they gave them. */
export type OthersNamed = readonly (string | null)[]

/** As numbers are written: two fours with a dash, a blank or nothing between; `parseCaseNumber` says whether it is one. */
const NUMBER_LIKE = new RegExp(
  `(?<![\\p{L}\\p{N}])[${CASE_NUMBER_ALPHABET}]{4}[\\s.\\-_‐‑‒–—−]?[${CASE_NUMBER_ALPHABET}]{4}(?![\\p{L}\\p{N}])`,
  'giu',
)
/** Shorter names are ordinary words: "An", "Lan", "Ba". */
const FEWEST_LETTERS = 4
const FEWEST_DIGITS = 6
/** A phone number is written with and without the country: its end is the same. */
const LAST_DIGITS = 8
/** Scripts that put no space between words: a name is found anywhere in them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Lao}]/u

/**
 * Whether words for one worker would show them somebody else: a case number other than their own, or the number, name or contact
 * of another reporter. How many others there are cannot be recognised in ten languages; the form asks the officer to leave it out.
 */
export function revealsOthers(text: string, own: string, others: OthersNamed): boolean {
  const plain = text.normalize('NFKC')
  if ([...plain.matchAll(NUMBER_LIKE)].some(([found]) => isOtherNumber(found, own))) return true
  return others.some((named) => named !== null && names(plain, named.normalize('NFKC')))
}

function isOtherNumber(found: string, own: string): boolean {
  // "when they" is four letters and four letters, too: without a digit or a dash only capitals are a number.
  const isWritten = /[\d\-‐‑‒–—−]/u.test(found) || found === found.toUpperCase()
  const read = parseCaseNumber(found)
  return isWritten && read.ok && read.value !== own
}

function names(text: string, named: string): boolean {
  const digits = named.replaceAll(/\D/gu, '')
  if (!/\p{L}/u.test(named))
    return digits.length >= FEWEST_DIGITS && text.replaceAll(/\D/gu, '').includes(digits.slice(-LAST_DIGITS))
  const wanted = spaced(named)
  if (UNSPACED.test(named)) return wanted.length >= 2 && spaced(text).includes(wanted)
  return wanted.length >= FEWEST_LETTERS && ` ${spaced(text)} `.includes(` ${wanted} `)
}

/** Lower case, with one blank wherever something else than letters and digits stands. */
function spaced(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
