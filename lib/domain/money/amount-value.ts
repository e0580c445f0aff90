import type { AmountToken } from './amount-text'
import { readingsOf } from './number-forms'
import type { NumberWord } from './number-words'
import type { Decimal } from './ratio'

type Term = { readonly run: string | null; readonly words: NumberWord[]; readonly isHalf?: boolean }
type Read = {
  readonly value: Decimal
  readonly digits: number
  readonly words: readonly NumberWord[]
  readonly isHalf: boolean
}

/**
 * Everything a row of number and word tokens may add up to, likeliest first; empty when it makes
 * no sense. `1 triệu 500 nghìn` has one value, `1.500 triệu` two.
 */
export function valuesOf(
  tokens: readonly AmountToken[],
  hasSubunit: boolean,
  fallbackWords: readonly NumberWord[] = [],
): Decimal[] {
  const terms = termsOf(tokens)
  const last = terms.at(-1)
  if (last === undefined || terms.slice(0, -1).some((term) => term.words.length === 0)) return []
  if (terms.length === 1 && last.words.length === 0) last.words.push(...fallbackWords)
  return choicesOf(terms, hasSubunit).flatMap(evaluate)
}

/** The number words of the last term: what "5" means in "5-6 triệu". */
export function lastWordsOf(tokens: readonly AmountToken[]): readonly NumberWord[] {
  return termsOf(tokens).at(-1)?.words ?? []
}

function termsOf(tokens: readonly AmountToken[]): Term[] {
  const terms: Term[] = []
  for (const token of wordsAfterNumbers(tokens)) {
    if (token.kind === 'number') terms.push({ run: token.run, words: [] })
    if (token.kind === 'half') terms.push({ run: '5', words: [], isHalf: true })
    if (token.kind === 'word') {
      const open = terms.at(-1)
      if (open === undefined) terms.push({ run: null, words: [token.word] })
      else open.words.push(token.word)
    }
  }
  return terms
}

// သိန်း ၅၀ is said with the word first: fifty lakh.
function wordsAfterNumbers(tokens: readonly AmountToken[]): readonly AmountToken[] {
  const [first, second, ...more] = tokens.filter(({ kind }) => kind === 'number' || kind === 'word' || kind === 'half')
  const isLed = first?.kind === 'word' && first.word.leads === true && second?.kind === 'number'
  return isLed && !more.some(({ kind }) => kind === 'word') ? [second, first, ...more] : tokens
}

// Every combination of the readings of the single terms.
function choicesOf(terms: readonly Term[], hasSubunit: boolean): Read[][] {
  let choices: Read[][] = [[]]
  for (const { run, words, isHalf = false } of terms) {
    const first = words[0]
    const readings: readonly Decimal[] =
      run !== null
        ? readingsOf(run, { hasWord: first !== undefined, hasSubunit })
        : first?.glued === true
          ? [{ units: 1n, scale: 0 }] // 百万 has its "one" left out
          : []
    const digits = run === null ? 1 : run.replace(/\D/gu, '').length
    choices = choices.flatMap((choice) => readings.map((value) => [...choice, { value, digits, words, isHalf }]))
  }
  return choices
}

function evaluate(reads: readonly Read[]): Decimal[] {
  let total: Decimal = { units: 0n, scale: 0 }
  let section: Decimal | null = null // what glued words have built up below the next big unit
  let lastWord: NumberWord | null = null
  let closedZeros = Infinity
  for (const { value, digits, words, isHalf } of reads) {
    if (isHalf && lastWord === null) return []
    if (words.length === 0 && lastWord !== null) {
      const base = section === null ? total : plus(total, section)
      const tails = isHalf ? [times(value, lastWord.zeros - 1)] : tailsOf(value, digits, lastWord)
      return tails.map((tail) => plus(base, tail))
    }
    let open: Decimal | null = value
    for (const word of words) {
      if (word.glued === true && word.zeros < 4) {
        if (open === null) return []
        section = plus(section, times(open, word.zeros))
        open = null
      } else if (word.glued === true) {
        const whole = plus(section, open)
        if (word.zeros >= closedZeros) return []
        total = plus(total, times(whole, word.zeros))
        section = null
        open = null
        closedZeros = word.zeros
      } else {
        open = times(open ?? { units: 1n, scale: 0 }, word.zeros)
      }
      lastWord = word
    }
    const zeros = words.reduce((sum, word) => sum + word.zeros, 0)
    if (open !== null && words.length > 0) {
      if (zeros >= closedZeros) return []
      closedZeros = zeros
    }
    total = plus(total, open)
  }
  return [section === null ? total : plus(total, section)]
}

// What a bare number at the end may mean: 1万5000 adds, 1tr5 continues the decimals, 1万5 is said both ways.
function tailsOf(value: Decimal, digits: number, after: NumberWord): Decimal[] {
  if (value.scale > 0 || digits > after.zeros) return []
  const asDecimals = times(value, after.zeros - digits)
  if (digits === after.zeros || digits > 3) return [value]
  return after.shorthand === true ? [asDecimals] : [asDecimals, value]
}

function plus(a: Decimal | null, b: Decimal | null): Decimal {
  if (a === null || b === null) return a ?? b ?? { units: 0n, scale: 0 }
  const scale = Math.max(a.scale, b.scale)
  const units = a.units * 10n ** BigInt(scale - a.scale) + b.units * 10n ** BigInt(scale - b.scale)
  return { units, scale }
}

function times(a: Decimal, zeros: number): Decimal {
  return { units: a.units * 10n ** BigInt(zeros), scale: a.scale }
}
