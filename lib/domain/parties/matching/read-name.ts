import { toRomaji } from 'wanakana'
import { isShortFormOf } from './acronyms'
import { knownNative, knownPhrase, writtenOut } from './dictionary'
import { englishOf } from './katakana-words'
import { japaneseReading, mandarinReading, plainShapes } from './han'
import { romaniseBurmese, romaniseDevanagari, romaniseKhmer } from './indic'
import { remember } from './remember'
import { soundOf } from './sound'
import type { WordKind } from './words'

/** A word of a name. `name` is what sets it apart; the other kinds are known words. */
export type Token = {
  readonly kind: WordKind | 'name'
  /** In plain letters, or the code of a known word, or the digits of a number. */
  readonly text: string
  readonly sound: string
  /** With its marks, for Latin scripts: Hưng and Hùng. */
  readonly marked: string
  /** It went through another script, so that vowels and voice are not certain. */
  readonly isTurned: boolean
  /** The characters themselves. */
  readonly han: string | null
  /** The words it was written with, in plain letters. */
  readonly words: readonly string[]
}

/** One way to read a name. A name given in two scripts has one for each, and one for both together. */
export type Reading = readonly Token[]

const SCRIPT_RUNS =
  /(?<latin>[\p{Script=Latin}\p{N}\p{M}'’&.+-][\p{Script=Latin}\p{N}\p{M}'’&.+\s,/-]*)|(?<han>[\p{Script=Han}々〆ヶヵ\p{N}\p{Script=Katakana}\p{Script=Hiragana}ー・]+)|(?<deva>[\p{Script=Devanagari}.\s]+)|(?<khmer>[\p{Script=Khmer}.\u200b\s]+)|(?<burma>[\p{Script=Myanmar}\s]+)|(?<other>[\p{L}\p{M}]+)/gu
const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  ['०१२३४५६७८९', '០១២៣៤៥៦៧៨៩', '၀၁၂၃၄၅၆၇၈၉'].flatMap((row) => [...row].map((digit, value) => [digit, String(value)])),
)

/** The ways to read a name, every one in words. Empty for what has no letters. */
export const readName = remember(findReadings)

function findReadings(given: string): readonly Reading[] {
  const name = inOneWidth(given)
  const parts = [...name.matchAll(SCRIPT_RUNS)]
    .map(({ groups = {} }) => tokensOf(groups))
    .filter((part) => part.length > 0)
  const scripts = [groupOf(parts, false), groupOf(parts, true)].filter((part) =>
    part.some(({ kind }) => kind === 'name'),
  )
  const all = parts.flat()
  if (scripts.length === 2) return [...scripts, all].map(onceEach)
  return all.length === 0 ? [] : [onceEach(all)]
}

/** A name that is given twice, or with its own short form behind it, is said once. */
function onceEach(reading: Reading): Reading {
  const once = reading.filter(
    ({ kind, text }, place) =>
      kind !== 'name' || reading.findIndex((other) => other.kind === 'name' && other.text === text) === place,
  )
  return once.filter((token, place) => {
    const before = once.slice(0, place)
    return token.kind !== 'name' || before.length < 2 || !isShortFormOf(token.text, before)
  })
}

/** All that was written in Latin letters, or all that was not. */
function groupOf(parts: readonly (readonly Token[])[], isOther: boolean): Reading {
  return parts.filter(([first]) => (first?.isTurned === true || first?.han !== null) === isOther).flat()
}

function tokensOf(groups: Record<string, string | undefined>): readonly Token[] {
  const { latin, han, deva, khmer, burma, other } = groups
  if (latin !== undefined) return latinTokens(latin)
  if (han !== undefined) return nativeTokens(han, (rest) => eastAsian(rest))
  if (deva !== undefined) return nativeTokens(deva, (rest) => [turned(romaniseDevanagari(rest))])
  if (khmer !== undefined) return nativeTokens(khmer, (rest) => [turned(romaniseKhmer(rest))])
  if (burma !== undefined) return nativeTokens(burma, (rest) => [turned(romaniseBurmese(rest))])
  return other === undefined ? [] : [nameToken(other, other, false)]
}

/** Known words are taken out of running text wherever they stand, the longest first; what is left between them is the name. */
function nativeTokens(text: string, read: (rest: string) => readonly Token[]): readonly Token[] {
  const tokens: Token[] = []
  const shapes = plainShapes(text)
  let rest = ''
  const flush = () => {
    for (const word of rest.split(/[\s.・,]+/u).filter(Boolean))
      tokens.push(...read(word).filter((token) => token.text !== ''))
    rest = ''
  }
  for (let place = 0; place < text.length;) {
    const known = knownNative(shapes, place)
    if (known && isWhole(text, place, known.length, known.kind)) {
      flush()
      tokens.push(knownToken(known.kind, known.code, true))
      place += known.length
    } else {
      rest += text[place]
      place += 1
    }
  }
  flush()
  return tokens
}

/** A name without what says only that it is a company, in scripts that are written without spaces. */
export function withoutLegalForms(given: string): string {
  const text = plainShapes(inOneWidth(given))
  let left = ''
  for (let place = 0; place < text.length;) {
    const known = knownNative(text, place)
    if (known?.kind === 'legal') {
      left += ' '
      place += known.length
    } else {
      left += text[place]
      place += 1
    }
  }
  return left
}

function inOneWidth(given: string): string {
  return given
    .normalize('NFKC')
    .replaceAll(/[०-९០-៩၀-၉]/gu, (digit) => DIGITS[digit] ?? digit)
    .replaceAll(/\((?:株|有|同|資|社|財)\)/gu, ' ')
    .toLowerCase()
}

/** In Devanagari, words are set apart: a known word within another one is none. In scripts with vowel signs a sign may not follow. */
function isWhole(text: string, from: number, length: number, kind: WordKind): boolean {
  const after = text[from + length] ?? ' '
  const before = text[from - 1] ?? ' '
  if (/\p{Script=Devanagari}/u.test(text[from] ?? ''))
    return !/[\p{L}\p{M}]/u.test(after) && !/[\p{L}\p{M}]/u.test(before)
  if (/^[\p{M}\u17d2\u1039]/u.test(after)) return false
  if (before === '\u17d2' || before === '\u1039') return false
  // 日本 in 日本橋, 一 in 統一: a place is a place at the beginning or before another known word.
  return kind !== 'number' || length > 1
}

function eastAsian(run: string): readonly Token[] {
  return [
    ...run.matchAll(
      /(?<digits>\p{N}+)|(?<han>[\p{Script=Han}々〆](?:[\p{Script=Han}々〆]|[ヶヵケ](?=\p{Script=Han}))*)|(?<kana>[\p{Script=Hiragana}\p{Script=Katakana}ー]+)/gu,
    ),
  ].flatMap(({ groups = {} }) => {
    if (groups['digits'] !== undefined) return numberToken(groups['digits'])
    if (groups['kana'] !== undefined) return kanaTokens(groups['kana'])
    const characters = groups['han'] ?? ''
    const text = japaneseReading(characters) ?? mandarinReading(characters)
    return { ...nameToken(text, text, true), han: characters }
  })
}

function kanaTokens(kana: string): readonly Token[] {
  return englishOf(kana)?.map((word) => nameToken(word, word, false)) ?? [turned(romajiOf(kana))]
}

function romajiOf(kana: string): string {
  return toRomaji(kana.replaceAll('・', ''))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, '')
}

function latinTokens(text: string): readonly Token[] {
  const marked = text
    .replaceAll(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (dotted) => `${dotted.replaceAll('.', '')} `)
    .replaceAll(/['’]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .flatMap((word) =>
      knownPhrase([plainLetters(word)], 0) ? [word] : word.split(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u),
    )
  const words = marked.flatMap((word) => {
    const out = writtenOut(plainLetters(word))
    return out.length > 1 || out[0] !== plainLetters(word)
      ? out.map((one) => ({ plain: one, marked: one }))
      : [{ plain: plainLetters(word), marked: word.normalize('NFC') }]
  })
  const plain = words.map((word) => word.plain)
  const tokens: Token[] = []
  for (let place = 0; place < words.length;) {
    const known = knownPhrase(plain, place)
    const word = words[place]
    if (known) tokens.push(knownToken(known.kind, known.code, false, plain.slice(place, place + known.length)))
    else if (word && /^\d+$/u.test(word.plain)) tokens.push(numberToken(word.plain))
    else if (word) tokens.push(nameToken(word.plain, word.marked, false))
    place += known?.length ?? 1
  }
  return tokens
}

/** Without any marks; đ, ø and their like by hand, for Unicode does not take them apart. */
export function plainLetters(word: string): string {
  // Most are plain as they come; a search reads some hundred words.
  if (/^[a-z0-9]*$/u.test(word)) return word
  return word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('ð', 'd')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ı', 'i')
}

function nameToken(text: string, marked: string, isTurned: boolean): Token {
  return { kind: 'name', text, sound: soundOf(text), marked, isTurned, han: null, words: [text] }
}
function turned(text: string): Token {
  return nameToken(text, text, true)
}
function knownToken(kind: WordKind, code: string, isTurned: boolean, words: readonly string[] = [code]): Token {
  return { kind, text: code, sound: code, marked: code, isTurned, han: null, words }
}
function numberToken(digits: string): Token {
  return knownToken('number', String(Number(digits)), false)
}
