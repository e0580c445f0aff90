import { isDay } from './day'

/** A date as well as somebody remembers it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string

/** How much of a date is known. */
export type DatePrecision = 'year' | 'month' | 'day'

/** Whether a text is a date of one of the three forms and exists. */
export function isPartialDate(text: string): boolean {
  if (text.length === 10) return isDay(text)
  return /^\d{4}$|^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text)
}

/** How much of a date is known. */
export function precisionOf(date: PartialDate): DatePrecision {
  if (date.length === 4) return 'year'
  return date.length === 7 ? 'month' : 'day'
}

/** Whether a date lies wholly after a day `YYYY-MM-DD`: 2026 is not after 2026-11-21, 2026-12 is. */
export function isAfter(date: PartialDate, day: string): boolean {
  return date > day.slice(0, date.length)
}
