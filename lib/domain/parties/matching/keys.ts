import { shortForms } from './acronyms'
import { japanesePieces, mandarinReading } from './han'
import { remember } from './remember'
import { readName, type Reading, type Token } from './read-name'
import { soundOf } from './sound'

const MOST_KEYS = 8
const LONGEST_KEY = 120

/**
 * What a name is found by, in plain letters: the words that set it apart as they sound, in any order, with the codes of its trade and
 * place; one for each way to read it, and its short forms. Names that differ by marks, legal forms or order have the same first key.
 */
export const searchKeys = remember(findKeys)

function findKeys(name: string): readonly string[] {
  const readings = readName(name)
  const keys = readings.flatMap((reading) => [...readingKeys(reading), ...shortForms(reading)])
  return [...new Set(keys.filter(Boolean).map((key) => key.slice(0, LONGEST_KEY)))].slice(0, MOST_KEYS)
}

/** The key two spellings of one name share: empty only when a name has no letters. */
export function nameKeyOf(name: string): string {
  return searchKeys(name)[0] ?? ''
}

/** What a person has typed so far, as pieces that a key must have: the last word may be half written. */
export function typedPieces(typed: string): readonly string[] {
  const [reading = []] = readName(typed)
  return reading
    .filter(({ kind }) => kind !== 'legal' && kind !== 'common')
    .map(({ sound }) => plainKey(sound))
    .filter((piece) => piece.length >= 2)
    .slice(0, 4)
}

function readingKeys(reading: Reading): readonly string[] {
  const telling = reading.filter(({ kind }) => kind !== 'legal' && kind !== 'common')
  const used = telling.some(({ kind }) => kind === 'name') ? telling : reading.filter(({ kind }) => kind !== 'legal')
  const words = used.length > 0 ? used : reading
  const hasHan = words.some(({ han }) => han !== null)
  return hasHan
    ? [keyOf(words, japaneseFirst), keyOf(words, japaneseSecond), keyOf(words, mandarin)]
    : [keyOf(words, ({ sound }) => sound)]
}

function keyOf(words: Reading, textOf: (token: Token) => string): string {
  return [...new Set(words.map(textOf).map(plainKey))].filter(Boolean).toSorted().join(' ')
}

const japaneseFirst = ({ han, sound }: Token) => (han === null ? sound : soundOf(readingAt(han, 0)))
const japaneseSecond = ({ han, sound }: Token) => (han === null ? sound : soundOf(readingAt(han, 1)))
const mandarin = ({ han, sound }: Token) => (han === null ? sound : soundOf(mandarinReading(han)))

function readingAt(han: string, place: number): string {
  const pieces = japanesePieces(han)
  if (pieces.some((piece) => piece.length === 0)) return mandarinReading(han)
  return pieces.map((piece) => (place === 0 ? piece[0] : lastOf(piece))).join('')
}

/** The readings of compounds come after those of names; the voiced ones are left out. */
function lastOf(piece: readonly string[]): string {
  return piece.find((reading, place) => place > 0 && !/^[gzdbj]/u.test(reading)) ?? piece[0] ?? ''
}

/** Letters of scripts that are not turned into Latin ones are found by their numbers: trigrams know plain letters only. */
function plainKey(text: string): string {
  return [...text.toLowerCase()]
    .map((letter) =>
      /[a-z0-9]/u.test(letter) ? letter : /\p{L}/u.test(letter) ? (letter.codePointAt(0) ?? 0).toString(36) : '',
    )
    .join('')
}

/** Keys as they are looked for: `inside` are those of which a word that thousands carry was left out. */
export type SoughtKeys = { readonly whole: readonly string[]; readonly inside: readonly string[] }

const SHORTEST_INSIDE = 6

/** The keys of what was typed, without the codes of trades and places where enough is left that sets the name apart. */
export function soughtKeys(typed: string, keys: readonly string[]): SoughtKeys {
  const common = new Set(
    readName(typed).flatMap((reading) =>
      reading.filter(({ kind }) => kind === 'trade' || kind === 'place').map(({ sound }) => plainKey(sound)),
    ),
  )
  const whole: string[] = []
  const inside: string[] = []
  for (const key of keys) {
    const left = key
      .split(' ')
      .filter((word) => !common.has(word))
      .join(' ')
    if (left === key || left.length < SHORTEST_INSIDE) whole.push(key)
    else inside.push(left)
  }
  return { whole, inside }
}
