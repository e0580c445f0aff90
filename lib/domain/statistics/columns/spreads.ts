import { Bins } from './bins'
import { eachTotal, type Grid } from './cells'
import { guessBins } from './guess'
import { KeptValues } from './kept-values'
import { BASE } from './report-tests'
import { selectPlace } from './select'
import { FULL, type Adding, type Batch, type Breathe } from './walk'

/** Which cells want a value of an inner cell: itself, the totals of its row and its column, and that of both. */
const [OWN, OF_ROW, OF_COLUMN, OF_ALL] = [1, 2, 4, 8] as const
/** After so many values what will be wanted can be guessed. */
const GUESS_AT = 500_000
// Of one batch; nothing stays in it.
let PLACES = new Int32Array(FULL)

/**
 * Exact order statistics of many cells. First values are counted by bins of a few per cent or less; then the bins that hold a wanted
 * place are known, and only their values are looked at.
 */
export class Spreads {
  readonly #grid: Grid
  readonly #isSigned: boolean
  readonly #adding: Adding
  #bins: Bins | null = null
  #counts = new Int32Array(0)
  /** Where the next value of a bin goes, plus one; zero where it is not wanted. */
  #places = new Int32Array(0)
  /** By inner cell and bin, which cells want its values. */
  #wanting = new Uint8Array(0)
  #wanted = new Float64Array(0)
  readonly #kept = new KeptValues()
  /** From some point on only values with a one by their place are kept. */
  #guessed: Uint8Array | null = null
  readonly #guessAt: number

  constructor(grid: Grid, isSigned: boolean, adding: Adding, guessAt = GUESS_AT) {
    this.#guessAt = guessAt
    this.#grid = grid
    this.#isSigned = isSigned
    this.#adding = adding
  }

  /** Whether every value that was counted is still there; else they must be given once more, to `keep`. */
  get hasAll(): boolean {
    return this.#kept.hasAll
  }

  /** Counts the values of a batch. */
  count(batch: Batch): void {
    const { size, standing, values } = batch
    if (this.#bins === null) {
      if (!hasValue(batch)) return
      this.#bins = new Bins(this.#grid.cells, this.#isSigned, batch)
      this.#counts = new Int32Array(this.#grid.cells * this.#bins.count)
    }
    if (this.#guessed === null && this.#kept.size >= this.#guessAt) this.#guess(this.#bins.count)
    const places = this.#placesOf(this.#bins, batch)
    const counts = this.#counts
    const guessed = this.#guessed
    let part = this.#kept.part()
    for (let at = 0; at < size; at++) {
      if ((standing[at] as number) < BASE) continue
      const place = places[at] as number
      counts[place] = (counts[place] as number) + 1
      if (part === null || (guessed !== null && guessed[place] === 0)) continue
      if (part.size === part.places.length) part = this.#kept.part()
      if (part === null) continue
      part.places[part.size] = place
      part.values[part.size++] = values[at] as number
    }
  }

  /** Says which places (from zero, sorted) of each cell will be asked for; null is every one. */
  want(placesOf: (cell: number) => readonly number[] | null): void {
    const [counts, bins, zero] = [this.#counts, this.#bins?.count ?? 0, this.#bins?.zero ?? 0]
    eachTotal(this.#grid, this.#adding, (from, to) => this.#addCell(from, to))
    this.#places = new Int32Array(counts.length)
    let kept = 0
    for (let cell = 0; cell < this.#grid.cells && bins > 0; cell++) {
      const places = placesOf(cell)
      let [before, next] = [0, 0]
      for (let at = cell * bins; at < (cell + 1) * bins; at++) {
        const count = counts[at] as number
        if (count === 0) continue
        if (places !== null && next >= places.length) break
        // Zeros need not be kept to be known.
        const isKept = places === null || ((places[next] as number) < before + count && at - cell * bins !== zero)
        while (places !== null && next < places.length && (places[next] as number) < before + count) next += 1
        if (isKept) {
          this.#places[at] = kept + 1
          kept += count
        }
        before += count
      }
    }
    this.#wanted = new Float64Array(kept)
    this.#findWanting(bins)
    if (this.#guessed !== null && !this.#isGuessRight(this.#guessed)) this.#kept.lose()
  }

  /** The values that were counted once more: those that are wanted are kept. */
  keep(batch: Batch): void {
    if (this.#bins === null) return
    const { size, standing, values } = batch
    const places = this.#placesOf(this.#bins, batch)
    for (let at = 0; at < size; at++) {
      if ((standing[at] as number) < BASE) continue
      const wanting = this.#wanting[places[at] as number] as number
      if (wanting !== 0) this.#put(wanting, places[at] as number, values[at] as number)
    }
  }

  /** The same with the values that are still there. */
  async keepCounted(breathe: Breathe): Promise<void> {
    for (const { size, places, values } of this.#kept.drain()) {
      const pause = breathe()
      if (pause) await pause
      for (let at = 0; at < size; at++) {
        const wanting = this.#wanting[places[at] as number] as number
        if (wanting !== 0) this.#put(wanting, places[at] as number, values[at] as number)
      }
    }
  }

  /** The values at places (sorted) of a cell; every one was said to be wanted. */
  at(cell: number, places: readonly number[]): number[] {
    const [bins, zero] = [this.#bins?.count ?? 0, this.#bins?.zero ?? 0]
    const found: number[] = []
    let before = 0
    for (let at = cell * bins; at < (cell + 1) * bins && found.length < places.length; at++) {
      const count = this.#counts[at] as number
      if (count === 0) continue
      const end = (this.#places[at] as number) - 1
      while (found.length < places.length && (places[found.length] as number) < before + count) {
        const place = (places[found.length] as number) - before
        found.push(at - cell * bins === zero ? 0 : selectPlace(this.#wanted.subarray(end - count, end), place))
      }
      before += count
    }
    return found
  }

  /** All values of a cell of which every place was wanted, sorted: in the same order in every process. */
  all(cell: number, count: number): Float64Array {
    const bins = this.#bins?.count ?? 0
    for (let at = cell * bins; at < (cell + 1) * bins; at++) {
      const place = this.#places[at] as number
      // Bins of a cell that is kept whole lie one after the other.
      if (place === 0) continue
      const first = place - 1 - (this.#counts[at] as number)
      return this.#wanted.slice(first, first + count).sort()
    }
    return new Float64Array(0)
  }

  /** Gives back what was kept, when nothing more is counted. */
  clear(): void {
    this.#kept.clear()
  }

  #placesOf(bins: Bins, batch: Batch): Int32Array {
    if (PLACES.length < batch.size) PLACES = new Int32Array(batch.size)
    bins.places(batch, PLACES)
    return PLACES
  }

  #put(wanting: number, inner: number, value: number): void {
    if ((wanting & OWN) !== 0) this.#putAt(inner, value)
    if (wanting === OWN) return
    const bins = this.#bins?.count ?? 1
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

  #guess(bins: number): void {
    const counts = this.#counts
    this.#counts = counts.slice()
    eachTotal(this.#grid, this.#adding, (from, to) => this.#addCell(from, to))
    this.#places = guessBins(this.#counts, bins, this.#grid.cells)
    this.#counts = counts
    this.#findWanting(bins)
    this.#guessed = this.#wanting
  }

  #isGuessRight(guessed: Uint8Array): boolean {
    return this.#wanting.every((wanting, place) => wanting === 0 || guessed[place] !== 0)
  }

  #findWanting(bins: number): void {
    const { rows, columns, stride, cells } = this.#grid
    const [isAcross, isDown] = [columns > 0 && this.#adding.columns, rows > 0 && this.#adding.rows]
    this.#wanting = new Uint8Array(this.#counts.length)
    const [places, wanting] = [this.#places, this.#wanting]
    for (let cell = 0; cell < cells; cell++) {
      const column = cell % stride
      const row = (cell - column) / stride
      const [across, down] = [isAcross && column < columns, isDown && row < rows]
      const [own, ofRow] = [cell * bins, (row * stride + columns) * bins]
      const [ofColumn, ofAll] = [(rows * stride + column) * bins, (rows * stride + columns) * bins]
      for (let bin = 0; bin < bins; bin++)
        wanting[own + bin] =
          (places[own + bin] === 0 ? 0 : OWN) |
          (across && places[ofRow + bin] !== 0 ? OF_ROW : 0) |
          (down && places[ofColumn + bin] !== 0 ? OF_COLUMN : 0) |
          (across && down && places[ofAll + bin] !== 0 ? OF_ALL : 0)
    }
  }

  #addCell(from: number, to: number): void {
    const bins = this.#bins?.count ?? 0
    const [counts, source, target] = [this.#counts, from * bins, to * bins]
    for (let bin = 0; bin < bins; bin++)
      counts[target + bin] = (counts[target + bin] as number) + (counts[source + bin] as number)
  }
}

function hasValue({ size, standing }: Batch): boolean {
  for (let at = 0; at < size; at++) if ((standing[at] as number) >= BASE) return true
  return false
}
