import { betaProbability } from './beta'
import { LEFT_OUT } from './share-interval'

/**
 * Which of n sorted values (counted from zero) a median lies between with at least 95 % confidence, whatever the distribution: those
 * at places d − 1 and n − d for the largest d with P(Binomial(n, 1/2) ≤ d − 1) ≤ 2.5 %. Null of fewer than six, which cannot say so.
 * Source: Conover, Practical Nonparametric Statistics, 3rd ed. (1999), 3.2.
 */
export function medianPlaces(n: number): { readonly low: number; readonly high: number } | null {
  if (n < 6) return null
  // From the normal approximation to the exact place, a step or two.
  let d = Math.max(1, Math.floor(n / 2 - 0.98 * Math.sqrt(n)))
  while (atMost(d, n) <= LEFT_OUT / 2) d += 1
  while (d > 0 && atMost(d - 1, n) > LEFT_OUT / 2) d -= 1
  return d === 0 ? null : { low: d - 1, high: n - d }
}

/** P(Binomial(n, 1/2) ≤ k). */
function atMost(k: number, n: number): number {
  return k >= n ? 1 : betaProbability(0.5, n - k, k + 1)
}
