/** How often a file is made. */
export const RHYTHMS = ['daily', 'weekly', 'monthly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** How many files a schedule keeps. */
export const KEPT_FILES = [3, 12, 30, 90] as const

/** So often a file is tried before its turn is given up; the next turn is tried again. */
export const MOST_TRIES = 5

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Japan has no summer time. */
const JAPAN_AHEAD_MS = 9 * HOUR_MS
/** Files are made at five in the morning in Japan, when nobody asks for anything. */
const AT_HOUR_MS = 5 * HOUR_MS
const MONDAY = 1
const WEEK_DAYS = 7

/** The first turn after `after`: five in the morning in Japan, each day, on Mondays, or on the first of the month. */
export function nextTurn(rhythm: Rhythm, after: Date): Date {
  const local = new Date(after.getTime() + JAPAN_AHEAD_MS)
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()]
  const at = (ofMonth: number, ofDay: number) => Date.UTC(year, ofMonth, ofDay) + AT_HOUR_MS - JAPAN_AHEAD_MS
  const isLater = (turn: number) => turn > after.getTime()
  if (rhythm === 'monthly') return new Date(isLater(at(month, 1)) ? at(month, 1) : at(month + 1, 1))
  const today = at(month, day)
  if (rhythm === 'daily') return new Date(isLater(today) ? today : today + DAY_MS)
  const monday = today + ((MONDAY - local.getUTCDay() + WEEK_DAYS) % WEEK_DAYS) * DAY_MS
  return new Date(isLater(monday) ? monday : monday + WEEK_DAYS * DAY_MS)
}

/** When a turn that failed so many times is tried again; null when it is given up. Later and later: a store that is full stays full. */
export function nextTry(tries: number, now: Date): Date | null {
  return tries >= MOST_TRIES ? null : new Date(now.getTime() + tries * tries * 15 * 60_000)
}

/** Where the files of a turn lie in the store: the day in Japan, the question, and something nobody else has. */
export function placeOfFile(madeAt: Date, queryId: string, nonce: string): string {
  const day = new Date(madeAt.getTime() + JAPAN_AHEAD_MS).toISOString().slice(0, 10).replaceAll('-', '')
  return `ex/${day}-${queryId}-${nonce}`
}
