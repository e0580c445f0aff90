import { RESAMPLES } from '../intervals/mean-interval'
import { addTotals, addValue, newCells, type Cells, type Grid } from './cells'
import { BASE, HIT } from './report-measures'
import { bootstrapped, placesOf } from './spread-plan'
import { Spreads } from './spreads'
import type { Breathe, Walk } from './walk-reports'

/** What a walk found: the counts, and of amounts how they are spread, with the cells of which every value is kept. */
export type Counted = {
  readonly cells: Cells
  readonly spreads: Spreads | null
  readonly whole: ReadonlySet<number>
}

/** Counts reports and sums along a walk. */
export async function countWalk(grid: Grid, walk: Walk, breathe: Breathe): Promise<Counted> {
  const cells = newCells(grid)
  const { reporters, base, hits } = cells
  await walk.run((cell, standing, value, over) => {
    reporters[cell] = (reporters[cell] as number) + 1
    if (standing < BASE) return
    base[cell] = (base[cell] as number) + 1
    if (standing === HIT) hits[cell] = (hits[cell] as number) + 1
    else addValue(cells, cell, value, over)
  }, breathe)
  return { cells: finished(cells, walk), spreads: null, whole: new Set() }
}

/** Counts reports and how their amounts are spread: two walks, the second for the exact values. */
export async function countSpread(grid: Grid, walk: Walk, isSigned: boolean, breathe: Breathe): Promise<Counted> {
  const cells = newCells(grid)
  const { reporters, base } = cells
  const spreads = new Spreads(grid.cells, isSigned)
  await walk.run((cell, standing, value) => {
    reporters[cell] = (reporters[cell] as number) + 1
    if (standing < BASE) return
    base[cell] = (base[cell] as number) + 1
    addValue(cells, cell, value, 0)
    spreads.count(cell, value)
  }, breathe)
  finished(cells, walk)
  if (walk.isAdditive) spreads.addTotals(grid)
  const whole = bootstrapped(base, RESAMPLES)
  spreads.want((cell) => (whole.has(cell) ? null : placesOf(base[cell] as number)))
  const keep = walk.isAdditive
    ? keepWithTotals(spreads, grid)
    : (cell: number, value: number) => spreads.keep(cell, value)
  await walk.run((cell, standing, value) => {
    if (standing >= BASE) keep(cell, value)
  }, breathe)
  return { cells, spreads, whole }
}

function finished(cells: Cells, { isAdditive }: Walk): Cells {
  if (isAdditive) addTotals(cells)
  cells.baseReporters.set(cells.base)
  cells.hitReporters.set(cells.hits)
  return cells
}

function keepWithTotals(spreads: Spreads, { rows, columns, stride }: Grid): (cell: number, value: number) => void {
  return (cell, value) => {
    spreads.keep(cell, value)
    const column = cell % stride
    if (columns > 0) spreads.keep(cell - column + columns, value)
    if (rows === 0) return
    spreads.keep(rows * stride + column, value)
    if (columns > 0) spreads.keep(rows * stride + columns, value)
  }
}
