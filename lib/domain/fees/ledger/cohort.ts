/** Fewer cases than this say nothing that does not point at somebody. The database holds the same line (migration rounded_statistics). */
export const COHORT_MINIMUM = 5

/**
 * What workers of other cases paid the same party for the same thing, in the same corridor, scheme and quarter (`2025-Q1`), in
 * yen with two significant digits: what each case paid in all, over `n` cases; quartiles from ten cases on, else null. Offered where nobody has papers, as support and
 * never as the worker's own figure (repayment guidance, domain notes part 5).
 */
export type CohortSupport = {
  readonly n: number
  readonly medianJpy: bigint
  readonly p25Jpy: bigint | null
  readonly p75Jpy: bigint | null
  readonly quarter: string
  readonly sameParty: true
}
