import type { Grid } from './cells'

const LOWEST_EXPONENT = 117 // values under 2^-10 share a bin
const EXPONENTS = 42 // up to 2^32
const MOST_BINS = 400_000

/**
 * Exact order statistics of many cells in two passes. The first counts values by bins of a few per cent; then the bins that hold a
 * wanted place are known, and the second keeps their values alone, which are sorted.
 */
export class Spreads {
  readonly #cells: number
  readonly #shift: number
  readonly #magnitudes: number
  readonly #bins: number
  readonly #zero: number
  readonly #counts: Int32Array
  /** Where the next value of a bin goes, plus one; zero where it is not wanted. */
  #places = new Int32Array(0)
  #kept = new Float64Array(0)
  readonly #float = new Float32Array(1)
  readonly #bits = new Int32Array(this.#float.buffer)

  constructor(cells: number, isSigned: boolean) {
    this.#cells = cells
    let mantissa = 6
    const binsWith = (bits: number) => (EXPONENTS * 2 ** bits + 1) * (isSigned ? 2 : 1)
    while (mantissa > 1 && cells * binsWith(mantissa) > MOST_BINS) mantissa -= 1
    this.#shift = 23 - mantissa
    this.#magnitudes = EXPONENTS * 2 ** mantissa + 1
    this.#bins = binsWith(mantissa)
    this.#zero = isSigned ? this.#magnitudes : 0
    this.#counts = new Int32Array(cells * this.#bins)
  }

  /** First pass. */
  count(cell: number, value: number): void {
    const at = cell * this.#bins + this.#binOf(value)
    this.#counts[at] = (this.#counts[at] as number) + 1
  }

  /** Between a first pass over inner cells only and `want`: fills the bins of the totals. */
  addTotals({ rows, columns, stride }: Grid): void {
    if (columns > 0)
      for (let row = 0; row < Math.max(rows, 1); row++)
        for (let column = 0; column < columns; column++) this.#addCell(row * stride + column, row * stride + columns)
    if (rows > 0)
      for (let column = 0; column <= columns; column++)
        for (let row = 0; row < rows; row++) this.#addCell(row * stride + column, rows * stride + column)
  }

  /** Says which places (from zero, sorted) of each cell will be asked for; null is every one. */
  want(placesOf: (cell: number) => readonly number[] | null): void {
    this.#places = new Int32Array(this.#counts.length)
    let kept = 0
    for (let cell = 0; cell < this.#cells; cell++) {
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
          kept += count
        }
        before += count
      }
    }
    this.#kept = new Float64Array(kept)
  }

  /** Second pass, over the same values. */
  keep(cell: number, value: number): void {
    const at = cell * this.#bins + this.#binOf(value)
    const place = this.#places[at] as number
    if (place === 0) return
    this.#kept[place - 1] = value
    this.#places[at] = place + 1
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

  #binOf(value: number): number {
    this.#float[0] = value < 0 ? -value : value
    const above = ((this.#bits[0] as number) - (LOWEST_EXPONENT << 23)) >> this.#shift
    const magnitude = above < 0 ? 0 : above + 1 >= this.#magnitudes ? this.#magnitudes - 1 : above + 1
    return value < 0 ? this.#zero - 1 - magnitude : this.#zero + magnitude
  }

  #addCell(from: number, to: number): void {
    const [source, target] = [from * this.#bins, to * this.#bins]
    for (let bin = 0; bin < this.#bins; bin++)
      this.#counts[target + bin] = (this.#counts[target + bin] as number) + (this.#counts[source + bin] as number)
  }
}
