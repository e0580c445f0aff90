/**
 * A percentile by linear interpolation between the two nearest of the sorted values, as PostgreSQL's `percentile_cont`: at place
 * `fraction * (n - 1)`, counted from zero. Null of no values. 0.25 and 0.75 are the quartiles, 0.5 the median, 0.8 the lower
 * bound of the highest fifth ("4th quintile" of SDG 10.7.1).
 */
export function percentile(values: readonly number[], fraction: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const place = fraction * (sorted.length - 1)
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) return null
  return below + (place - Math.floor(place)) * (above - below)
}
