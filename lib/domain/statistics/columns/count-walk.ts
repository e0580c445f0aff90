import { RESAMPLES } from '../intervals/mean-interval'
import { addTotals, countBatch, newCells, type Cells, type Grid } from './cells'
import { bootstrapped, placesOf } from './spread-plan'
import { Spreads } from './spreads'
import { Walked } from './walked'
import type { Breathe, Walk } from './walk'

/** What a walk found: the counts, and of amounts how they are spread, with the cells of which every value is kept. */
export type Counted = {
  readonly cells: Cells
  readonly spreads: Spreads | null
  readonly whole: ReadonlySet<number>
}

/** Counts reports and sums along a walk. */
export async function countWalk(grid: Grid, walk: Walk, breathe: Breathe): Promise<Counted> {
  const cells = newCells(grid)
  await walk.run((batch) => countBatch(cells, batch), breathe)
  return { cells: finished(cells, walk), spreads: null, whole: new Set() }
}

/** Counts reports and how their amounts are spread: two walks, the second for the exact values. */
export async function countSpread(grid: Grid, walk: Walk, isSigned: boolean, breathe: Breathe): Promise<Counted> {
  const cells = newCells(grid)
  const spreads = new Spreads(grid, isSigned)
  const walked = new Walked()
  await walk.run((batch) => {
    countBatch(cells, batch)
    spreads.count(batch)
    walked.keep(batch)
  }, breathe)
  finished(cells, walk)
  spreads.addTotals(walk.adding)
  const { base } = cells
  const whole = bootstrapped(base, RESAMPLES)
  spreads.want((cell) => (whole.has(cell) ? null : placesOf(base[cell] as number)))
  await walked.again(walk, (batch) => spreads.keep(batch, walk.adding), breathe)
  return { cells, spreads, whole }
}

function finished(cells: Cells, { adding }: Walk): Cells {
  addTotals(cells, adding)
  cells.baseReporters.set(cells.base)
  cells.hitReporters.set(cells.hits)
  return cells
}
