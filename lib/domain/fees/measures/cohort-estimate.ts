import { percentileOfAmounts } from './percentile'

/** What others paid the same party: the middle, half of them between the quartiles, over `n` of them; whole yen. */
export type CohortEstimate = {
  readonly median: bigint
  readonly n: number
  readonly p25: bigint
  readonly p75: bigint
}

/** Fewer cases than this are no pattern, and would tell what one of them paid. */
export const SMALLEST_COHORT = 5

/**
 * The middle and the spread of what other cases of the same party, corridor, scheme and quarter paid, for an officer to offer as
 * support where nobody has papers. It supports a claim; it is never the worker's own figure and never enters a total. Percentiles
 * by linear interpolation (percentile.ts), rounded to the yen. Null of fewer than five.
 */
export function cohortEstimate(amountsJpy: readonly bigint[]): CohortEstimate | null {
  const n = amountsJpy.length
  const at = (quarters: bigint) => percentileOfAmounts(amountsJpy, quarters, 4n)
  const [p25, median, p75] = [at(1n), at(2n), at(3n)]
  if (n < SMALLEST_COHORT || p25 === null || median === null || p75 === null) return null
  return { median, n, p25, p75 }
}
