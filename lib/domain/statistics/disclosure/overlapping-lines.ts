import type { Grid } from './grid'
import { UNKNOWN } from '../registry/dimensions'
import { isFew } from './rules'

/**
 * Cells of lines in which a report can stand several times, so that parts come to more than their total: those that all but few stand
 * in, for the rest are few who do not; and the smallest part where few stand twice, for the parts less the total are no more than those.
 * `isOpen`: held back anyway.
 */
export function fewOutside(
  grid: Grid,
  values: Float64Array,
  threshold: number,
  isOpen: (cell: number) => boolean,
): number[] {
  if (!grid.hasTotal) return []
  return grid.at.flatMap((line) => {
    const total = Math.max(...line)
    if ((grid.depth[total] ?? 0) === 0) return []
    const parts = line.filter((cell) => cell !== total && (values[cell] ?? 0) > 0)
    const whole = values[total] ?? 0
    const sum = parts.reduce((all, cell) => all + (values[cell] ?? 0), 0)
    if (sum === whole) return []
    // Of whom nothing is known stands in no other part.
    const unknown = parts.find((cell) => isOfUnknown(grid, parts, cell))
    const known = whole - (unknown === undefined ? 0 : (values[unknown] ?? 0))
    const almostAll = parts.filter((cell) => {
      const count = values[cell] ?? 0
      return isFew(whole - count, threshold) || (cell !== unknown && isFew(known - count, threshold))
    })
    const isTold = almostAll.length === 0 && !isOpen(total) && !parts.some(isOpen)
    if (!isTold || !isFew(sum - whole, threshold)) return almostAll
    return parts.toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0)).slice(0, 1)
  })
}

function isOfUnknown({ places }: Grid, parts: readonly number[], cell: number): boolean {
  const [first, second, own] = [places[parts[0] ?? -1], places[parts[1] ?? -1], places[cell]]
  const axis = first?.row === second?.row ? 'column' : 'row'
  return own?.[axis] === UNKNOWN
}
