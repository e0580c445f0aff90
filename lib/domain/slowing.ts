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

/** The start of the window an instant falls into. */
export function windowStartOf(at: Date): Date {
  const length = WINDOW_MINUTES * 60_000
  return new Date(Math.floor(at.getTime() / length) * length)
}
