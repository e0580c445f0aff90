/** The same day so many months earlier; the last day of that month where it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Whether a day lies more than so many months before an instant. */
export function isOlderThanMonths(day: string, at: Date, months: number): boolean {
  return day < monthsBefore(at.toISOString().slice(0, 10), months)
}
