import type { Axis, Numbers } from './axis'
import { BLOCK_ROWS, type Block, type Payments } from './block'
import { gridOf } from './cells'
import { addLines, MaskLines, mostLines } from './lines'
import { newPaymentBatch, PaymentColumns, type PaymentBatch } from './payment-batch'
import { rowsOfBlock, type Selection } from './selection'
import type { ColumnStore } from './store'
import { FULL, type Adding, type Breathe } from './walk'

/** What each payment of a block weighs in two ways: in one that is a small whole number, and in another. */
export type Weigh = (payments: Payments, first: Uint8Array, second: Float64Array) => void

export type Axes = readonly [Axis | null, Axis | null]

/** Along which dimension a report with all its payments stands in one line only. */
export function addingOf([rowAxis, columnAxis]: Axes): Adding {
  const isOne = (axis: Axis | null) => axis === null || axis.from === 'report'
  return { rows: isOne(rowAxis), columns: isOne(columnAxis) }
}

/**
 * Goes through the payments a question is about, report by report: a report is put into each of its cells once, with how many of its
 * payments stand there and what they weigh together; totals along dimensions of payments are cells of their own.
 */
export async function walkPayments(
  store: ColumnStore,
  { select, payments: tests }: Selection,
  axes: Axes,
  weigh: Weigh,
  consume: (batch: PaymentBatch) => void,
  breathe: Breathe,
): Promise<void> {
  const walked = new WalkedPayments(axes)
  const rows = rowsOfBlock()
  for (const block of store.blocks) {
    const pause = breathe()
    if (pause) await pause
    const count = select(block, rows)
    if (count === 0) continue
    walked.enter(block, rows, count, tests, weigh)
    for (let next = 0; next < count;) {
      next = walked.go(block, rows, next, count)
      if (walked.batch.size >= FULL) walked.handOver(consume)
    }
  }
  walked.handOver(consume)
}

class WalkedPayments {
  readonly batch: PaymentBatch
  readonly #axes: Axes
  readonly #grid: ReturnType<typeof gridOf>
  readonly #payments = new PaymentColumns()
  /** By report, the cell its lines in dimensions of reports with one value add up to. */
  readonly #bases = new Int32Array(BLOCK_ROWS)
  readonly #masks: readonly [MaskLines, MaskLines]
  /** By cell, the last entry made for it, counted over all batches, plus one. */
  readonly #entries: Int32Array
  /** Entries of the batches before. */
  #before = 0

  constructor(axes: Axes) {
    this.#axes = axes
    this.#grid = gridOf(...axes)
    const lines = (axis: Axis | null) => (axis?.from === 'payment' ? axis.values.length + 1 : 1)
    this.batch = newPaymentBatch(lines(axes[0]) * lines(axes[1]) * mostLines(...axes))
    this.#masks = [new MaskLines(axes[0], this.#grid.stride), new MaskLines(axes[1], 1)]
    this.#entries = new Int32Array(this.#grid.cells)
  }

  /** Reads the columns of a block. */
  enter(block: Block, rows: Int32Array, count: number, tests: readonly Axis[], weigh: Weigh): void {
    const { payments } = block
    const { used } = payments
    const [into, [rowAxis, columnAxis], { stride }] = [this.#payments, this.#axes, this.#grid]
    into.reserve(used)
    readLines(rowAxis, block, used, stride, into.rows)
    readLines(columnAxis, block, used, 1, into.columns)
    for (const test of tests) if (test.from === 'payment') strike(test.lines, test.column(block), used, into.rows)
    weigh(payments, into.first, into.second)
    this.#bases.fill(0, 0, count)
    addLines(rowAxis, block, rows, count, stride, this.#bases)
    addLines(columnAxis, block, rows, count, 1, this.#bases)
    for (const masks of this.#masks) masks.enter(block)
  }

  /** Hands over what was gathered. */
  handOver(consume: (batch: PaymentBatch) => void): void {
    const { batch } = this
    if (batch.size > 0) consume(batch)
    this.#before += batch.size
    batch.size = 0
  }

  /** Goes through the reports of the block until the batch is full. Returns the place of the next one. */
  go({ first, count: counts }: Block, rows: Int32Array, from: number, count: number): number {
    const { batch } = this
    const [rowAxis, columnAxis] = this.#axes
    const [isRow, isColumn] = [rowAxis?.from === 'payment', columnAxis?.from === 'payment']
    const rowTotal = isRow ? this.#grid.rows * this.#grid.stride : 0
    const columnTotal = isColumn ? this.#grid.columns : 0
    const { rows: lines, columns, first: firsts, second: seconds } = this.#payments
    const entries = this.#entries
    const bases = this.#bases
    const before = this.#before
    const isInSeveral = rowAxis?.from === 'mask' || columnAxis?.from === 'mask'
    let size = batch.size
    let place = from
    for (; place < count && size < FULL; place++) {
      const row = rows[place] as number
      const end = (first[row] as number) + (counts[row] as number)
      const base = bases[place] as number
      const begin = size
      const since = before + begin
      let many = 0
      let one = 0
      let other = 0
      for (let at = first[row] as number; at < end; at++) {
        const line = lines[at] as number
        if (line < 0) continue
        const column = columns[at] as number
        const is = firsts[at] as number
        const by = seconds[at] as number
        many += 1
        one += is
        other += by
        if (isRow || isColumn) size = put(batch, entries, line + column, base, since, begin, size, is, by)
        if (!isRow || !isColumn) continue
        size = put(batch, entries, rowTotal + column, base, since, begin, size, is, by)
        size = put(batch, entries, line + columnTotal, base, since, begin, size, is, by)
      }
      if (many === 0) continue
      batch.cells[size] = rowTotal + columnTotal + base
      batch.many[size] = many
      batch.first[size] = one
      batch.second[size++] = other
      if (isInSeveral) size = this.#repeat(row, begin, size)
    }
    batch.size = size
    return place
  }

  /** Puts a report with what was gathered into every line of dimensions of reports it has. */
  #repeat(row: number, begin: number, end: number): number {
    const { cells, many, first, second } = this.batch
    const [down, across] = this.#masks
    const downs = down.read(row)
    const acrosses = across.read(row)
    let size = end
    for (let i = 0; i < downs; i++)
      for (let j = 0; j < acrosses; j++) {
        if (i === 0 && j === 0) continue
        const line = (down.found[i] as number) + (across.found[j] as number)
        for (let at = begin; at < end; at++) {
          cells[size] = (cells[at] as number) + line
          many[size] = many[at] as number
          first[size] = first[at] as number
          second[size++] = second[at] as number
        }
      }
    const line = (down.found[0] as number) + (across.found[0] as number)
    for (let at = begin; at < end; at++) cells[at] = (cells[at] as number) + line
    return size
  }
}

/** Adds a payment to the entry of its report in a cell, or makes it; returns how many entries there are then. Without a branch: it would be guessed wrong half of the time. */
function put(
  { cells, many, first, second }: PaymentBatch,
  entries: Int32Array,
  cell: number,
  base: number,
  since: number,
  begin: number,
  size: number,
  is: number,
  by: number,
): number {
  const entry = (entries[cell] as number) - since - 1
  const isNew = entry >>> 31
  const isOld = 1 - isNew
  const at = isNew * size + isOld * (begin + entry)
  entries[cell] = since + (at - begin) + 1
  cells[at] = cell + base
  many[at] = (many[at] as number) * isOld + 1
  first[at] = (first[at] as number) * isOld + is
  second[at] = (second[at] as number) * isOld + by
  return size + isNew
}

/** The line of each payment, times `factor`; nought in a dimension of reports. */
function readLines(axis: Axis | null, block: Block, used: number, factor: number, into: Int32Array): void {
  if (axis?.from !== 'payment') {
    into.fill(0, 0, used)
    return
  }
  const { lines } = axis
  const numbers = axis.column(block)
  for (let at = 0; at < used; at++) into[at] = (lines[numbers[at] as number] as number) * factor
}

/** Marks payments that do not pass a test. */
function strike(lines: Int16Array, numbers: Numbers, used: number, rows: Int32Array): void {
  for (let at = 0; at < used; at++) if ((lines[numbers[at] as number] as number) < 0) rows[at] = -1
}
