import type { Axis, Numbers } from './axis'
import { NULL_SUM, type Block, type Payments, type Sums } from './block'

/** Puts what each payment of a block weighs: sums of it are what a report has in a cell. `-0` adds nothing, not even nought. */
export type Weigh = (payments: Payments, into: Float64Array) => void

/** Each payment of a block: the line it stands in, times its factor, in rows (below zero: not asked for) and columns, and what it weighs. */
export class PaymentColumns {
  rows = new Int32Array(0)
  columns = new Int32Array(0)
  weights = new Float64Array(0)

  /** Reads the payments of a block; a dimension of reports is line nought. */
  read(
    block: Block,
    [rowAxis, columnAxis]: readonly [Axis | null, Axis | null],
    stride: number,
    tests: readonly Axis[],
    weigh: Weigh,
  ): void {
    const { payments } = block
    const { used } = payments
    this.#reserve(used)
    readLines(rowAxis, block, used, stride, this.rows)
    readLines(columnAxis, block, used, 1, this.columns)
    for (const test of tests) if (test.from === 'payment') strike(test.lines, test.column(block), used, this.rows)
    weigh(payments, this.weights)
  }

  #reserve(count: number): void {
    if (this.rows.length >= count) return
    const room = Math.ceil(count * 1.25)
    this.rows = new Int32Array(room)
    this.columns = new Int32Array(room)
    this.weights = new Float64Array(room)
  }
}

/** What is known of the amounts. */
export const yen: Weigh = ({ jpy, used }, into) => {
  if (jpy instanceof Int32Array) yenOfFour(jpy, used, into)
  else yenOfEight(jpy, used, into)
}

// The same twice, each with one kind of numbers: the compiler makes that twice as quick.
function yenOfFour(jpy: Int32Array, used: number, into: Float64Array): void {
  for (let at = 0; at < used; at++) {
    const is = jpy[at] as number
    into[at] = is === NULL_SUM ? -0 : is
  }
}
function yenOfEight(jpy: Sums, used: number, into: Float64Array): void {
  for (let at = 0; at < used; at++) {
    const is = jpy[at] as number
    into[at] = is === NULL_SUM ? -0 : is
  }
}

function readLines(axis: Axis | null, block: Block, used: number, factor: number, into: Int32Array): void {
  if (axis?.from !== 'payment') {
    into.fill(0, 0, used)
    return
  }
  const numbers = axis.column(block)
  const lines = Int32Array.from(axis.lines, (line) => line * factor)
  if (numbers instanceof Uint8Array) linesOfBytes(lines, numbers, used, into)
  else linesOfWords(lines, numbers, used, into)
}

function linesOfBytes(lines: Int32Array, numbers: Uint8Array, used: number, into: Int32Array): void {
  for (let at = 0; at < used; at++) into[at] = lines[numbers[at] as number] as number
}
function linesOfWords(lines: Int32Array, numbers: Uint16Array, used: number, into: Int32Array): void {
  for (let at = 0; at < used; at++) into[at] = lines[numbers[at] as number] as number
}

/** Marks payments that do not pass a test. */
function strike(lines: Int16Array, numbers: Numbers, used: number, rows: Int32Array): void {
  for (let at = 0; at < used; at++) if ((lines[numbers[at] as number] as number) < 0) rows[at] = -1
}
