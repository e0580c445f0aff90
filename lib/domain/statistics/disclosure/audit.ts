import type { Place } from '../raw-table'
import type { MeasureForm } from '../registry/measures'
import type { Grid } from './grid'
import { isPartSafe } from './inner-cells'
import { isSettled, type Limits } from './limits'
import { KINDS, Probe } from './probe'
import type { Pattern } from './released-cells'
import { isWide, reporterSlack } from './reporter-cells'
import { hasSum } from './rules'
import { summedGrids, SumProbe } from './sum-cells'

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
export function narrowCells(
  grid: Grid,
  pattern: Pattern,
  form: MeasureForm,
  threshold: number,
  limits: Limits | null = null,
): number[] {
  const probe = new Probe(grid, pattern, limits)
  const sums = summedGrids(grid, form).map((each) => new SumProbe(each, pattern.sums))
  const isNothingInsideTold = grid.places.every((_, cell) => pattern.inside[cell] === 1 || isNobody(grid, cell))
  return grid.places.flatMap((_, cell) => {
    const isSafe =
      (pattern.reporters[cell] === 0 || areReportersSafe(probe, cell, threshold, isNothingInsideTold)) &&
      (pattern.inside[cell] === 0 ||
        isNothingInsideTold ||
        KINDS.every((kind) => isPartSafe(probe, cell, kind, threshold))) &&
      (!hasSum(form) || pattern.sums[cell] === 0 || isNothingInsideTold || sums.every((one) => one.isSafe(cell)))
    return isSafe ? [] : [cell]
  })
}

function isNobody(grid: Grid, cell: number): boolean {
  return (grid.parts.reporters[cell] ?? 0) === 0
}

function areReportersSafe(probe: Probe, cell: number, threshold: number, isAlone: boolean): boolean {
  const { grid, hidden, limits } = probe
  if (isSettled(limits, 'reporters', cell)) return true
  const value = grid.parts.reporters[cell] ?? 0
  if (!isWide(value, reporterSlack(grid, hidden.reporters, cell, threshold, limits), threshold)) return false
  return isAlone || !grid.isCoupled || isWide(value, probe.joined(cell, 2 * threshold), threshold)
}
