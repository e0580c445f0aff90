/** A number from 0 to 1 for a text: the same text, the same number. Drawn with a secret, so that nobody else can draw it. */
export type Lot = (text: string) => number

/**
 * A count as a multiple of `base`, up or down by lot so that on average it is right. The lot is drawn from the question and the
 * cell, so that asking again draws the same; totals are rounded for themselves and need not add up.
 */
export function roundByLot(count: number, base: number, key: string, lot: Lot): number {
  const rest = count % base
  if (base === 1 || rest === 0) return count
  return count - rest + (lot(key) * base < rest ? base : 0)
}
