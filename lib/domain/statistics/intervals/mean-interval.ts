import type { Interval } from '../raw-table'

/** Samples drawn again for a bootstrap. */
export const RESAMPLES = 999
const NORMAL = 1.959_963_984_540_054

/**
 * The percentile bootstrap of a mean: the middle 95 % of the means of RESAMPLES samples of the same size, drawn with putting back.
 * The same values give the same interval: the draws begin at a fixed seed. Source: Efron and Tibshirani, An Introduction to the
 * Bootstrap (1993), 13. Null of fewer than two.
 */
export function bootstrapMean(values: Float64Array, resamples = RESAMPLES): Interval | null {
  const n = values.length
  if (n < 2) return null
  const means = new Float64Array(resamples)
  const draw = random(SEED)
  for (let sample = 0; sample < resamples; sample++) {
    let sum = 0
    for (let at = 0; at < n; at++) sum += values[(draw() * n) >>> 0] as number
    means[sample] = sum / n
  }
  means.sort()
  const cut = Math.floor(0.025 * (resamples + 1)) - 1
  return { low: means[cut] ?? 0, high: means[resamples - 1 - cut] ?? 0, method: 'bootstrap' }
}

/** Mean ± 1.96 standard errors; for samples so large that it is the same as the bootstrap. Null of fewer than two. */
export function normalMean(n: number, sum: number, squares: number): Interval | null {
  if (n < 2) return null
  const mean = sum / n
  const variance = Math.max(0, (squares - n * mean * mean) / (n - 1))
  const reach = NORMAL * Math.sqrt(variance / n)
  return { low: mean - reach, high: mean + reach, method: 'normal' }
}

const SEED = 0x9e37_79b9

/** Numbers from 0 up to 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
