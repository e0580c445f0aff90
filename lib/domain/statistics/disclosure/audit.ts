import type { Place } from '../raw-table'
import type { MeasureForm } from '../registry/measures'
import type { Grid } from './grid'
import { isPartSafe, joinedSlack } from './inner-cells'
import type { Pattern } from './released-cells'
import { isWide, reporterSlack } from './reporter-cells'
import { hasSum } from './rules'
import { isSumSafe } from './sum-cells'

/** A held-back number could be worked out too closely. The use case then answers with every inner cell held back. */
export class NarrowIntervalError extends Error {
  override readonly name = 'NarrowIntervalError'
  readonly cells: readonly Place[]
  constructor(cells: readonly Place[]) {
    super(`${String(cells.length)} held-back cells could be worked out`)
    this.cells = cells
  }
}

/**
 * The held-back cells that could be worked out too closely from everything that is told. What each may be is solved for by maximum
 * flow on the true table: every step of a flow is another table that would be told in the same words, so that what is found is never
 * wider than what there is.
 */
export function narrowCells(grid: Grid, pattern: Pattern, form: MeasureForm, threshold: number): number[] {
  const isNothingInsideTold = grid.places.every((_, cell) => pattern.inside[cell] === 1 || isNobody(grid, cell))
  return grid.places.flatMap((_, cell) => {
    const isSafe =
      (pattern.reporters[cell] === 0 || areReportersSafe(grid, pattern, cell, threshold, isNothingInsideTold)) &&
      (pattern.inside[cell] === 0 || isNothingInsideTold || isInsideSafe(grid, pattern, cell, threshold)) &&
      (!hasSum(form) || pattern.sums[cell] === 0 || isNothingInsideTold || isSumSafe(grid, pattern.sums, cell))
    return isSafe ? [] : [cell]
  })
}

function isNobody(grid: Grid, cell: number): boolean {
  return (grid.parts.reporters[cell] ?? 0) === 0
}

function areReportersSafe(grid: Grid, pattern: Pattern, cell: number, threshold: number, isAlone: boolean): boolean {
  const value = grid.parts.reporters[cell] ?? 0
  if (!isWide(value, reporterSlack(grid, pattern.reporters, cell, threshold), threshold)) return false
  return isAlone || !grid.isCoupled || isWide(value, joinedSlack(grid, pattern, cell, threshold), threshold)
}

function isInsideSafe(grid: Grid, pattern: Pattern, cell: number, threshold: number): boolean {
  return (['hits', 'others', 'missing'] as const).every((kind) => isPartSafe(grid, pattern, cell, kind, threshold))
}
