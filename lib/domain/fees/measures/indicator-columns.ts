import { earningsJpy, type PaidWage } from './earnings'
import { recruitmentCostJpy, type CostLine } from './recruitment-cost'

/** What the recruitment cost indicator of one case is made from. */
export type IndicatorFacts = {
  readonly lines: readonly CostLine[]
  readonly wages: readonly PaidWage[]
  /** The worker answered that nothing was paid (`cases.paid_answer` is `no`). */
  readonly hasPaidNothing: boolean
  readonly isFirstJobAbroad: boolean | null
}

/**
 * The columns of `cases` that the statistics of the indicator read, in whole yen, null where not known. SDG 10.7.1 is about the
 * first job abroad: a job that is known not to be the first one counts in neither numerator nor denominator.
 */
export function indicatorColumns({ lines, wages, hasPaidNothing, isFirstJobAbroad }: IndicatorFacts): {
  readonly recruitmentCostJpy: bigint | null
  readonly firstMonthJpy: bigint | null
  readonly lastMonthJpy: bigint | null
} {
  if (isFirstJobAbroad === false) return { recruitmentCostJpy: null, firstMonthJpy: null, lastMonthJpy: null }
  return {
    recruitmentCostJpy: recruitmentCostJpy(lines, hasPaidNothing),
    firstMonthJpy: earningsJpy(wages, 'first_month'),
    lastMonthJpy: earningsJpy(wages, 'last_month'),
  }
}
