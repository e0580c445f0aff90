import { addLargest, newCells, type Cells, type Grid } from './cells'
import { BASE, HIT, MISSING } from './report-tests'
import type { Batch } from './walk'

/** What a cell has of values: sum, sum of squares, the two largest. Side by side, because one report touches all of them. */
const WIDTH = 4

/** Counts reports in cells: where they stand, and what those with the fact have. */
export class Tally {
  readonly #cells: Cells
  /** Reports of a cell by where they stand. */
  readonly #stands: Int32Array
  readonly #values: Float64Array

  constructor(grid: Grid) {
    this.#cells = newCells(grid)
    this.#stands = new Int32Array(grid.cells * WIDTH)
    this.#values = new Float64Array(grid.cells * WIDTH)
  }

  /** Counts where the reports of a batch stand. */
  count({ size, cells, standing }: Batch): void {
    const stands = this.#stands
    for (let at = 0; at < size; at++) {
      const place = ((cells[at] as number) << 2) | (standing[at] as number)
      stands[place] = (stands[place] as number) + 1
    }
  }

  /** Adds up what those with the fact have. */
  add({ size, cells, standing, values }: Batch): void {
    const into = this.#values
    for (let at = 0; at < size; at++) {
      if ((standing[at] as number) < BASE) continue
      const place = (cells[at] as number) << 2
      const value = values[at] as number
      into[place] = (into[place] as number) + value
      into[place + 1] = (into[place + 1] as number) + value * value
      const weight = value < 0 ? -value : value
      if (weight <= (into[place + 3] as number)) continue
      const largest = into[place + 2] as number
      into[place + 2] = weight > largest ? weight : largest
      into[place + 3] = weight > largest ? largest : weight
    }
  }

  /** Adds up what their values are out of. */
  addOvers({ size, cells, standing, overs }: Batch): void {
    const { over, overLargest, overSecond } = this.#cells
    const two = { largest: overLargest, second: overSecond }
    for (let at = 0; at < size; at++) {
      if ((standing[at] as number) < BASE) continue
      const cell = cells[at] as number
      const by = overs[at] as number
      over[cell] = (over[cell] as number) + by
      addLargest(two, cell, by)
    }
  }

  /** What was counted, by cells; totals that add up are not in it yet. */
  finish(): Cells {
    const [stands, values, cells] = [this.#stands, this.#values, this.#cells]
    for (let cell = 0; cell < cells.grid.cells; cell++) {
      const at = cell * WIDTH
      const [missing, base, hits] = [
        stands[at + MISSING] as number,
        stands[at + BASE] as number,
        stands[at + HIT] as number,
      ]
      cells.reporters[cell] = missing + base + hits
      cells.base[cell] = base + hits
      cells.hits[cell] = hits
      cells.sum[cell] = values[at] as number
      cells.squares[cell] = values[at + 1] as number
      cells.largest[cell] = values[at + 2] as number
      cells.second[cell] = values[at + 3] as number
    }
    return cells
  }
}
