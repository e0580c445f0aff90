import { RESAMPLES } from '../intervals/mean-interval'
import { addTotals, type Cells, type Grid } from './cells'
import { bootstrapped, placesOf } from './spread-plan'
import { Spreads } from './spreads'
import { Tally } from './tally'
import type { Batch, Breathe, Walk } from './walk'

/** What a walk found: the counts, and of amounts how they are spread, with the cells of which every value is kept. */
export type Counted = {
  readonly cells: Cells
  readonly spreads: Spreads | null
  readonly whole: ReadonlySet<number>
}

/** Counts reports and sums along a walk. */
export async function countWalk(grid: Grid, walk: Walk, breathe: Breathe): Promise<Counted> {
  const tally = new Tally(grid)
  await walk.run((batch) => take(tally, walk, batch), breathe)
  return { cells: finished(tally, walk), spreads: null, whole: new Set() }
}

/** Counts reports and how their amounts are spread: exact values where they are wanted, from what was kept or from a second walk. */
export async function countSpread(grid: Grid, walk: Walk, isSigned: boolean, breathe: Breathe): Promise<Counted> {
  const tally = new Tally(grid)
  const spreads = new Spreads(grid, isSigned, walk.adding)
  try {
    await walk.run((batch) => {
      take(tally, walk, batch)
      spreads.count(batch)
    }, breathe)
    const cells = finished(tally, walk)
    const { base } = cells
    const whole = bootstrapped(base, RESAMPLES)
    spreads.want((cell) => (whole.has(cell) ? null : placesOf(base[cell] as number)))
    if (spreads.hasAll) await spreads.keepCounted(breathe)
    else await walk.run((batch) => spreads.keep(batch), breathe)
    return { cells, spreads, whole }
  } finally {
    spreads.clear()
  }
}

function take(tally: Tally, { hasValues, hasOvers }: Walk, batch: Batch): void {
  tally.count(batch)
  if (hasValues) tally.add(batch)
  if (hasOvers) tally.addOvers(batch)
}

function finished(tally: Tally, { adding }: Walk): Cells {
  const cells = tally.finish()
  addTotals(cells, adding)
  cells.baseReporters.set(cells.base)
  cells.hitReporters.set(cells.hits)
  return cells
}
