import { isDay } from '@/lib/domain/calendar/day'

/** One part of a repayment: how much, in minor units of the agreement's currency, and by which day ('YYYY-MM-DD'). */
export type Due = { readonly amountMinor: bigint; readonly dueOn: string }

/** More parts than this nobody follows; two years of months. */
export const MAX_INSTALMENTS = 24

/** Why a schedule cannot be agreed on. `sum_differs`: the parts are not the whole, to the minor unit. */
export type ScheduleProblem =
  | 'schedule_empty'
  | 'too_many_parts'
  | 'amount_not_positive'
  | 'day_invalid'
  | 'days_not_in_order'
  | 'sum_differs'

/** Equal parts of a sum, one a month from a day on. What does not divide goes to the first parts, a minor unit each. */
export function equalInstalments(totalMinor: bigint, count: number, firstDueOn: string): Due[] {
  const share = totalMinor / BigInt(count)
  const rest = totalMinor % BigInt(count)
  return Array.from({ length: count }, (_, index) => ({
    amountMinor: share + (BigInt(index) < rest ? 1n : 0n),
    dueOn: monthsLater(firstDueOn, index),
  }))
}

/** The same day some months later; the last day of the month where it has no such day. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/** What is wrong with a schedule for a sum, or null. */
export function scheduleProblem(totalMinor: bigint, dues: readonly Due[]): ScheduleProblem | null {
  if (dues.length === 0) return 'schedule_empty'
  if (dues.length > MAX_INSTALMENTS) return 'too_many_parts'
  if (dues.some(({ amountMinor }) => amountMinor <= 0n)) return 'amount_not_positive'
  if (dues.some(({ dueOn }) => !isDay(dueOn))) return 'day_invalid'
  if (dues.some(({ dueOn }, index) => index > 0 && dueOn < (dues[index - 1]?.dueOn ?? ''))) return 'days_not_in_order'
  return dues.reduce((sum, { amountMinor }) => sum + amountMinor, 0n) === totalMinor ? null : 'sum_differs'
}

/** The instant a day ends in Japan: what is due on a day is over time from then on. */
export function endOfDay(day: string): Date {
  return new Date(`${day}T23:59:59+09:00`)
}
