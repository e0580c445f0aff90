/** Wrong tries are counted in windows of this length. */
export const WINDOW_MINUTES = 15
/** Slips of the finger: this many wrong tries cost nothing. */
export const FREE_TRIES = 5
/** However many wrong tries, nobody waits longer: slow, not locked out. */
export const LONGEST_DELAY_MS = 8_000

const FIRST_DELAY_MS = 250

/** How long the next try waits after so many wrong ones in the window: a quarter second, doubling, up to eight seconds. */
export function slowingDelayMs(wrongTries: number): number {
  if (wrongTries < FREE_TRIES) return 0
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (wrongTries - FREE_TRIES))
}

/** After every so many wrong codes of an authenticator app in a row, none is looked at for a while. */
const CODES_IN_A_ROW = 10
const FIRST_CLOSED_MINUTES = 15
const LONGEST_CLOSED_MINUTES = 24 * 60

/**
 * How long codes of six digits are not looked at after so many wrong ones in a row: 15 minutes after ten, twice as long after each
 * further ten, a day at most. Recovery codes and passkeys, which nobody guesses, open all the while.
 */
export function closedMinutesAfter(wrongCodes: number): number {
  if (wrongCodes === 0 || wrongCodes % CODES_IN_A_ROW !== 0) return 0
  return Math.min(LONGEST_CLOSED_MINUTES, FIRST_CLOSED_MINUTES * 2 ** (wrongCodes / CODES_IN_A_ROW - 1))
}

/** The start of the window an instant falls into. */
export function windowStartOf(at: Date): Date {
  const length = WINDOW_MINUTES * 60_000
  return new Date(Math.floor(at.getTime() / length) * length)
}
