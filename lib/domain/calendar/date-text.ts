import { typedText } from '../writing/typed-text'
import { monthNamedIn, type NamedMonth } from './month-names'

/**
 * What one field says of a date. `number` is a lone number that may be a month or a year: the field decides. `calendar` is the
 * one that a name or an era tells; null when only numbers stand there.
 */
export type DateText = {
  readonly year: number | null
  readonly month: number | null
  readonly number: number | null
  readonly calendar: NamedMonth['calendar'] | 'japanese_era' | null
}

/** The year before the first of each era: Reiwa 1 is 2019; the last year of Heisei, 31, is the same year. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, reiwa: 2018, r: 2018, 平成: 1988, heisei: 1988, h: 1988 }
const ERA = /^(令和|平成|reiwa|heisei|r|h)[\s.]*(\d{1,2}|元)/u

/** A minus sign before the digits: `-2020` is no year. */
const BELOW_ZERO = /^[-‐‑‒–—−]\s*\d/u
/** No typed date is longer. */
const LONGEST_TEXT = 100

/**
 * Reads a year, a month, or both, in digits of any script and month names of our languages: `2023`, `2023-11`, `11/2023`,
 * `15.11.2023`, `Nov 2026`, `၂၀၂၃ မတ်`, `令和5年3月`. A day is not kept. Null for nothing, `unreadable` for what has two readings.
 */
export function readDateText(text: string): DateText | null | 'unreadable' {
  const typed = typedText(text.slice(0, LONGEST_TEXT)).toLowerCase()
  if (typed === '') return null
  if (BELOW_ZERO.test(typed)) return 'unreadable'
  const era = ERA.exec(typed)
  if (era !== null) {
    const year = (ERAS[era[1] ?? ''] ?? 0) + (era[2] === '元' ? 1 : Number(era[2]))
    return withEra(year, typed.slice(era[0].length))
  }
  const named = monthNamedIn(typed)
  const numbers = numbersIn(named?.rest ?? typed)
  if (numbers === null) return 'unreadable'
  return named === null ? fromNumbers(numbers) : fromNamed(named.found, numbers)
}

function withEra(year: number, rest: string): DateText | 'unreadable' {
  const numbers = numbersIn(rest)
  const [month = null, day = 1] = numbers ?? []
  if (numbers === null || numbers.length > 2 || day > 31) return 'unreadable'
  return { year, month, number: null, calendar: 'japanese_era' }
}

function fromNamed({ month, calendar }: NamedMonth, numbers: readonly number[]): DateText | 'unreadable' {
  const [first = null, second = null] = numbers
  if (numbers.length > 2) return 'unreadable'
  if (second === null) return { year: first, month, number: null, calendar }
  const [year, day] = (first ?? 0) > 31 ? [first, second] : [second, first]
  return (day ?? 0) > 31 || (year ?? 0) < 100 ? 'unreadable' : { year, month, number: null, calendar }
}

function fromNumbers(numbers: readonly number[]): DateText | 'unreadable' {
  const [first = 0, second = 0, third = 0] = numbers
  const date = (year: number, month: number): DateText => ({ year, month, number: null, calendar: null })
  if (numbers.length === 1) return { year: null, month: null, number: first, calendar: null }
  if (numbers.length === 2 && first >= 1000) return date(first, second)
  if (numbers.length === 2 && second >= 1000) return date(second, first)
  if (numbers.length !== 3) return 'unreadable'
  if (first >= 1000) return third > 31 ? 'unreadable' : date(first, second)
  if (third < 1000) return 'unreadable'
  // 3/4/2023 is March here and April there; with a 15 in it there is one reading.
  if (second > 12 && second <= 31) return date(third, first)
  return first === second || (first > 12 && first <= 31) ? date(third, second) : 'unreadable'
}

/** The numbers in a text; null when one is too long for a year. */
function numbersIn(text: string): number[] | null {
  const runs: readonly string[] = text.match(/\d+/gu) ?? []
  return runs.some((run) => run.length > 4) ? null : runs.map(Number)
}
