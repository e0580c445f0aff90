import type { DateError } from '@/lib/domain/calendar/month-year'

// By the field it belongs to. `date` in the params is a date for the words to show.
const MESSAGE_AT = {
  month: { date_in_future: 'report.month_future', date_invalid: 'errors.month_unreadable' },
  year: { date_in_future: 'report.year_future', date_invalid: 'report.year_unreadable' },
} as const

// About the year whatever the month.
const MESSAGE_OF_YEAR = {
  date_before_1990: 'errors.month_too_early',
  date_incomplete: 'errors.year_required',
  date_other_calendar: 'report.month_other_calendar',
} as const

/** The field an error of a month belongs to, and its words. */
export function monthProblem(error: DateError) {
  return 'part' in error
    ? { field: error.part, message: MESSAGE_AT[error.part][error.code] }
    : { field: 'year' as const, message: MESSAGE_OF_YEAR[error.code] }
}
