import { eachTotal, type Grid } from './cells'
import { BASE } from './report-measures'
import { BATCH_ROOM, type Adding, type Batch } from './walk'

const LOWEST = 117 << 23 // values under 2^-10 share a bin
const EXPONENTS = 42 // up to 2^32
const MOST_BINS = 400_000
// Of one batch; nothing stays in them.
const SHORT = new Float32Array(BATCH_ROOM)
const BITS = new Int32Array(SHORT.buffer)
const BINS = new Int32Array(BATCH_ROOM)

/**
 * Exact order statistics of many cells in two passes. The first counts values by bins of a few per cent; then the bins that hold a
 * wanted place are known, and the second keeps their values alone, which are sorted.
 */
export class Spreads {
  readonly #grid: Grid
  readonly #shift: number
  readonly #magnitudes: number
  readonly #bins: number
  readonly #zero: number
  readonly #counts: Int32Array
  /** Where the next value of a bin goes, plus one; zero where it is not wanted. */
  #places = new Int32Array(0)
  /** One for a bin that is wanted: a quarter of the memory to look into, for the many that are not. */
  #isWanted = new Uint8Array(0)
  #kept = new Float64Array(0)

  constructor(grid: Grid, isSigned: boolean) {
    this.#grid = grid
    let mantissa = 6
    const binsWith = (bits: number) => (EXPONENTS * 2 ** bits + 1) * (isSigned ? 2 : 1)
    while (mantissa > 1 && grid.cells * binsWith(mantissa) > MOST_BINS) mantissa -= 1
    this.#shift = 23 - mantissa
    this.#magnitudes = EXPONENTS * 2 ** mantissa + 1
    this.#bins = binsWith(mantissa)
    this.#zero = isSigned ? this.#magnitudes : 0
    this.#counts = new Int32Array(grid.cells * this.#bins)
  }

  /** First pass. */
  count({ size, cells, standing, values }: Batch): void {
    const [counts, bins, places] = [this.#counts, this.#bins, this.#binsOf(values, size)]
    for (let at = 0; at < size; at++) {
      if ((standing[at] as number) < BASE) continue
      const bin = (cells[at] as number) * bins + (places[at] as number)
      counts[bin] = (counts[bin] as number) + 1
    }
  }

  /** Between a first pass over inner cells only and `want`: fills the bins of the totals. */
  addTotals(adding: Adding): void {
    eachTotal(this.#grid, adding, (from, to) => this.#addCell(from, to))
  }

  /** Says which places (from zero, sorted) of each cell will be asked for; null is every one. */
  want(placesOf: (cell: number) => readonly number[] | null): void {
    this.#places = new Int32Array(this.#counts.length)
    this.#isWanted = new Uint8Array(this.#counts.length)
    let kept = 0
    for (let cell = 0; cell < this.#grid.cells; cell++) {
      const places = placesOf(cell)
      let [before, next] = [0, 0]
      for (let at = cell * this.#bins; at < (cell + 1) * this.#bins; at++) {
        const count = this.#counts[at] as number
        if (count === 0) continue
        if (places !== null && next >= places.length) break
        const isWanted = places === null || (places[next] as number) < before + count
        while (places !== null && next < places.length && (places[next] as number) < before + count) next += 1
        if (isWanted) {
          this.#places[at] = kept + 1
          this.#isWanted[at] = 1
          kept += count
        }
        before += count
      }
    }
    this.#kept = new Float64Array(kept)
  }

  /** Second pass, over the same values; those of inner cells go to the totals too that they add up to. */
  keep({ size, cells, standing, values }: Batch, adding: Adding): void {
    const { rows, columns, stride } = this.#grid
    const [isWanted, places, kept, bins] = [this.#isWanted, this.#places, this.#kept, this.#bins]
    const binsOf = this.#binsOf(values, size)
    const hasColumns = columns > 0 && adding.columns
    const hasRows = rows > 0 && adding.rows
    const put = (cell: number, bin: number, value: number) => {
      const wanted = cell * bins + bin
      if (isWanted[wanted] === 0) return
      const place = places[wanted] as number
      kept[place - 1] = value
      places[wanted] = place + 1
    }
    for (let at = 0; at < size; at++) {
      if ((standing[at] as number) < BASE) continue
      const cell = cells[at] as number
      const bin = binsOf[at] as number
      const value = values[at] as number
      put(cell, bin, value)
      if (!hasColumns && !hasRows) continue
      const column = cell % stride
      if (hasColumns) put(cell - column + columns, bin, value)
      if (hasRows) put(rows * stride + column, bin, value)
      if (hasRows && hasColumns) put(rows * stride + columns, bin, value)
    }
  }

  /** The values at places (sorted) of a cell; every one was said to be wanted. */
  at(cell: number, places: readonly number[]): number[] {
    const found: number[] = []
    let before = 0
    for (let at = cell * this.#bins; at < (cell + 1) * this.#bins && found.length < places.length; at++) {
      const count = this.#counts[at] as number
      if (count === 0) continue
      let values: Float64Array | undefined
      while (found.length < places.length && (places[found.length] as number) < before + count) {
        values ??= this.#valuesIn(at, count)
        found.push(values[(places[found.length] as number) - before] as number)
      }
      before += count
    }
    return found
  }

  /** All values of a cell of which every place was wanted. */
  all(cell: number, count: number): Float64Array {
    for (let at = cell * this.#bins; at < (cell + 1) * this.#bins; at++) {
      const place = this.#places[at] as number
      // Bins of a cell that is kept whole lie one after the other.
      if (place > 0) return this.#kept.subarray(place - 1 - (this.#counts[at] as number)).subarray(0, count)
    }
    return new Float64Array(0)
  }

  #valuesIn(at: number, count: number): Float64Array {
    const end = (this.#places[at] as number) - 1
    return this.#kept.subarray(end - count, end).sort()
  }

  /** The bins of values: by exponent and first digits of the mantissa, as a shorter number keeps them. */
  #binsOf(values: Float64Array, size: number): Int32Array {
    const [shift, highest, zero] = [this.#shift, this.#magnitudes - 1, this.#zero]
    for (let at = 0; at < size; at++) SHORT[at] = values[at] as number
    for (let at = 0; at < size; at++) {
      const bits = BITS[at] as number
      const above = ((bits & 0x7fff_ffff) - LOWEST) >> shift
      const magnitude = above < 0 ? 0 : above >= highest ? highest : above + 1
      BINS[at] = bits < 0 ? zero - 1 - magnitude : zero + magnitude
    }
    return BINS
  }

  #addCell(from: number, to: number): void {
    const [source, target] = [from * this.#bins, to * this.#bins]
    for (let bin = 0; bin < this.#bins; bin++)
      this.#counts[target + bin] = (this.#counts[target + bin] as number) + (this.#counts[source + bin] as number)
  }
}
