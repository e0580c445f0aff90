const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u
const MS_PER_DAY = 24 * 3_600_000

/** Whether a text is a day of the calendar, `YYYY-MM-DD`: 2025-02-30 is not. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The days from one day to another, negative when `to` is earlier. Throws a TypeError for no days. */
export function daysBetween(from: string, to: string): number {
  if (!isDay(from) || !isDay(to)) throw new TypeError(`not days: ${from}, ${to}`)
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY)
}

/** The day it is in Japan at an instant; Japan has had one time zone without summer time since 1951. */
export function dayInJapan(at: Date): string {
  return new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)
}
