import type { Axis, Numbers } from './axis'
import type { Block, Payments } from './block'
import { gridOf } from './cells'
import { newLines, readLines } from './lines'
import { rowsOfBlock, type Selection } from './selection'
import type { ColumnStore } from './store'
import { FULL, handOver, newBatch, type Adding, type Batch, type Breathe, type Consume } from './walk'

/** What one payment weighs in two ways. */
export type Weighing = readonly [
  first: (payments: Payments) => (at: number) => number,
  second: (payments: Payments) => (at: number) => number,
]

export type Axes = readonly [Axis | null, Axis | null]

/** Along which dimension a report with all its payments stands in one line only. */
export function addingOf([rowAxis, columnAxis]: Axes): Adding {
  const isOne = (axis: Axis | null) => axis === null || axis.from === 'report'
  return { rows: isOne(rowAxis), columns: isOne(columnAxis) }
}

/**
 * Goes through the payments a question is about, report by report: first those of one report are gathered by their own lines and
 * totals, then the report is put into each of its cells, once: with what they weigh in `overs` and `values`, and how `many` they are.
 */
export async function walkPayments(
  store: ColumnStore,
  { select, payments: tests }: Selection,
  axes: Axes,
  weighing: Weighing,
  consume: Consume,
  breathe: Breathe,
): Promise<void> {
  const gathered = newGathered(axes)
  const rows = rowsOfBlock()
  const batch = newBatch()
  for (const block of store.blocks) {
    const pause = breathe()
    if (pause) await pause
    walkBlock(block, rows, select(block, rows), axes, tests, weighing, gathered, batch, consume)
  }
  handOver(batch, consume)
}

/** The payments of one report by their own lines: a dimension of reports has one line here. */
type Gathered = ReturnType<typeof newGathered>

function newGathered([rowAxis, columnAxis]: Axes) {
  const rowTotal = rowAxis?.from === 'payment' ? rowAxis.values.length : 0
  const columnTotal = columnAxis?.from === 'payment' ? columnAxis.values.length : 0
  const width = columnTotal + 1
  const size = (rowTotal + 1) * width
  return {
    rowTotal,
    columnTotal,
    width,
    many: new Int32Array(size),
    first: new Float64Array(size),
    second: new Float64Array(size),
    touched: new Int32Array(size + 1),
    rowOf: Int32Array.from({ length: size }, (_, cell) => Math.floor(cell / width)),
    columnOf: Int32Array.from({ length: size }, (_, cell) => cell % width),
  }
}

const ONE_LINE = new Int16Array(1)

// One plain function a block, without a pause in it: the compiler makes it quick, which it does not with one that can be interrupted.
function walkBlock(
  block: Block,
  rows: Int32Array,
  selected: number,
  axes: Axes,
  tests: readonly Axis[],
  weighing: Weighing,
  { rowTotal, columnTotal, width, many, first, second, touched, rowOf, columnOf }: Gathered,
  batch: Batch,
  consume: Consume,
): void {
  const { cells, values, overs, many: counts } = batch
  const rowAxis = axes[0]
  const columnAxis = axes[1]
  const { stride } = gridOf(rowAxis, columnAxis)
  const { first: begins, count, payments } = block
  const weighFirst = weighing[0](payments)
  const weighSecond = weighing[1](payments)
  const isRow = rowAxis?.from === 'payment'
  const isColumn = columnAxis?.from === 'payment'
  const rowNumbers: Numbers = isRow ? rowAxis.column(block) : payments.payee
  const columnNumbers: Numbers = isColumn ? columnAxis.column(block) : payments.payee
  const rowLines = isRow ? rowAxis.lines : ONE_LINE
  const columnLines = isColumn ? columnAxis.lines : ONE_LINE
  const isIn = passes(tests, block)
  const down = newLines()
  const across = newLines()
  const readDown = readLines(rowAxis, block, down)
  const readAcross = readLines(columnAxis, block, across)
  let found = 0

  function touch(cell: number, is: number, by: number): void {
    const before = many[cell] as number
    // Written every time, counted the first time: a branch here is guessed wrong half of the time.
    touched[found] = cell
    found += (before - 1) >>> 31
    many[cell] = before + 1
    first[cell] = (first[cell] as number) + is
    second[cell] = (second[cell] as number) + by
  }

  for (let place = 0; place < selected; place++) {
    const row = rows[place] as number
    const end = (begins[row] as number) + (count[row] as number)
    found = 0
    for (let at = begins[row] as number; at < end; at++) {
      if (isIn !== null && !isIn(at)) continue
      const is = weighFirst(at)
      const by = weighSecond(at)
      const line = isRow ? (rowLines[rowNumbers[at] as number] as number) : 0
      const column = isColumn ? (columnLines[columnNumbers[at] as number] as number) : 0
      touch(line * width + column, is, by)
      if (isRow) touch(rowTotal * width + column, is, by)
      if (isColumn) touch(line * width + columnTotal, is, by)
      if (isRow && isColumn) touch(rowTotal * width + columnTotal, is, by)
    }
    if (found === 0) continue
    if (batch.size >= FULL) handOver(batch, consume)
    readDown(row)
    readAcross(row)
    let to = batch.size
    for (let which = 0; which < found; which++) {
      const cell = touched[which] as number
      for (let i = 0; i < down.count; i++)
        for (let j = 0; j < across.count; j++) {
          cells[to] =
            (isRow ? (rowOf[cell] as number) : (down.lines[i] as number)) * stride +
            (isColumn ? (columnOf[cell] as number) : (across.lines[j] as number))
          counts[to] = many[cell] as number
          overs[to] = first[cell] as number
          values[to++] = second[cell] as number
        }
      many[cell] = 0
      first[cell] = 0
      second[cell] = 0
    }
    batch.size = to
  }
}

/** Whether a payment passes every test; null where there is none. */
function passes(tests: readonly Axis[], block: Block): ((at: number) => boolean) | null {
  if (tests.length === 0) return null
  const read = tests.map(({ lines, column }) => ({ lines, numbers: column(block) }))
  return (at) => read.every(({ lines, numbers }) => (lines[numbers[at] as number] as number) >= 0)
}
