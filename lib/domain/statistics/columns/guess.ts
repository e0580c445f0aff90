import { UNKNOWN_BIN, type Bins } from './bins'
import type { Grid } from './cells'
import { FRACTIONS } from './spread-plan'
import type { Adding } from './walk'
import { addBinTotals, wantingOf } from './wanting'

/** Standard errors to either side. */
const CAREFUL = 4
/** Cells that will have fewer values may be wanted whole, and of fewer seen nothing can be said. */
const FEW = 3_000
const FEW_SEEN = 50

/**
 * One for each bin that will hold a wanted place when all values are counted, judged by those that were so far, `done` of all: the places
 * of each part of a spread and of the interval of the median, with four standard errors to either side. Of cells with few values every
 * bin. What was guessed wrong is found out in the end.
 */
export function guessWanted(
  grid: Grid,
  adding: Adding,
  { count: bins }: Bins,
  counts: Int32Array,
  done: number,
): Uint8Array {
  const all = counts.slice()
  addBinTotals(grid, adding, all, bins)
  const marks = new Int32Array(all.length)
  for (let cell = 0; cell < grid.cells; cell++) {
    const [begin, end] = [cell * bins + UNKNOWN_BIN + 1, (cell + 1) * bins]
    let n = 0
    for (let at = begin; at < end; at++) n += all[at] as number
    if (n < FEW_SEEN || n < FEW * done) marks.fill(1, begin, end)
    else for (const part of Object.values(FRACTIONS)) markPart(all, begin, end, n, part, done, marks)
  }
  return wantingOf(grid, adding, marks, bins).map((wanting) => (wanting === 0 ? 0 : 1))
}

function markPart(
  counts: Int32Array,
  begin: number,
  end: number,
  n: number,
  part: number,
  done: number,
  marks: Int32Array,
): void {
  // How far the part of those seen is from that of all, and how far the interval of the median goes, among those seen.
  const error = CAREFUL * Math.sqrt(n * part * (1 - part) * (1 - done))
  const reach = error + (part === FRACTIONS.median ? Math.sqrt(n * done) : 0) + 2
  const [low, high] = [part * n - reach, part * n + reach]
  let before = 0
  for (let at = begin; at < end && before <= high; at++) {
    const count = counts[at] as number
    if (before + count >= low) marks[at] = 1
    before += count
  }
}
