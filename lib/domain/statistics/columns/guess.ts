import { FRACTIONS } from './spread-plan'

/** Standard errors to either side. */
const CAREFUL = 4
/** Cells with fewer values so far may be wanted whole. */
const FEW = 1_000

/**
 * Marks bins that will hold a wanted place when all values are counted, judged by those that were so far: the places of each part of a
 * spread and of the interval of the median, with four standard errors to either side. Of cells with few values every bin. What was
 * guessed wrong is found out in the end.
 */
export function guessBins(counts: Int32Array, bins: number, cells: number): Int32Array<ArrayBuffer> {
  const marks = new Int32Array(counts.length)
  for (let cell = 0; cell < cells; cell++) {
    const [begin, end] = [cell * bins, (cell + 1) * bins]
    let n = 0
    for (let at = begin; at < end; at++) n += counts[at] as number
    if (n < FEW) marks.fill(1, begin, end)
    else for (const part of Object.values(FRACTIONS)) markPart(counts, begin, end, n, part, marks)
  }
  return marks
}

function markPart(counts: Int32Array, begin: number, end: number, n: number, part: number, marks: Int32Array): void {
  const reach = CAREFUL * Math.sqrt(n * part * (1 - part)) + (part === FRACTIONS.median ? Math.sqrt(n) : 0) + 2
  const [low, high] = [part * n - reach, part * n + reach]
  let before = 0
  for (let at = begin; at < end && before <= high; at++) {
    const count = counts[at] as number
    // The neighbours, too: a place may fall between two bins.
    if (before + count >= low) marks.fill(1, Math.max(begin, at - 1), Math.min(end, at + 2))
    before += count
  }
}
