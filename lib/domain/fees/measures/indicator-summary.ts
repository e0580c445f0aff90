import { percentile } from './percentile'

/** Cost and monthly earnings of one person, whole yen, earnings above zero. */
export type CostAndEarnings = { readonly costJpy: bigint; readonly earningsJpy: bigint }

/** The indicator over people, in months of earnings; the figures are null of nobody, `above1` to `above3` are people. */
export type IndicatorSummary = {
  readonly n: number
  readonly meanOfRatios: number | null
  readonly ratioOfMeans: number | null
  readonly median: number | null
  readonly p25: number | null
  readonly p75: number | null
  readonly p80: number | null
  readonly above1: number
  readonly above2: number
  readonly above3: number
}

/**
 * The recruitment cost indicator over people, SDG 10.7.1: f(Ck / Ek) with f the mean, the median and the lower bound of the
 * highest fifth, and our quartiles.
 * - `meanOfRatios`: the mean of everybody's own months; each person counts the same.
 * - `ratioOfMeans`: all costs over all earnings; who earns more counts more, and nobody may call it the mean.
 * - percentiles: linear interpolation (percentile.ts); `above1`: people whose cost is more than one month of earnings.
 * The database counts the same in `app.recruitment_cost_by_origin`; a test holds the two together.
 */
export function indicatorSummary(people: readonly CostAndEarnings[]): IndicatorSummary {
  const ratios = people
    .map(({ costJpy, earningsJpy }) => Number(costJpy) / Number(earningsJpy))
    // Sorted, so that a sum of fractions does not depend on who comes first.
    .toSorted((a, b) => a - b)
  const above = (months: bigint) => people.filter(({ costJpy, earningsJpy }) => costJpy > months * earningsJpy).length
  const costs = people.reduce((sum, { costJpy }) => sum + costJpy, 0n)
  const pays = people.reduce((sum, { earningsJpy }) => sum + earningsJpy, 0n)
  return {
    n: people.length,
    meanOfRatios: people.length === 0 ? null : ratios.reduce((sum, ratio) => sum + ratio, 0) / people.length,
    ratioOfMeans: pays === 0n ? null : Number(costs) / Number(pays),
    median: percentile(ratios, 0.5),
    p25: percentile(ratios, 0.25),
    p75: percentile(ratios, 0.75),
    p80: percentile(ratios, 0.8),
    above1: above(1n),
    above2: above(2n),
    above3: above(3n),
  }
}
