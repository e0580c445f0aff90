import { shortForms } from './acronyms'
import { japanesePieces, mandarinReading, plainShapes } from './han'
import { remember } from './remember'
import { readName, withoutLegalForms, type Reading, type Token } from './read-name'
import { skeletonOf, soundOf } from './sound'

const MOST_KEYS = 12
const LONGEST_KEY = 120

/** Before a key that is only looked for as it is: short forms, and the consonants of all the words as one. */
const SHORT_FORM = '='
const CONSONANTS = '~'
const FEWEST_CONSONANTS = 3

/**
 * What a name is found by, in plain letters: the words that set it apart as they sound, in any order, with the codes of its trade and
 * place; one for each way to read it, then its short forms, its consonants, and for Chinese and Japanese its characters two by two.
 * Names that differ by marks, legal forms or order have the same first key. Keys that are stored are written anew when KEYS_VERSION
 * has changed.
 */
export const searchKeys = remember(findKeys)

function findKeys(name: string): readonly string[] {
  const readings = readName(name)
  const keys = [
    ...readings.flatMap(readingKeys),
    characterPairs(name).join(' '),
    ...readings.flatMap(consonants),
    ...readings.flatMap((reading) => shortForms(reading).map((form) => SHORT_FORM + form)),
  ]
  return [...new Set(keys.filter(Boolean).map((key) => key.slice(0, LONGEST_KEY).trim()))].slice(0, MOST_KEYS)
}

/** The key two spellings of one name share: empty only when a name has no letters. */
export function nameKeyOf(name: string): string {
  const [key = ''] = searchKeys(name)
  return /^[a-z0-9 ]*$/u.test(key) ? key : ''
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
  const words = tellingWords(reading)
  const hasHan = words.some(({ han }) => han !== null)
  return hasHan ? HAN_READINGS.map((read) => keyOf(words, read)) : [keyOf(words, ({ sound }) => sound)]
}

/** The words by which a name is told from others: the name, its trade, place, branch and number; all it has when there is none. */
export function tellingWords(reading: Reading): Reading {
  const telling = reading.filter(({ kind }) => kind !== 'legal' && kind !== 'common')
  const used = telling.some(({ kind }) => kind === 'name') ? telling : reading.filter(({ kind }) => kind !== 'legal')
  return used.length > 0 ? used : reading
}

function keyOf(words: Reading, textOf: (token: Token) => string): string {
  return [...new Set(words.map(textOf).map(plainKey))].filter(Boolean).toSorted().join(' ')
}

/** Words written together, apart, or in a script without spaces or vowels have the same consonants. */
export function consonants(reading: Reading): readonly string[] {
  const letters = reading.flatMap(({ kind, text }) => (kind === 'name' ? [text] : [])).join('')
  const skeleton = skeletonOf(letters)
  return skeleton.length < FEWEST_CONSONANTS ? [] : [CONSONANTS + plainKey(skeleton)]
}

/** Katakana as hiragana; everything else as it is. */
function toHiragana(text: string): string {
  return text.replaceAll(/[ァ-ヶ]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60))
}

const PAIRED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]{2,}/gu
const MOST_PAIRS = 16

/** Chinese and Japanese are written without spaces: two characters each, in one shape, kana as hiragana. Legal forms are left out. */
export function characterPairs(name: string): readonly string[] {
  const runs = withoutLegalForms(name).match(PAIRED) ?? []
  const pairs = runs.flatMap((run) => {
    const characters = [...plainShapes(toHiragana(run))]
    return characters.slice(1).map((character, place) => `${characters[place] ?? ''}${character}`)
  })
  return [...new Set(pairs)].slice(0, MOST_PAIRS)
}

export const HAN_READINGS: readonly ((token: Token) => string)[] = [
  ({ han, sound }) => (han === null ? sound : soundOf(readingAt(han, 0))),
  ({ han, sound }) => (han === null ? sound : soundOf(readingAt(han, 1))),
  ({ han, sound }) => (han === null ? sound : soundOf(mandarinReading(han))),
]

function readingAt(han: string, place: number): string {
  const pieces = japanesePieces(han)
  if (pieces.some((piece) => piece.length === 0)) return mandarinReading(han)
  return pieces.map((piece) => (place === 0 ? piece[0] : lastOf(piece))).join('')
}

/** The readings of compounds come after those of names; the voiced ones are left out. */
function lastOf(piece: readonly string[]): string {
  return piece.find((reading, place) => place > 0 && !/^[gzdbj]/u.test(reading)) ?? piece[0] ?? ''
}

/** Letters of scripts that are not turned into Latin ones are found by their numbers: keys know plain letters only. */
export function plainKey(text: string): string {
  return [...text.toLowerCase()]
    .map((letter) =>
      /[a-z0-9]/u.test(letter) ? letter : /\p{L}/u.test(letter) ? (letter.codePointAt(0) ?? 0).toString(36) : '',
    )
    .join('')
}
