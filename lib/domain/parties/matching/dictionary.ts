import { plainShapes } from './han'
import { distance, soundOf } from './sound'
import { TRADES } from './trades'
import { MEANINGS_BESIDE_TRADES, type WordKind } from './words'

/** A word whose meaning is known, by a code that is the same in every language. */
export type Known = { readonly code: string; readonly kind: WordKind }

/** Abbreviations of Vietnamese and English company names, written out. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  xkld: 'xuat khau lao dong',
  xkldvn: 'xuat khau lao dong viet nam',
  xnk: 'xuat nhap khau',
  tmdv: 'thuong mai dich vu',
  tmxnk: 'thuong mai xuat nhap khau',
  dtpt: 'dau tu phat trien',
  sxtm: 'san xuat thuong mai',
  cungunglaodong: 'cung ung lao dong',
  ptnl: 'phat trien nhan luc',
  qt: 'quoc te',
  nnl: 'nguon nhan luc',
  ptnnl: 'phat trien nguon nhan luc',
  bros: 'brothers',
  bro: 'brothers',
  engg: 'engineering',
  eng: 'engineering',
  assoc: 'association',
  assn: 'association',
  dept: 'department',
  nl: 'nhan luc',
  natl: 'national',
}

const LONGEST_PHRASE = 5
const SURE_LENGTH = 7
const LONG_WORD = 8
const SHORTEST_LONG_VOWEL = 5
const LATIN = new Map<string, Known>()
const NATIVE = new Map<string, Known>()
for (const [code, kind, latin, native] of [...MEANINGS_BESIDE_TRADES, ...TRADES]) {
  for (const phrase of latin.split('|')) if (!LATIN.has(phrase)) LATIN.set(phrase, { code, kind })
  for (const phrase of native?.split('|') ?? []) NATIVE.set(plainShapes(phrase.normalize('NFKC')), { code, kind })
}
const NATIVE_BY_START = new Map<string, string[]>()
for (const phrase of [...NATIVE.keys()].toSorted((a, b) => b.length - a.length)) {
  const [start = ''] = phrase
  NATIVE_BY_START.set(start, [...(NATIVE_BY_START.get(start) ?? []), phrase])
}

const BY_SOUND = new Map(
  [...LATIN].filter(([phrase]) => phrase.length >= SURE_LENGTH).map(([phrase, known]) => [soundOf(phrase), known]),
)
const LONG_WORDS = [...LATIN].filter(([phrase]) => phrase.length >= LONG_WORD && !phrase.includes(' '))
const NEARLY = new Map<string, Known | null>()
const MOST_REMEMBERED = 20_000

/** A long known word with one mistake in it: "Intenational". */
function nearlyKnown(word: string): Known | null {
  if (word.length < LONG_WORD) return null
  const before = NEARLY.get(word)
  if (before !== undefined) return before
  const found = LONG_WORDS.find(
    ([phrase]) => Math.abs(phrase.length - word.length) <= 1 && phrase[0] === word[0] && distance(phrase, word) === 1,
  )
  if (NEARLY.size > MOST_REMEMBERED) NEARLY.clear()
  NEARLY.set(word, found?.[1] ?? null)
  return found?.[1] ?? null
}

/** An abbreviation written out, as words; the word itself when it is none. */
export function writtenOut(word: string): readonly string[] {
  return (Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word] : word)?.split(' ') ?? []
}

/** Long vowels of Japanese written out, and y for the sounds of sh, ch and j: "kougyou", "syouji". */
function romanisedOtherwise(word: string): Known | undefined {
  if (word.length < SHORTEST_LONG_VOWEL) return undefined
  const plain = word
    .replaceAll(/ou|oo|oh(?![aeiou])/gu, 'o')
    .replaceAll('uu', 'u')
    .replaceAll(/sy(?=[auo])/gu, 'sh')
    .replaceAll(/(?:jy|zy)(?=[auo])/gu, 'j')
    .replaceAll(/ty(?=[auo])/gu, 'ch')
  return plain === word ? undefined : LATIN.get(plain)
}

/** A name typed from its end: "ty cong". In the name itself the order may be what tells two apart: Nam Viet. */
function turnedRound(first = '', second = ''): Known | undefined {
  const known = LATIN.get(`${second} ${first}`)
  return known && (known.kind === 'legal' || known.kind === 'common') ? known : undefined
}

/** The longest phrase with a known meaning that begins at `from`. */
export function knownPhrase(words: readonly string[], from: number): (Known & { readonly length: number }) | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - from); length > 0; length -= 1) {
    const phrase = words.slice(from, from + length).join(' ')
    const known =
      LATIN.get(phrase) ??
      (phrase.length >= SURE_LENGTH ? BY_SOUND.get(soundOf(phrase)) : undefined) ??
      (length === 1 ? romanisedOtherwise(phrase) : length === 2 ? turnedRound(words[from], words[from + 1]) : undefined)
    if (known) return { ...known, length }
  }
  const nearly = nearlyKnown(words[from] ?? '')
  return nearly && { ...nearly, length: 1 }
}

/** Scripts whose words are not set apart by spaces, or where a meaning is known by its own spelling. `text` in plain shapes. */
export function knownNative(text: string, from: number): (Known & { readonly length: number }) | null {
  const phrases = NATIVE_BY_START.get(String.fromCodePoint(text.codePointAt(from) ?? 0)) ?? []
  const phrase = phrases.find((candidate) => text.startsWith(candidate, from))
  const known = phrase === undefined ? undefined : NATIVE.get(phrase)
  return phrase !== undefined && known ? { ...known, length: phrase.length } : null
}
