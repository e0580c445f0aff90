/** From bad to good; words, not faces: labels under `codes.satisfaction_score`. */
export const SATISFACTION_SCORES = [1, 2, 3, 4, 5] as const

/** What a worker says of us after a case has ended; null where nothing was said. */
export type Satisfaction = {
  readonly score: number | null
  readonly wouldReturn: boolean | null
  /** Whether anybody asked for money for complaining. */
  readonly paidToComplain: boolean | null
}
