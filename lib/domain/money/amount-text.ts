import { typedText } from '../writing/typed-text'
import type { CurrencyCode } from './currencies'
import { CURRENCY_WORDS, SILENT_WORDS } from './currency-words'
import { CHARACTER_DIGITS, HALF_WORDS, NUMBER_WORDS, type NumberWord } from './number-words'

/** One meaningful piece of a typed amount. */
export type AmountToken =
  | { readonly kind: 'number'; readonly run: string }
  | { readonly kind: 'word'; readonly word: NumberWord }
  | { readonly kind: 'half' }
  | { readonly kind: 'currency'; readonly currencies: readonly CurrencyCode[] }
  | { readonly kind: 'range' }
  | { readonly kind: 'minus' }

const RANGE_WORDS = 'đến to sampai hingga s/d hanggang から 至 到 ถึง ដល់ देखि မှ ~ 〜 -'.split(' ')
const LONGEST_WORD = 16

const DICTIONARY: ReadonlyMap<string, AmountToken | 'silent'> = new Map<string, AmountToken | 'silent'>([
  ...[...SILENT_WORDS].map((word) => [word, 'silent'] as const),
  ...[...CURRENCY_WORDS].map(([word, currencies]) => [word, { kind: 'currency', currencies }] as const),
  ...[...NUMBER_WORDS].map(([text, word]) => [text, { kind: 'word', word }] as const),
  ...HALF_WORDS.map((word) => [word.normalize('NFKC'), { kind: 'half' }] as const),
  ...RANGE_WORDS.map((word) => [word.normalize('NFKC'), { kind: 'range' }] as const),
])

/** The text with one spelling for every separator, minus sign and East Asian digit. */
export function amountText(text: string): string {
  return typedText(text)
    .toLowerCase()
    .replace(/[’ʼ‘`´′]/gu, "'")
    .replace(/[。٫]/gu, '.')
    .replace(/[、٬]/gu, ',')
    .replace(/[−‐‑‒–—―﹣]/gu, '-')
    .replace(/[〇零一二三四五六七八九两兩]/gu, (digit) => CHARACTER_DIGITS.get(digit) ?? digit)
    .replace(/(\d)\s*([.,'])\s*(?=\d)/gu, '$1$2')
    .replace(/[\s.,/=]*-+$/u, '') // 5.000,-  and  5000/-  are ways to end a written sum
    .replace(/[\s.,]+$/u, '')
}

/** Splits a prepared text into tokens; null when a piece of it means nothing to us. */
export function amountTokens(prepared: string): AmountToken[] | null {
  const tokens: AmountToken[] = []
  let rest = prepared
  let isAfterWord = false
  while (rest !== '') {
    const space = /^\s+/u.exec(rest)
    const number = /^\d+(?:[.,' _]\d+)*/u.exec(rest)
    if (space !== null) {
      rest = rest.slice(space[0].length)
    } else if (number !== null) {
      tokens.push({ kind: 'number', run: number[0] })
      rest = rest.slice(number[0].length)
      isAfterWord = false
    } else if (isAfterWord && /^[.,]/u.test(rest)) {
      rest = rest.slice(1) // Rp. 5.000
    } else {
      const found = longestWord(rest)
      if (found === null) return null
      const isMinus = found.word === '-' && !tokens.some((token) => token.kind === 'number')
      if (isMinus) tokens.push({ kind: 'minus' })
      else if (found.token !== 'silent' && !isLeadingTilde(found.word, tokens)) tokens.push(found.token)
      rest = rest.slice(found.word.length)
      isAfterWord = true
    }
  }
  return tokens
}

// "~500" is "about 500", "500~600" is a range.
function isLeadingTilde(word: string, before: readonly AmountToken[]): boolean {
  return (word === '~' || word === '〜') && !before.some((token) => token.kind === 'number')
}

function longestWord(rest: string): { word: string; token: AmountToken | 'silent' } | null {
  for (let length = Math.min(LONGEST_WORD, rest.length); length > 0; length -= 1) {
    const word = rest.slice(0, length)
    const token = DICTIONARY.get(word)
    if (token !== undefined) return { word, token }
  }
  return null
}
