import { err, ok, type Result } from '../result'
import { typedText } from '../writing/typed-text'
import { isAfter, type PartialDate } from './partial-date'

/** Payments before this year belong to no programme we know and are taken for slips. */
export const EARLIEST_YEAR = 1990

/** The Buddhist year (Thailand, Cambodia, Laos) is 543 ahead. */
const BUDDHIST_AHEAD = 543

/** The Bikram Sambat year (Nepal) is 57 ahead from mid-April on, 56 before. */
const BIKRAM_SAMBAT_AHEAD = 57

/** Reiwa 1 is 2019; the last year of Heisei, 31, is the same year. */
const ERAS: Record<string, number> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 }

/** Which of the two fields an error is about. */
type DatePart = 'month' | 'year'

/**
 * Why a typed month and year could not be taken. `part` is the field to look at again. `date_other_calendar` carries the date in the
 * common calendar, to be confirmed by the worker.
 */
export type DateError =
  | { readonly code: 'date_in_future'; readonly part: DatePart }
  | { readonly code: 'date_before_1990' }
  | { readonly code: 'date_invalid'; readonly part: DatePart }
  | { readonly code: 'date_incomplete' }
  | { readonly code: 'date_other_calendar'; readonly candidate: PartialDate }

/** The codes of DateError; labels under `codes.date_error`. */
export const DATE_ERROR_CODES = [
  'date_in_future',
  'date_before_1990',
  'date_invalid',
  'date_incomplete',
  'date_other_calendar',
] as const satisfies readonly DateError['code'][]

/**
 * Reads the month and the year of a payment; both may be left empty, which is null ("I forget").
 * A year alone is fine, a month alone is `date_incomplete`. Accepts digits of any script and words
 * around them (`３月`, `tháng 3`). `today` is `YYYY-MM-DD`.
 */
export function parseMonthYear(
  monthText: string,
  yearText: string,
  today: string,
): Result<PartialDate | null, DateError> {
  const month = numberIn(monthText)
  const year = numberIn(yearText)
  if (year === 'unreadable') return err({ code: 'date_invalid', part: 'year' })
  if (month === 'unreadable' || (month !== null && (month < 1 || month > 12))) {
    return err({ code: 'date_invalid', part: 'month' })
  }
  if (year === null) return month === null ? ok(null) : err({ code: 'date_incomplete' })
  const era = eraYear(yearText, year)
  if (era !== null) return otherCalendar(dateOf(era, month), today)
  return judge(year, month, today)
}

function judge(year: number, month: number | null, today: string): Result<PartialDate | null, DateError> {
  const thisYear = Number(today.slice(0, 4))
  if (year < 100) {
    // Two digits are a short form of this century: 24 is 2024, 99 is nothing we can know.
    return 2000 + year <= thisYear ? ok(dateOf(2000 + year, month)) : err({ code: 'date_invalid', part: 'year' })
  }
  if (year < 1000) return err({ code: 'date_invalid', part: 'year' })
  if (year < EARLIEST_YEAR) return err({ code: 'date_before_1990' })
  const date = dateOf(year, month)
  if (!isAfter(date, today)) return ok(date)
  if (year >= EARLIEST_YEAR + BUDDHIST_AHEAD) {
    return otherCalendar(dateOf(year - BUDDHIST_AHEAD, month), today)
  }
  if (year >= EARLIEST_YEAR + BIKRAM_SAMBAT_AHEAD) {
    const ahead = month !== null && month < 4 ? BIKRAM_SAMBAT_AHEAD - 1 : BIKRAM_SAMBAT_AHEAD
    return otherCalendar(dateOf(year - ahead, month), today)
  }
  return err({ code: 'date_in_future', part: year > thisYear ? 'year' : 'month' })
}

function otherCalendar(candidate: PartialDate, today: string): Result<never, DateError> {
  if (isAfter(candidate, today)) return err({ code: 'date_in_future', part: 'year' })
  return err({ code: 'date_other_calendar', candidate })
}

function dateOf(year: number, month: number | null): PartialDate {
  return month === null ? String(year) : `${String(year)}-${String(month).padStart(2, '0')}`
}

/** A minus sign before the digits: `-2020` is no year. */
const BELOW_ZERO = /^[-‐‑‒–—−]\s*\d/u

function numberIn(text: string): number | null | 'unreadable' {
  const typed = typedText(text.slice(0, 100))
  if (typed === '') return null
  if (BELOW_ZERO.test(typed)) return 'unreadable'
  const runs = typed.match(/\d+/gu) ?? []
  const digits = runs[0]
  return digits === undefined || runs.length > 1 || digits.length > 4 ? 'unreadable' : Number(digits)
}

function eraYear(text: string, year: number): number | null {
  const typed = typedText(text.slice(0, 100)).toLowerCase()
  const era = Object.keys(ERAS).find((name) => typed.startsWith(name))
  return era === undefined ? null : (ERAS[era] ?? 0) + year
}
