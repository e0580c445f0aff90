import { err, ok, type Result } from '../result'
import { readDateText } from './date-text'
import { isAfter, type PartialDate } from './partial-date'

/** Payments before this year belong to no programme we know and are taken for slips. */
export const EARLIEST_YEAR = 1990

/** The Buddhist year (Thailand, Cambodia, Laos) is 543 ahead. */
const BUDDHIST_AHEAD = 543

/** The first year that can only be a Buddhist one. */
const BUDDHIST_FROM = EARLIEST_YEAR + BUDDHIST_AHEAD

/** The Bikram Sambat year (Nepal) is 57 ahead from mid-April on, 56 before. */
const BIKRAM_SAMBAT_AHEAD = 57

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
 * Reads the month and the year of a payment; both may be left empty, which is null ("I forget"). A year alone is fine, a month
 * alone is `date_incomplete`. Takes digits of any script, month names of our languages and words around them (`３月`, `tháng 3`,
 * `มีนาคม`), and a whole date in either field (`2023-11`, `Nov 2023`). What is told in another calendar is asked back. `today` is
 * `YYYY-MM-DD`.
 */
export function parseMonthYear(
  monthText: string,
  yearText: string,
  today: string,
): Result<PartialDate | null, DateError> {
  const inMonth = readDateText(monthText)
  const inYear = readDateText(yearText)
  if (inYear === 'unreadable') return err({ code: 'date_invalid', part: 'year' })
  if (inMonth === 'unreadable') return err({ code: 'date_invalid', part: 'month' })
  const months = [inMonth?.month ?? inMonth?.number, inYear?.month].filter((month) => typeof month === 'number')
  const [month = null, other = month] = months
  if (month !== other || (month !== null && (month < 1 || month > 12))) {
    return err({ code: 'date_invalid', part: 'month' })
  }
  const year = inYear?.year ?? inYear?.number ?? inMonth?.year ?? null
  if (year === null) return month === null ? ok(null) : err({ code: 'date_incomplete' })
  const calendars = [inMonth?.calendar, inYear?.calendar]
  if (calendars.includes('japanese_era')) return otherCalendar(dateOf(year, month), today)
  const isOneText = (inYear?.month ?? null) !== null || (inMonth?.year ?? null) !== null
  if (month !== null && (calendars.includes('bikram_sambat') || (isOneText && isBikramSambat(year, today)))) {
    return otherCalendar(fromBikramSambat(year, month), today)
  }
  return judge(year, month, today)
}

/** Years that are still to come here and not yet Buddhist ones. */
function isBikramSambat(year: number, today: string): boolean {
  return year > Number(today.slice(0, 4)) && year >= EARLIEST_YEAR + BIKRAM_SAMBAT_AHEAD && year < BUDDHIST_FROM
}

/** Baisakh begins in the middle of April, Chaitra ends a year later; a month is taken for the one of ours in which it begins. */
function fromBikramSambat(year: number, month: number): PartialDate {
  // With a year of ours beside the name, only the name is of the other calendar.
  if (year < EARLIEST_YEAR + BIKRAM_SAMBAT_AHEAD) return dateOf(year, ((month + 2) % 12) + 1)
  return dateOf(year - (month <= 9 ? BIKRAM_SAMBAT_AHEAD : BIKRAM_SAMBAT_AHEAD - 1), ((month + 2) % 12) + 1)
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
  if (year >= BUDDHIST_FROM) {
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
  if (Number(candidate.slice(0, 4)) < EARLIEST_YEAR) return err({ code: 'date_before_1990' })
  return err({ code: 'date_other_calendar', candidate })
}

function dateOf(year: number, month: number | null): PartialDate {
  return month === null ? String(year) : `${String(year)}-${String(month).padStart(2, '0')}`
}
