import { z } from 'zod'
import { parseMonthYear, type DateError } from '@/lib/domain/calendar/month-year'
import type { PartialDate } from '@/lib/domain/calendar/partial-date'

/** Where an error of the month is shown, and its words. `date` in the params is a date for the words to show. */
const ERROR_AT = {
  date_in_future: { field: 'month', message: 'report.month_future' },
  date_before_1990: { field: 'year', message: 'errors.month_too_early' },
  date_invalid: { field: 'month', message: 'errors.month_unreadable' },
  date_incomplete: { field: 'year', message: 'errors.year_required' },
  date_other_calendar: { field: 'year', message: 'report.month_other_calendar' },
} as const satisfies Record<DateError['code'], { field: 'month' | 'year'; message: string }>

/** The two fields of a month in a form. */
export function monthFields() {
  return { month: z.string().optional(), year: z.string().optional() }
}

/** Reads the fields of `monthFields()`; both empty is "I forget". Adds its issue to `ctx` at the field it belongs to. */
export function readMonth(
  fields: { readonly month?: string | undefined; readonly year?: string | undefined },
  today: string,
  ctx: z.RefinementCtx,
): PartialDate | undefined {
  const read = parseMonthYear(fields.month ?? '', fields.year ?? '', today)
  if (read.ok) return read.value ?? undefined
  const { field, message } = ERROR_AT[read.error.code]
  const date = 'candidate' in read.error ? read.error.candidate : today
  ctx.addIssue({ code: 'custom', path: [field], message, params: { date } })
  return undefined
}

/** The fields filled with a date that is known as a year or as a month. */
export function monthFieldsOf(date: PartialDate | undefined): { month: string; year: string } {
  const [year = '', month] = (date ?? '').split('-')
  return { month: month === undefined ? '' : String(Number(month)), year }
}
