/** So many small puzzles make one piece of work: their sum varies little, and a phone can say how far it is. */
export const PUZZLES = 8

/** How heavy a challenge is. `bits`: leading zero bits of each puzzle; `seconds`: how long it takes to wait instead. */
export type Weight = { readonly bits: number; readonly seconds: number }

/** What a browser has to do before it may go on: solve puzzles made of the seed, or come again when `seconds` are over. */
export type Challenge = Weight & { readonly token: string; readonly seed: string }

/** What a browser brings back of a challenge: its token, and the solution if it worked instead of waiting. */
export type Proof = { readonly token: string; readonly solution: string }

/** Half a second of an old phone (some 100,000 hashes a second), and with every doubling of the flood more, up to ten. */
const LIGHTEST_BITS = 13
const HEAVIEST_BITS = 16
const FIRST_WAIT_SECONDS = 15
const LONGEST_WAIT_SECONDS = 120
/** Whoever says that a life is in danger: never longer than this. */
export const URGENT_WAIT_SECONDS = 5

/** The weight while so many were held already in a window in which `most` may pass. */
export function challengeWeight(held: number, most: number, isUrgent: boolean): Weight {
  if (isUrgent) return { bits: LIGHTEST_BITS, seconds: URGENT_WAIT_SECONDS }
  const doublings = Math.floor(Math.log2(1 + (4 * held) / most))
  return {
    bits: Math.min(HEAVIEST_BITS, LIGHTEST_BITS + doublings),
    seconds: Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** doublings),
  }
}

/** How long a challenge can be used after its wait is over: as long as it takes to be called away and come back. */
export const CHALLENGE_MINUTES = 30
