import { medianPlaces } from '../intervals/median-interval'

/** The parts of a spread, as fractions in their order. */
export const FRACTIONS = { p10: 0.1, p25: 0.25, median: 0.5, p75: 0.75, p80: 0.8, p90: 0.9 } as const
export type Part = keyof typeof FRACTIONS

/** Values drawn for all bootstraps of a table together; above it, and in larger cells, the normal approximation is as good. */
const MOST_DRAWN = 1_000_000
const LARGEST_SAMPLE = 2_000

/** Between which of n sorted values (from zero) a part lies, and how far on: as PostgreSQL's percentile_cont. */
export function placeOf(
  part: Part,
  n: number,
): { readonly below: number; readonly above: number; readonly on: number } {
  const place = FRACTIONS[part] * (n - 1)
  return { below: Math.floor(place), above: Math.ceil(place), on: place - Math.floor(place) }
}

/** Every place of n sorted values that a spread and the interval of its median need, in order, each once. */
export function placesOf(n: number): readonly number[] {
  if (n === 0) return []
  const parts = (Object.keys(FRACTIONS) as Part[]).map((part) => placeOf(part, n))
  const between = medianPlaces(n)
  const places = parts.flatMap(({ below, above }) => [below, above])
  if (between) places.push(between.low, between.high)
  return [...new Set(places)].toSorted((a, b) => a - b)
}

/** Which cells get a bootstrap: the smallest first, where the normal approximation is worst, as far as the time allows. */
export function bootstrapped(base: Int32Array, resamples: number): ReadonlySet<number> {
  const small = [...base.keys()].filter(
    (cell) => (base[cell] as number) >= 2 && (base[cell] as number) <= LARGEST_SAMPLE,
  )
  small.sort((a, b) => (base[a] as number) - (base[b] as number))
  let left = MOST_DRAWN
  return new Set(small.filter((cell) => (left -= (base[cell] as number) * resamples) >= 0))
}
