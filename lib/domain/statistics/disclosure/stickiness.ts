import { countsOf, lastOf, type Descriptors } from './differencing'
import type { Grid } from './grid'
import type { LayerTies } from './pattern'
import type { Pattern } from './released-cells'
import { chooseReporters } from './reporter-cells'
import { isFew } from './rules'
import type { Counts, Told, ToldBefore } from './told-before'

/** What was last told of the reports of each cell by the same measure; null: nothing yet. */
export function lastTold({ of }: Descriptors, measure: string, before: ToldBefore): (Told | null)[] {
  return of.map((one) =>
    lastOf(before.same(one).filter((told) => told.release.measure === measure && told.of.text === one.text)),
  )
}

/**
 * Marks what stays as it was: a number that was held back stays so until it has grown by the threshold since, whatever question about
 * the same people asks; one that was told and changed by fewer than the threshold is known.
 */
export function tieToThePast(
  grid: Grid,
  measure: string,
  here: Descriptors,
  last: readonly (Told | null)[],
  before: ToldBefore,
  threshold: number,
  ties: LayerTies,
): void {
  here.of.forEach((of, cell) => {
    const now = countsOf(grid, cell)
    const who = here.who[cell] ?? of
    for (const { release, cell: then, of: thenOf, who: thenWho } of [
      ...before.same(who),
      ...(who === of ? [] : before.same(of)),
    ]) {
      const isHeld = then.level < 3 && !hasGrown(then.level === 0, then.heldSince, now, threshold)
      if (thenWho.text === who.text) {
        if (then.level === 0 && isHeld) ties.reporters.hide[cell] = 1
        // One measure told how many they are: all measures of the same people have. What it told it tells again; another one would tell
        // how many there are now.
        const change = Math.abs(now[0] - then.told[0])
        if (then.level > 0 && change < (release.measure === measure ? threshold : 1)) ties.reporters.known[cell] = 1
      }
      if (release.measure !== measure || thenOf.text !== of.text || !isHeld) continue
      if (then.level < 2) ties.inside.hide[cell] = 1
      ties.sums.hide[cell] = 1
    }
    const then = last[cell]?.cell ?? null
    if (then === null || then.level < 2 || hasMoved(then.told, now, threshold)) return
    ties.inside.known[cell] = 1
    if (then.level >= 3) ties.sums.known[cell] = 1
  })
}

function hasGrown(isOfReporters: boolean, then: Counts, now: Counts, threshold: number): boolean {
  return isOfReporters ? now[0] - then[0] >= threshold : now[1] + now[2] - then[1] - then[2] >= threshold
}

// Nobody can tell of whom: at least the threshold came (or went).
function hasMoved(then: Counts, now: Counts, threshold: number): boolean {
  return now.some((count, part) => Math.abs(count - (then[part] ?? 0)) >= threshold)
}

/** What becomes of a table over time, by cell: told as it was told last; or what must be held back first, and chosen anew. */
export type Kept = {
  readonly kept: Uint8Array
  readonly hide: readonly number[]
  readonly hideInside: readonly number[]
}

/**
 * The cells that are told as they were told last, because the difference of the two releases would tell of few: that difference is a
 * table, too, and is held back by the same rules. What it takes besides, and was never told or has moved by the threshold, is held back
 * instead: nobody is shown a number that is long past. `keep` are cells that were kept before the pattern was chosen anew: what they
 * are now is one of its held-back numbers.
 */
export function chooseKept(
  grid: Grid,
  pattern: Pattern,
  last: readonly (Told | null)[],
  threshold: number,
  keep: Uint8Array,
): Kept {
  const then = last.map((told) => told?.cell ?? null)
  const isSecret = (cell: number) => (pattern.reporters[cell] === 1 && keep[cell] === 0) || then[cell]?.level === 0
  const isInsideSecret = (cell: number) =>
    (pattern.inside[cell] === 1 && keep[cell] === 0) || (then[cell]?.level ?? 2) < 2
  const kept = keep.slice()
  if (!then.some((cell) => cell !== null && cell.level > 0)) return { kept, hide: [], hideInside: [] }
  for (let isChanged = true; isChanged;) {
    isChanged = false
    for (const part of [0, 1, 2, 3] as const) {
      const isOut = (cell: number) => isSecret(cell) || (part > 0 && isInsideSecret(cell))
      const change = Float64Array.from(grid.places, (_, cell) => {
        const told = then[cell] ?? null
        // What is held back now has changed, too, and nobody sees by how much.
        const isUnseen = told === null || told.level === 0 || (part > 0 && told.level < 2)
        return isUnseen ? 0 : countsOf(grid, cell)[part] - told.told[part]
      })
      const isFewer = (cell: number) => !isOut(cell) && isFew(Math.abs(change[cell] ?? 0), threshold)
      const careless = Uint8Array.from(change, (_, cell) => Number(!isFewer(cell)))
      if (careless.every((isCareless) => isCareless === 1)) continue
      const hide = Uint8Array.from(change, (_, cell) => Number(isFewer(cell) || kept[cell] === 1 || isOut(cell)))
      const moved: Grid = { ...grid, isOverlapping: false, parts: { ...grid.parts, reporters: change } }
      const { open } = chooseReporters(moved, threshold, { hide, known: new Uint8Array(grid.size), careless })
      const taken = [...open].flatMap((isOpen, cell) =>
        isOpen === 1 && kept[cell] === 0 && !isOut(cell) ? [cell] : [],
      )
      const isGone = (cell: number) => {
        const told = then[cell] ?? null
        if (told === null || Math.abs(change[cell] ?? 0) >= threshold) return true
        return part > 0 && Math.abs(countsOf(grid, cell)[0] - told.told[0]) >= threshold
      }
      const gone = taken.filter(isGone)
      for (const cell of taken) if (!gone.includes(cell)) kept[cell] = 1
      if (gone.length > 0)
        return part === 0 ? { kept, hide: gone, hideInside: [] } : { kept, hide: [], hideInside: gone }
      isChanged = taken.length > 0 || isChanged
    }
  }
  // A sum that changed while nobody came or went is one report's: it waits for others.
  then.forEach((told, cell) => {
    const isSame = told !== null && countsOf(grid, cell).every((count, part) => count === told.told[part])
    if (isSame && typeof told.cell.sum === 'number' && told.cell.sum !== grid.parts.sum[cell]) kept[cell] = 1
  })
  return { kept, hide: [], hideInside: [] }
}
