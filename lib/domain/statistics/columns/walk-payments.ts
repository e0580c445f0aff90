import { mixed, newAmounts, type Amounts, type TakeAmounts } from './amount-walk'
import type { Axis } from './axis'
import { BLOCK_ROWS, type Block } from './block'
import { gridOf } from './cells'
import { gatherLines, gatherPairs, gatherReports, type Asked } from './gather'
import { addLines, MaskLines, mostLines } from './lines'
import { PaymentColumns, type Weigh } from './payment-columns'
import { isInOneLine } from './report-chunks'
import { rowsOfBlock, type Selection } from './selection'
import type { ColumnStore } from './store'
import { FULL, type Adding, type Breathe } from './walk'

export type Axes = readonly [Axis | null, Axis | null]

/** Along which dimension a report with all its payments stands in one line only. */
export function addingOf([rowAxis, columnAxis]: Axes): Adding {
  const isOne = (axis: Axis | null) => axis?.from !== 'payment' && isInOneLine(axis)
  return { rows: isOne(rowAxis), columns: isOne(columnAxis) }
}

/**
 * Goes through the payments a question is about, report by report: a report is put into each of its cells once, with the sum of what its
 * payments that stand there weigh; totals along dimensions of payments are cells of their own.
 */
export async function walkPayments(
  store: ColumnStore,
  { select, payments: tests }: Selection,
  axes: Axes,
  weigh: Weigh,
  take: TakeAmounts,
  breathe: Breathe,
): Promise<void> {
  const gathered = new Gathered(axes, take)
  const columns = new PaymentColumns()
  const rows = rowsOfBlock()
  const { stride } = gridOf(...axes)
  for (const [block, done] of mixed(store.blocks)) {
    const pause = breathe()
    if (pause) await pause
    const count = select(block, rows)
    if (count === 0) continue
    columns.read(block, axes, stride, tests, weigh)
    gathered.addBlock(block, rows, count, columns, done)
  }
}

class Gathered {
  readonly #axes: Axes
  readonly #take: TakeAmounts
  readonly #totals: readonly [row: number, column: number]
  readonly #batch: Amounts
  readonly #owners: Int32Array
  /** By cell, the last entry made for it. */
  readonly #last: Int32Array
  /** By report, the cell its lines in dimensions of reports with one value add up to. */
  readonly #bases = new Int32Array(BLOCK_ROWS)
  readonly #masks: readonly [MaskLines, MaskLines]
  readonly #spread: Amounts | null

  constructor(axes: Axes, take: TakeAmounts) {
    const [rowAxis, columnAxis] = axes
    const { rows, columns, stride, cells } = gridOf(...axes)
    const isOfPayment = (axis: Axis | null) => axis?.from === 'payment'
    const lines = (axis: Axis | null) => (isOfPayment(axis) ? (axis?.values.length ?? 0) + 1 : 1)
    const most = lines(rowAxis) * lines(columnAxis)
    this.#axes = axes
    this.#take = take
    this.#totals = [isOfPayment(rowAxis) ? rows * stride : 0, isOfPayment(columnAxis) ? columns : 0]
    this.#batch = newAmounts(most)
    this.#owners = new Int32Array(FULL + most)
    this.#last = new Int32Array(cells).fill(-1)
    this.#masks = [new MaskLines(rowAxis, stride), new MaskLines(columnAxis, 1)]
    this.#spread = rowAxis?.from === 'mask' || columnAxis?.from === 'mask' ? newAmounts(mostLines(...axes)) : null
  }

  addBlock(block: Block, rows: Int32Array, count: number, columns: PaymentColumns, done: number): void {
    const [rowAxis, columnAxis] = this.#axes
    this.#bases.fill(0, 0, count)
    addLines(rowAxis, block, rows, count, gridOf(...this.#axes).stride, this.#bases)
    addLines(columnAxis, block, rows, count, 1, this.#bases)
    for (const masks of this.#masks) masks.enter(block)
    for (let from = 0; from < count;) {
      from = this.#gather(block, { rows, from, to: count }, columns)
      this.#handOver(done)
    }
  }

  #gather(block: Block, asked: Asked, columns: PaymentColumns): number {
    const [rowAxis, columnAxis] = this.#axes
    const [rowTotal, columnTotal] = this.#totals
    const isPair = rowAxis?.from === 'payment' && columnAxis?.from === 'payment'
    if (isPair) return gatherPairs(block, asked, columns, this.#last, this.#totals, this.#batch)
    if (rowAxis?.from !== 'payment' && columnAxis?.from !== 'payment')
      return gatherReports(block, asked, columns, this.#bases, this.#owners, this.#batch)
    const total = rowTotal + columnTotal
    return gatherLines(block, asked, columns, this.#last, total, this.#bases, this.#owners, this.#batch)
  }

  /** Puts entries of reports into every line of the dimensions in which their report has several. Returns the next entry. */
  #repeat(from: number, into: Amounts): number {
    const [rowAxis, columnAxis] = this.#axes
    const [down, across] = this.#masks
    if (rowAxis?.from === 'mask' && columnAxis?.from === 'mask')
      return repeatPairs(this.#batch, this.#owners, from, this.#masks, into)
    return repeat(this.#batch, this.#owners, from, rowAxis?.from === 'mask' ? down : across, into)
  }

  /** Hands over what was gathered: nothing is known in the batch then, and no cell has an entry. */
  #handOver(done: number): void {
    const { size, values } = this.#batch
    if (size === 0) return
    if (this.#spread === null) this.#take(this.#batch, done)
    else
      for (let from = 0; from < size;) {
        from = this.#repeat(from, this.#spread)
        this.#take(this.#spread, done)
        this.#spread.size = 0
      }
    values.fill(-0, 0, size)
    this.#last.fill(-1)
    this.#batch.size = 0
  }
}

// A dimension alone or beside one with one value is the rule, and half as much work.
function repeat(
  { size: end, cells: of, values: has }: Amounts,
  owners: Int32Array,
  from: number,
  masks: MaskLines,
  into: Amounts,
): number {
  const { cells, values } = into
  const lines = masks.found
  let size = into.size
  let at = from
  let [owner, count] = [-1, 0]
  for (; at < end && size < FULL; at++) {
    if ((owners[at] as number) !== owner) {
      owner = owners[at] as number
      count = masks.read(owner)
    }
    const cell = of[at] as number
    const value = has[at] as number
    for (let line = 0; line < count; line++) {
      cells[size] = cell + (lines[line] as number)
      values[size++] = value
    }
  }
  into.size = size
  return at
}

/** The same with both dimensions. */
function repeatPairs(
  { size: end, cells: of, values: has }: Amounts,
  owners: Int32Array,
  from: number,
  [down, across]: readonly [MaskLines, MaskLines],
  into: Amounts,
): number {
  const { cells, values } = into
  const downLines = down.found
  const acrossLines = across.found
  let size = into.size
  let at = from
  let [owner, downs, acrosses] = [-1, 0, 0]
  for (; at < end && size < FULL; at++) {
    if ((owners[at] as number) !== owner) {
      owner = owners[at] as number
      downs = down.read(owner)
      acrosses = across.read(owner)
    }
    const cell = of[at] as number
    const value = has[at] as number
    for (let i = 0; i < downs; i++) {
      const line = cell + (downLines[i] as number)
      for (let j = 0; j < acrosses; j++) {
        cells[size] = line + (acrossLines[j] as number)
        values[size++] = value
      }
    }
  }
  into.size = size
  return at
}
