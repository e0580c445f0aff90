import type { Axis } from './axis'
import { CERTAIN, FLAG, NULL_SUM, type Payments } from './block'
import { addLargest, addTotals, countBatch, gridOf, newCells, type Cells } from './cells'
import { numberOf } from './codes'
import { BASE, MISSING, REPORT_MEASURES } from './report-measures'
import type { Selection } from './selection'
import type { ColumnStore } from './store'
import type { Batch, Breathe, Walk } from './walk'
import { addingOf, walkPayments, type Axes, type Weighing } from './walk-payments'
import { walkReports } from './walk-reports'

/** Verdicts of rules that say something for certain, and those of them above the limit. */
const RULED = ['within_cap', 'likely_above', 'above_cap', 'prohibited']
const OVER = { over: ['above_cap', 'prohibited'], prohibited: ['prohibited'] } as const

const KNOWN_AND_YEN: Weighing = [
  ({ jpy }) =>
    (at) =>
      jpy[at] === NULL_SUM ? 0 : 1,
  ({ jpy }) =>
    (at) =>
      jpy[at] === NULL_SUM ? 0 : (jpy[at] as number),
]
const nothing = () => () => 0

/** What one reporter paid in each cell, as a walk: the sum of the known amounts of the payments that stand there. */
export function walkPaidAmounts(store: ColumnStore, selection: Selection, axes: Axes): Walk {
  return {
    adding: addingOf(axes),
    run: (consume, breathe) => {
      const standing = (batch: Batch) => {
        const { size, overs: known, standing: stands } = batch
        for (let at = 0; at < size; at++) stands[at] = (known[at] as number) > 0 ? BASE : MISSING
        consume(batch)
      }
      return walkPayments(store, selection, axes, KNOWN_AND_YEN, standing, breathe)
    },
  }
}

/** Payments with a verdict of a kind, of those under a rule that is certain. */
export async function countVerdicts(
  store: ColumnStore,
  selection: Selection,
  axes: Axes,
  kind: keyof typeof OVER,
  breathe: Breathe,
): Promise<Cells> {
  const cells = newCells(gridOf(...axes))
  const { reporters, payments, base, baseReporters, hits, hitReporters } = cells
  const count = ({ size, cells: at, many, overs: ruled, values: over }: Batch) => {
    for (let place = 0; place < size; place++) {
      const cell = at[place] as number
      add(reporters, cell, 1)
      add(payments, cell, many[place] as number)
      const based = ruled[place] as number
      if (based === 0) continue
      add(base, cell, based)
      add(baseReporters, cell, 1)
      // The weight of one reporter among the payments, for the dominance rule.
      addLargest(cells, cell, based)
      if (over[place] === 0) continue
      add(hits, cell, over[place] as number)
      add(hitReporters, cell, 1)
    }
  }
  await walkPayments(store, selection, axes, [isOf(RULED), isOf(OVER[kind])], count, breathe)
  addTotals(cells, addingOf(axes))
  return cells
}

/** Who made such a payment, of all who answered whether they paid: the base of a line of payments is that of all of them. */
export async function countPayers(
  store: ColumnStore,
  selection: Selection,
  axes: Axes,
  breathe: Breathe,
): Promise<Cells> {
  const cells = newCells(gridOf(...axes))
  const answered: Selection = {
    ...selection,
    select: (block, rows) => {
      const count = selection.select(block, rows)
      let kept = 0
      for (let at = 0; at < count; at++) {
        const row = rows[at] as number
        if (((block.flags[row] as number) & (FLAG.paidYes | FLAG.paidNo)) !== 0) rows[kept++] = row
      }
      return kept
    },
  }
  const count = ({ size, cells: at }: Batch) => {
    for (let place = 0; place < size; place++) add(cells.hits, at[place] as number, 1)
  }
  await walkPayments(store, answered, axes, [nothing, nothing], count, breathe)
  addTotals(cells, addingOf(axes))
  cells.hitReporters.set(cells.hits)
  await countAnswers(store, selection, axes, cells, breathe)
  return cells
}

/** Counts reports and answers along the dimensions of reports, and gives every line of payments the same. */
async function countAnswers(
  store: ColumnStore,
  selection: Selection,
  [rowAxis, columnAxis]: Axes,
  into: Cells,
  breathe: Breathe,
): Promise<void> {
  const ofReport = (axis: Axis | null) => (axis?.from === 'payment' ? null : axis)
  const [down, across] = [ofReport(rowAxis), ofReport(columnAxis)]
  const flat = newCells(gridOf(down, across))
  const answers = REPORT_MEASURES['paid_share']
  if (!answers) throw new Error('no measure of answers')
  const walk = walkReports(store, selection, answers, down, across)
  await walk.run((batch) => countBatch(flat, batch), breathe)
  addTotals(flat, walk.adding)
  const { rows, columns, stride } = into.grid
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      const from = (down ? row : 0) * flat.grid.stride + (across ? column : 0)
      const to = row * stride + column
      into.reporters[to] = flat.reporters[from] as number
      into.base[to] = into.baseReporters[to] = flat.base[from] as number
    }
}

/** One for a payment with one of these verdicts, for certain. */
function isOf(verdicts: readonly string[]): (payments: Payments) => (at: number) => number {
  const wanted = new Set(verdicts.map((verdict) => numberOf('line_verdict', verdict) | CERTAIN))
  const table = Uint8Array.from({ length: 256 }, (_, number) => (wanted.has(number) ? 1 : 0))
  return ({ verdict }) =>
    (at) =>
      table[verdict[at] as number] as number
}

function add(numbers: Int32Array, cell: number, more: number): void {
  numbers[cell] = (numbers[cell] as number) + more
}
