import type { Interval } from '../raw-table'
import { betaQuantile } from './beta'

/** Both ends together leave this much out. */
export const LEFT_OUT = 0.05

/**
 * The exact interval of Clopper and Pearson for a share: it holds the true one in at least 95 of 100 samples, whatever it is.
 * Source: Clopper and Pearson, Biometrika 26 (1934), 404–413. Null of nobody.
 */
export function shareInterval(hits: number, base: number): Interval | null {
  if (base === 0) return null
  return {
    low: hits === 0 ? 0 : betaQuantile(LEFT_OUT / 2, hits, base - hits + 1),
    high: hits === base ? 1 : betaQuantile(1 - LEFT_OUT / 2, hits + 1, base - hits),
    method: 'clopper_pearson',
  }
}
