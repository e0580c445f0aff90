import type { AmountTally } from './amount-tally'
import type { Amounts } from './amount-walk'
import { UNKNOWN_BIN } from './bins'
import type { Grid } from './cells'
import { selectPlace } from './select'
import type { Adding, Breathe } from './walk'
import { addBinTotals, OF_ALL, OF_COLUMN, OF_ROW, OWN, wantingOf } from './wanting'

/**
 * Exact order statistics of many cells, of amounts that were counted by bins of a few per cent or less: the bins that hold a wanted place
 * are known then, and only their values are looked at.
 */
export class Spreads {
  readonly #grid: Grid
  readonly #adding: Adding
  readonly #tally: AmountTally
  readonly #counts: Int32Array
  readonly #bins: number
  readonly #zero: number
  /** Where the next value of a bin goes, plus one; zero where it is not wanted. */
  readonly #places: Int32Array
  /** By inner cell and bin, which cells want its values. */
  #wanting = new Uint8Array(0)
  #wanted = new Float64Array(0)

  /** Of what was counted; it is not counted any further. */
  constructor(grid: Grid, adding: Adding, tally: AmountTally) {
    this.#grid = grid
    this.#adding = adding
    this.#tally = tally
    this.#counts = tally.counts
    this.#bins = tally.bins?.count ?? 0
    this.#zero = tally.bins?.zero ?? 0
    this.#places = new Int32Array(tally.counts.length)
  }

  /**
   * Says which places (from zero, sorted) of each cell will be asked for; null is every one. False: not every value that is wanted was
   * kept, and all must be given once more, to `keep`.
   */
  want(placesOf: (cell: number) => readonly number[] | null): boolean {
    addBinTotals(this.#grid, this.#adding, this.#counts, this.#bins)
    let wanted = 0
    for (let cell = 0; cell < this.#grid.cells && this.#bins > 0; cell++)
      wanted = this.#wantOf(cell, placesOf(cell), wanted)
    this.#wanted = new Float64Array(wanted)
    this.#wanting = wantingOf(this.#grid, this.#adding, this.#places, this.#bins)
    const { kept, flags } = this.#tally
    if (kept.hasAll && this.#wanting.some((wanting, place) => wanting !== 0 && flags[place] === 0)) kept.lose()
    return kept.hasAll
  }

  #wantOf(cell: number, places: readonly number[] | null, wantedBefore: number): number {
    let [before, next, wanted] = [0, 0, wantedBefore]
    const first = cell * this.#bins
    for (let at = first + UNKNOWN_BIN + 1; at < first + this.#bins; at++) {
      const count = this.#counts[at] as number
      if (count === 0) continue
      if (places !== null && next >= places.length) break
      // Zeros need not be kept to be known.
      const isWanted = (places === null || (places[next] as number) < before + count) && at - first !== this.#zero
      while (places !== null && next < places.length && (places[next] as number) < before + count) next += 1
      if (isWanted) {
        this.#places[at] = wanted + 1
        wanted += count
      }
      before += count
    }
    return wanted
  }

  /** The amounts that were counted once more: those that are wanted are kept. */
  keep({ size, cells, values }: Amounts): void {
    const { bins } = this.#tally
    if (bins === null) return
    const wanting = this.#wanting
    for (let at = 0; at < size; at++) {
      const value = values[at] as number
      ONE_SHORT[0] = value
      const place =
        Math.imul(cells[at] as number, bins.count) + (bins.table[(ONE_BITS[0] as number) >>> bins.shift] as number)
      const by = wanting[place] as number
      if (by !== 0) this.#put(by, place, value)
    }
  }

  /** The same with the values that are still there. */
  async keepCounted(breathe: Breathe): Promise<void> {
    const wanting = this.#wanting
    for (const { size, places, values } of this.#tally.kept.drain()) {
      const pause = breathe()
      if (pause) await pause
      for (let at = 0; at < size; at++) {
        const by = wanting[places[at] as number] as number
        if (by !== 0) this.#put(by, places[at] as number, values[at] as number)
      }
    }
  }

  /** The values at places (sorted) of a cell; every one was said to be wanted. */
  at(cell: number, places: readonly number[]): number[] {
    const first = cell * this.#bins
    const found: number[] = []
    let before = 0
    for (let at = first + UNKNOWN_BIN + 1; at < first + this.#bins && found.length < places.length; at++) {
      const count = this.#counts[at] as number
      if (count === 0) continue
      const end = (this.#places[at] as number) - 1
      while (found.length < places.length && (places[found.length] as number) < before + count) {
        const place = (places[found.length] as number) - before
        found.push(at - first === this.#zero ? 0 : selectPlace(this.#wanted.subarray(end - count, end), place))
      }
      before += count
    }
    return found
  }

  /** All values of a cell of which every place was wanted, sorted: in the same order in every process. */
  all(cell: number, count: number): Float64Array {
    const first = cell * this.#bins
    const all = new Float64Array(count)
    const others = count - (this.#counts[first + this.#zero] as number)
    for (let at = first + UNKNOWN_BIN + 1; at < first + this.#bins; at++) {
      const end = (this.#places[at] as number) - 1
      // Bins of a cell that is kept whole lie one after the other.
      if (end < 0) continue
      const begin = end - (this.#counts[at] as number)
      all.set(this.#wanted.subarray(begin, begin + others))
      break
    }
    return all.sort()
  }

  #put(wanting: number, inner: number, value: number): void {
    if ((wanting & OWN) !== 0) this.#putAt(inner, value)
    if (wanting === OWN) return
    const bins = this.#bins
    const { rows, columns, stride } = this.#grid
    const cell = Math.floor(inner / bins)
    const bin = inner - cell * bins
    const column = cell % stride
    if ((wanting & OF_ROW) !== 0) this.#putAt((cell - column + columns) * bins + bin, value)
    if ((wanting & OF_COLUMN) !== 0) this.#putAt((rows * stride + column) * bins + bin, value)
    if ((wanting & OF_ALL) !== 0) this.#putAt((rows * stride + columns) * bins + bin, value)
  }

  #putAt(at: number, value: number): void {
    const place = this.#places[at] as number
    this.#wanted[place - 1] = value
    this.#places[at] = place + 1
  }
}

const ONE_SHORT = new Float32Array(1)
const ONE_BITS = new Int32Array(ONE_SHORT.buffer)
