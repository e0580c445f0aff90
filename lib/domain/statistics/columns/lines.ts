import type { Axis } from './axis'
import type { Block } from './block'

const BITS = 32
const MOST = BITS + 2

/** Adds the line of each row, times `factor`, where an axis has one line a report; a dimension that is not there, or of payments, is line nought. */
export function addLines(
  axis: Axis | null,
  block: Block,
  rows: Int32Array,
  count: number,
  factor: number,
  into: Int32Array,
): void {
  if (axis?.from !== 'report') return
  const { lines } = axis
  const numbers = axis.column(block)
  for (let at = 0; at < count; at++)
    into[at] = (into[at] as number) + (lines[numbers[rows[at] as number] as number] as number) * factor
}

/** The lines of one report in a dimension of which it may have several values, each times the factor of its axis; the total last. */
export class MaskLines {
  readonly found = new Int32Array(MOST)
  readonly #lines: Int32Array
  readonly #total: number
  readonly #unknown: number
  readonly #isUnknownThere: boolean
  readonly #axis: Extract<Axis, { from: 'mask' }> | null
  #masks: Uint32Array = new Uint32Array(0)

  /** Of another axis the one line nought. */
  constructor(axis: Axis | null, factor: number) {
    this.#axis = axis?.from === 'mask' ? axis : null
    this.#lines = Int32Array.from(this.#axis?.lines ?? [], (line) => (line < 0 ? -1 : line * factor))
    this.#total = (axis?.values.length ?? 0) * factor
    this.#unknown = (this.#axis?.unknown ?? 0) * factor
    this.#isUnknownThere = this.#axis !== null && this.#axis.unknown >= 0
  }

  /** Goes on with a block. */
  enter(block: Block): void {
    if (this.#axis) this.#masks = this.#axis.column(block)
  }

  /** Puts the lines of a row into `found`; how many they are. */
  read(row: number): number {
    if (this.#axis === null) return 1
    const lines = this.found
    let left = this.#masks[row] as number
    let count = 0
    if (left === 0 && this.#isUnknownThere) lines[count++] = this.#unknown
    while (left !== 0) {
      const bit = 31 - Math.clz32(left)
      left &= ~(1 << bit)
      const line = this.#lines[bit] as number
      if (line >= 0) lines[count++] = line
    }
    lines[count] = this.#total
    return count + 1
  }
}

/** In how many cells one report can stand along a pair of axes of reports. */
export function mostLines(...axes: readonly (Axis | null)[]): number {
  return axes.reduce((most, axis) => most * (axis?.from === 'mask' ? Math.min(axis.values.length, BITS) + 1 : 1), 1)
}
