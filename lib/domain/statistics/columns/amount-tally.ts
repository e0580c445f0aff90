import type { Amounts } from './amount-walk'
import { Bins, UNKNOWN_BIN } from './bins'
import { addTotals, newCells, type Cells, type Grid } from './cells'
import { guessWanted } from './guess'
import { KeptValues, newPart, type Part } from './kept-values'
import { FULL, type Adding } from './walk'

/** What a cell has of values: sum, sum of squares, the two largest. Side by side, because one report touches all of them. */
const WIDTH = 4
/** After so many values it is guessed which are wanted in the end, and again after twice as many. */
const GUESS_AT = 250_000
// Of one slice of a batch; nothing stays in them.
const SHORT = new Float32Array(FULL)
const SHORT_BITS = new Int32Array(SHORT.buffer)
const PASSED_OVER = newPart(FULL)

/**
 * Counts amounts in cells and in bins, adds them up, and keeps those that may be at a wanted place. One look at each value: a second one
 * took as long as the first.
 */
export class AmountTally {
  bins: Bins | null = null
  /** By cell and bin. */
  counts = new Int32Array(0)
  readonly kept = new KeptValues()
  /** One where values are kept in the end. */
  flags = new Uint8Array(0)
  readonly #grid: Grid
  readonly #isSigned: boolean
  readonly #adding: Adding
  readonly #sums: Float64Array
  /** Reports before there were bins, all without a known amount, by cell. */
  readonly #unknown: Int32Array
  #counted = 0
  #guessAt: number

  constructor(grid: Grid, isSigned: boolean, adding: Adding, guessAt = GUESS_AT) {
    this.#grid = grid
    this.#isSigned = isSigned
    this.#adding = adding
    this.#sums = new Float64Array(grid.cells * WIDTH)
    this.#unknown = new Int32Array(grid.cells)
    this.#guessAt = guessAt
  }

  /** Counts a batch; `done` of the whole way, from 0 to 1. */
  count(batch: Amounts, done: number): void {
    const { size, cells, values } = batch
    if (this.bins === null) {
      const known = values.subarray(0, size)
      if (known.every((value) => Object.is(value, -0))) {
        for (const cell of cells.subarray(0, size)) this.#unknown[cell] = (this.#unknown[cell] as number) + 1
        return
      }
      this.bins = new Bins(this.#grid.cells, this.#isSigned, known)
      this.counts = new Int32Array(this.#grid.cells * this.bins.count)
      this.flags = wholeFlags(this.#grid.cells, this.bins)
    }
    for (let from = 0; from < size; from += FULL) {
      const part = this.kept.part() ?? PASSED_OVER
      if (part === PASSED_OVER) part.size = 0
      const to = Math.min(size, from + FULL)
      countSlice(cells, values, from, to, this.bins, this.counts, this.#sums, this.flags, part)
    }
    this.#counted += size
    if (this.#counted < this.#guessAt || done >= 1 || !this.kept.hasAll) return
    this.#guessAt = this.#counted * 2
    const wanted = guessWanted(this.#grid, this.#adding, this.bins, this.counts, done)
    for (let at = 0; at < wanted.length; at++) this.flags[at] = (this.flags[at] as number) & (wanted[at] as number)
  }

  /** What was counted, with the totals that add up. */
  finish(): Cells {
    const [cells, sums, bins] = [newCells(this.#grid), this.#sums, this.bins?.count ?? 0]
    for (let cell = 0; cell < this.#grid.cells; cell++) {
      let all = this.#unknown[cell] as number
      for (let at = cell * bins; at < (cell + 1) * bins; at++) all += this.counts[at] as number
      const unknown =
        (this.#unknown[cell] as number) + (bins > 0 ? (this.counts[cell * bins + UNKNOWN_BIN] as number) : 0)
      const at = cell * WIDTH
      cells.reporters[cell] = all
      cells.base[cell] = all - unknown
      cells.sum[cell] = sums[at] as number
      cells.squares[cell] = sums[at + 1] as number
      cells.largest[cell] = sums[at + 2] as number
      cells.second[cell] = sums[at + 3] as number
    }
    addTotals(cells, this.#adding)
    cells.baseReporters.set(cells.base)
    return cells
  }
}

// One plain function: the compiler makes it quick. Writes every value that may be kept and goes on only behind those that are: a branch
// would be guessed wrong too often.
function countSlice(
  cells: Int32Array,
  values: Float64Array,
  from: number,
  to: number,
  { table, shift, count }: Bins,
  counts: Int32Array,
  sums: Float64Array,
  flags: Uint8Array,
  part: Part,
): void {
  const { places: keptPlaces, values: keptValues } = part
  const size = to - from
  for (let at = 0; at < size; at++) SHORT[at] = values[from + at] as number
  let kept = part.size
  for (let at = 0; at < size; at++) {
    const cell = cells[from + at] as number
    const value = values[from + at] as number
    const place = Math.imul(cell, count) + (table[(SHORT_BITS[at] as number) >>> shift] as number)
    counts[place] = (counts[place] as number) + 1
    const sum = cell << 2
    sums[sum] = (sums[sum] as number) + value
    sums[sum + 1] = (sums[sum + 1] as number) + value * value
    const weight = value < 0 ? -value : value
    if (weight > (sums[sum + 3] as number)) {
      const largest = sums[sum + 2] as number
      sums[sum + 2] = weight > largest ? weight : largest
      sums[sum + 3] = weight > largest ? largest : weight
    }
    keptPlaces[kept] = place
    keptValues[kept] = value
    kept += flags[place] as number
  }
  part.size = kept
}

/** Every bin that may have to be kept: zeros and what is not known are told without. */
function wholeFlags(cells: number, { count, zero }: Bins): Uint8Array<ArrayBuffer> {
  const flags = new Uint8Array(cells * count).fill(1)
  for (let cell = 0; cell < cells; cell++) flags[cell * count + UNKNOWN_BIN] = flags[cell * count + zero] = 0
  return flags
}
