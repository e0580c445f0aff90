import { countsOf } from './differencing'
import { descriptorOf } from './descriptor'
import type { Grid } from './grid'
import type { LayerTies } from './pattern'
import type { Pattern } from './released-cells'
import { chooseReporters } from './reporter-cells'
import { isFew } from './rules'
import type { Counts, LoggedCell, LoggedRelease, Told, ToldBefore } from './told-before'

/** What was last told of the reports of each cell by the same measure; null: nothing yet. */
export function lastTold(grid: Grid, measure: string, before: ToldBefore): (LoggedCell | null)[] {
  return grid.places.map((place) => {
    const same = before.same(descriptorOf(grid.table.query, place)).filter(({ release }) => release.measure === measure)
    return (
      same.reduce<Told | null>((last, told) => (last === null || told.seq > last.seq ? told : last), null)?.cell ?? null
    )
  })
}

/**
 * Marks what stays as it was: a number that was held back stays so until it has grown by the threshold since, whatever question asks;
 * one that was told and changed by fewer than the threshold is known.
 */
export function tieToThePast(
  grid: Grid,
  about: Pick<LoggedRelease, 'measure' | 'of'>,
  before: ToldBefore,
  threshold: number,
  ties: LayerTies,
): void {
  const last = lastTold(grid, about.measure, before)
  grid.places.forEach((place, cell) => {
    const now = countsOf(grid, cell)
    for (const { release, cell: then } of before.same(descriptorOf(grid.table.query, place))) {
      if (release.of !== about.of) continue
      const isHeld = then.level < 3 && !hasGrown(then.level === 0, then.heldSince, now, threshold)
      if (then.level === 0 && isHeld) ties.reporters.hide[cell] = 1
      if (release.measure !== about.measure || !isHeld) continue
      if (then.level < 2) ties.inside.hide[cell] = 1
      ties.sums.hide[cell] = 1
    }
    const then = last[cell] ?? null
    if (then === null || hasMoved(then, now, threshold)) return
    if (then.level >= 1) ties.reporters.known[cell] = 1
    if (then.level >= 2) ties.inside.known[cell] = 1
    if (then.level >= 3) ties.sums.known[cell] = 1
  })
}

function hasGrown(isOfReporters: boolean, then: Counts, now: Counts, threshold: number): boolean {
  return isOfReporters ? now[0] - then[0] >= threshold : now[1] + now[2] - then[1] - then[2] >= threshold
}

// Somebody can tell: at least the threshold came (or went), of each kind that changed at all.
function hasMoved(then: LoggedCell, now: Counts, threshold: number): boolean {
  const told = then.level >= 2 ? then.told.length : 1
  const changes = now.slice(0, told).map((count, part) => Math.abs(count - (then.told[part] ?? 0)))
  return changes.some((change) => change > 0) && changes.every((change) => change === 0 || change >= threshold)
}

/**
 * The cells that are told as they were told last, because the difference of the two releases would tell of few: that difference is a
 * table, too, and is held back by the same rules. `unkept` are cells it takes that were never told, which must be held back instead.
 */
export function chooseKept(
  grid: Grid,
  pattern: Pattern,
  last: readonly (LoggedCell | null)[],
  threshold: number,
): { readonly kept: Uint8Array; readonly unkept: readonly number[] } {
  const isSecret = (cell: number) => pattern.reporters[cell] === 1 || last[cell]?.level === 0
  const isInsideSecret = (cell: number) => pattern.inside[cell] === 1 || (last[cell]?.level ?? 2) < 2
  const kept = new Uint8Array(grid.size)
  if (!last.some((cell) => cell !== null && cell.level > 0)) return { kept, unkept: [] }
  for (let isChanged = true; isChanged;) {
    isChanged = false
    for (const part of [0, 1, 2, 3] as const) {
      const isOut = (cell: number) => isSecret(cell) || (part > 0 && isInsideSecret(cell))
      const change = Float64Array.from(grid.places, (_, cell) => {
        const then = last[cell] ?? null
        return then === null || isOut(cell) ? 0 : countsOf(grid, cell)[part] - then.told[part]
      })
      const isFewer = (cell: number) => isFew(Math.abs(change[cell] ?? 0), threshold)
      const careless = Uint8Array.from(change, (_, cell) => Number(!isFewer(cell)))
      if (careless.every((isCareless) => isCareless === 1)) continue
      const hide = Uint8Array.from(change, (_, cell) => Number(isFewer(cell) || kept[cell] === 1 || isOut(cell)))
      const moved: Grid = { ...grid, isOverlapping: false, parts: { ...grid.parts, reporters: change } }
      const { open } = chooseReporters(moved, threshold, { hide, known: new Uint8Array(grid.size), careless })
      open.forEach((isOpen, cell) => {
        if (isOpen === 0 || kept[cell] === 1 || isOut(cell)) return
        kept[cell] = 1
        isChanged = true
      })
    }
  }
  // A sum that changed while nobody came or went is one report's: it waits for others.
  grid.places.forEach((_, cell) => {
    const then = last[cell] ?? null
    const isSame = then !== null && countsOf(grid, cell).every((count, part) => count === then.told[part])
    if (isSame && typeof then.cell.sum === 'number' && then.cell.sum !== grid.parts.sum[cell]) kept[cell] = 1
  })
  const unkept = [...kept].flatMap((isKept, cell) => (isKept === 1 && (last[cell] ?? null) === null ? [cell] : []))
  return { kept, unkept }
}
