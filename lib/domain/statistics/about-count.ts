import { SMALLEST_CELL } from './suppress'

/**
 * A count of cases for somebody who may not see the cases: none, fewer than five, or rounded to the nearest five. Two counts, one
 * before and one after a change, then do not tell of a single case.
 */
export function aboutCount(count: number): number | 'few' {
  if (count === 0) return 0
  return count < SMALLEST_CELL ? 'few' : Math.round(count / SMALLEST_CELL) * SMALLEST_CELL
}
