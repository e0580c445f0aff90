import type { z } from 'zod'
import { isDay } from '@/lib/domain/calendar/day'
import { isAfter, type PartialDate } from '@/lib/domain/calendar/partial-date'
import { monthFieldsOf, readMonth } from '../report/month-input'
import type { Fields } from './sums'

/**
 * Reads `day`, `month` and `year`: a year, a month or a day may be all that is known, and all empty is "forgotten".
 * `today` is 'YYYY-MM-DD'. Adds its issues to `ctx` at the field they belong to.
 */
export function readPaidOn(fields: Fields, today: string, ctx: z.RefinementCtx): PartialDate | null {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : undefined)
  const month = readMonth({ month: text('month'), year: text('year'), meantMonth: text('meantMonth') }, today, ctx)
  const day = (text('day') ?? '').trim()
  if (day === '') return month ?? null
  const date = month?.length === 7 && /^\d{1,2}$/u.test(day) ? `${month}-${day.padStart(2, '0')}` : null
  if (date !== null && isDay(date) && !isAfter(date, today)) return date
  ctx.addIssue({ code: 'custom', path: ['day'], message: 'ledger.day_unreadable' })
  return null
}

/** The three fields filled with a date as well as it is known. */
export function paidOnFieldsOf(date: PartialDate | null): { day: string; month: string; year: string } {
  return { day: date?.length === 10 ? String(Number(date.slice(8))) : '', ...monthFieldsOf(date ?? undefined) }
}
