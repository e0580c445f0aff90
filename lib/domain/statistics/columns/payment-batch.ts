import { FULL } from './walk'

/** Reports in cells with the payments of theirs that stand there, some thousand at once. */
export type PaymentBatch = {
  size: number
  readonly cells: Int32Array
  /** How many of its payments stand there. */
  readonly many: Int32Array
  /** What they weigh together, in two ways. */
  readonly first: Float64Array
  readonly second: Float64Array
}

/** An empty batch, with room for one report more that stands in so many cells. */
export function newPaymentBatch(most: number): PaymentBatch {
  return {
    size: 0,
    cells: new Int32Array(FULL + most),
    many: new Int32Array(FULL + most),
    first: new Float64Array(FULL + most),
    second: new Float64Array(FULL + most),
  }
}

/** Each payment of a block: the line it stands in, times its factor, in rows (below zero: not asked for) and columns, and what it weighs. */
export class PaymentColumns {
  rows = new Int32Array(0)
  columns = new Int32Array(0)
  first = new Uint8Array(0)
  second = new Float64Array(0)

  /** Makes room for so many payments. */
  reserve(count: number): void {
    if (this.rows.length >= count) return
    const room = Math.ceil(count * 1.25)
    this.rows = new Int32Array(room)
    this.columns = new Int32Array(room)
    this.first = new Uint8Array(room)
    this.second = new Float64Array(room)
  }
}
