/** A quarter in Japan, `2026-Q3`. */
export type Quarter = string

const QUARTER = /^(\d{4})-Q([1-4])$/u
const JAPAN_AHEAD_MS = 9 * 3_600_000

/** Whether a text is a quarter. */
export function isQuarter(text: string): boolean {
  return QUARTER.test(text)
}

/** The quarter it is in Japan at an instant. */
export function quarterOf(at: Date): Quarter {
  const there = new Date(at.getTime() + JAPAN_AHEAD_MS)
  return `${there.getUTCFullYear()}-Q${Math.floor(there.getUTCMonth() / 3) + 1}`
}

/** The last quarter that has ended at an instant. */
export function lastWholeQuarter(at: Date): Quarter {
  return quarterBefore(quarterOf(at))
}

/** The quarter before. */
export function quarterBefore(quarter: Quarter): Quarter {
  const [year, place] = partsOf(quarter)
  return place === 1 ? `${year - 1}-Q4` : `${year}-Q${place - 1}`
}

/** The first instant after a quarter, Japan time. */
export function endOf(quarter: Quarter): Date {
  const [year, place] = partsOf(quarter)
  return new Date(Date.UTC(year, place * 3, 1) - JAPAN_AHEAD_MS)
}

/** First and last month of a quarter as year × 12 + month − 1. */
export function monthsOf(quarter: Quarter): readonly [first: number, last: number] {
  const [year, place] = partsOf(quarter)
  const first = year * 12 + (place - 1) * 3
  return [first, first + 2]
}

function partsOf(quarter: Quarter): readonly [year: number, place: number] {
  const [, year, place] = QUARTER.exec(quarter) ?? []
  if (year === undefined || place === undefined) throw new TypeError('not a quarter')
  return [Number(year), Number(place)]
}
