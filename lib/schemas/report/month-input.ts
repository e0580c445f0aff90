import { z } from 'zod'
import { parseMonthYear } from '@/lib/domain/calendar/month-year'
import type { PartialDate } from '@/lib/domain/calendar/partial-date'
import { monthProblem } from './month-messages'

/** The fields of a month in a form. `meantMonth` is the date that was tapped when the year seemed to be of another calendar. */
export function monthFields() {
  return { month: z.string().optional(), year: z.string().optional(), meantMonth: z.string().optional() }
}

/**
 * Reads the fields of `monthFields()`; both empty is "I forget". A date tapped as meant counts when it is the one we would have
 * offered. Adds its issue to `ctx` at the field it belongs to.
 */
export function readMonth(
  fields: {
    readonly month?: string | undefined
    readonly year?: string | undefined
    readonly meantMonth?: string | undefined
  },
  today: string,
  ctx: z.RefinementCtx,
): PartialDate | undefined {
  const read = parseMonthYear(fields.month ?? '', fields.year ?? '', today)
  if (read.ok) return read.value ?? undefined
  const { error } = read
  if (error.code === 'date_other_calendar' && fields.meantMonth === error.candidate) return error.candidate
  const { field, message } = monthProblem(error)
  const params =
    error.code === 'date_other_calendar' ? { date: error.candidate, likelyDate: error.candidate } : { date: today }
  ctx.addIssue({ code: 'custom', path: [field], message, params })
  return undefined
}

/** The fields filled with a date that is known as a year or as a month. */
export function monthFieldsOf(date: PartialDate | undefined): { month: string; year: string } {
  const [year = '', month] = (date ?? '').split('-')
  return { month: month === undefined ? '' : String(Number(month)), year }
}
