import type { Reading, Token } from './read-name'
import { soundOf } from './sound'

const FEWEST_LETTERS = 3
const LONGEST_RUN = 7
const LONGEST_BEGINNING = 4
/** What companies put behind the letters of such a word. */
const ENDINGS = new Set([
  '',
  'c',
  'co',
  'corp',
  'jsc',
  'ltd',
  'inc',
  'group',
  'coop',
  'mex',
  'imex',
  'impex',
  'exim',
  'tech',
  'hr',
])

/**
 * A reading in which the words that a word of the other name is put together from stand as that one word: VINACO for Việt Nam
 * Construction, HLI for Hoàng Long International. Null when there are none.
 */
export function shortened(reading: Reading, other: Reading): Reading | null {
  for (const short of other) {
    if (short.kind !== 'name' || short.isTurned || short.text.length < FEWEST_LETTERS) continue
    if (reading.some(({ text }) => text === short.text)) continue
    const run = findRun(reading, short.text)
    if (run) return [...reading.slice(0, run.from), wordOf(short.text), ...reading.slice(run.to)]
  }
  return null
}

function findRun(reading: Reading, short: string): { from: number; to: number } | null {
  for (let from = 0; from < reading.length; from += 1) {
    // Most names end here: the short form begins as the first of its words does, and legal forms count for nothing.
    const first = reading[from]
    if (first?.kind === 'legal' || first?.words[0]?.[0] !== short[0]) continue
    for (let to = Math.min(reading.length, from + LONGEST_RUN); to > from; to -= 1) {
      const words = reading
        .slice(from, to)
        .flatMap((token) => (token.isTurned ? [''] : token.kind === 'legal' ? [] : token.words))
      if (words.length < 2 || words.includes('')) continue
      if (isInitials(short, words) || isBeginnings(short, words)) return { from, to }
    }
  }
  return null
}

function isInitials(short: string, words: readonly string[]): boolean {
  const initials = words.map(([first]) => first).join('')
  if (initials.length < FEWEST_LETTERS) return false
  return short.startsWith(initials) && ENDINGS.has(short.slice(initials.length))
}

/** Two letters or more of every word. */
function isBeginnings(short: string, words: readonly string[]): boolean {
  const [word, ...rest] = words
  if (word === undefined) return ENDINGS.has(short)
  for (let length = Math.min(LONGEST_BEGINNING, word.length, short.length); length > 1; length -= 1)
    if (short.startsWith(word.slice(0, length)) && isBeginnings(short.slice(length), rest)) return true
  return false
}

function wordOf(text: string): Token {
  return { kind: 'name', text, sound: soundOf(text), marked: text, isTurned: false, han: null, words: [text] }
}

/** Whether a word is put together from the first letters of these. */
export function isShortFormOf(short: string, reading: Reading): boolean {
  return short.length >= FEWEST_LETTERS && findRun(reading, short) !== null
}

/** What a name might be shortened to, to look for it: the first letters, and the first two letters of each word. */
export function shortForms(reading: Reading): readonly string[] {
  const words = reading.flatMap((token) => (token.kind === 'legal' || token.isTurned ? [] : token.words))
  const names = reading.flatMap((token) => (token.kind === 'name' && !token.isTurned ? token.words : []))
  const forms = [words, names].flatMap((list) =>
    list.length < 2 || list.length > LONGEST_RUN
      ? []
      : [list.map(([first]) => first).join(''), list.map((word) => word.slice(0, 2)).join('')],
  )
  return [...new Set(forms)].filter((form) => form.length >= FEWEST_LETTERS)
}
