import { RESAMPLES } from '../intervals/mean-interval'
import { AmountTally } from './amount-tally'
import type { AmountWalk } from './amount-walk'
import { addTotals, type Cells, type Grid } from './cells'
import { bootstrapped, placesOf } from './spread-plan'
import { Spreads } from './spreads'
import { Tally } from './tally'
import type { Breathe, Walk } from './walk'

/** What a walk found: the counts, and of amounts how they are spread, with the cells of which every value is kept. */
export type Counted = {
  readonly cells: Cells
  readonly spreads: Spreads | null
  readonly whole: ReadonlySet<number>
}

/** Counts reports, and adds up what the sums of some are out of, along a walk. */
export async function countWalk(grid: Grid, walk: Walk, breathe: Breathe): Promise<Counted> {
  const tally = new Tally(grid)
  await walk.run((batch) => {
    tally.count(batch)
    if (!walk.hasOvers) return
    tally.add(batch)
    tally.addOvers(batch)
  }, breathe)
  const cells = tally.finish()
  addTotals(cells, walk.adding)
  cells.baseReporters.set(cells.base)
  cells.hitReporters.set(cells.hits)
  return { cells, spreads: null, whole: new Set() }
}

/** Counts reports and how their amounts are spread: exact values where they are wanted, from what was kept or from a second walk. */
export async function countSpread(grid: Grid, walk: AmountWalk, isSigned: boolean, breathe: Breathe): Promise<Counted> {
  const tally = new AmountTally(grid, isSigned, walk.adding)
  try {
    await walk.run((batch, done) => tally.count(batch, done), breathe)
    const cells = tally.finish()
    const whole = bootstrapped(cells.base, RESAMPLES)
    const spreads = new Spreads(grid, walk.adding, tally)
    if (spreads.want((cell) => (whole.has(cell) ? null : placesOf(cells.base[cell] as number))))
      await spreads.keepCounted(breathe)
    else await walk.run((batch) => spreads.keep(batch), breathe)
    return { cells, spreads, whole }
  } finally {
    tally.kept.clear()
  }
}
