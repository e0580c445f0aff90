import type { Amounts, AmountWalk } from './amount-walk'
import type { Axis } from './axis'
import { CERTAIN, FLAG } from './block'
import { addTotals, gridOf, newCells, type Cells } from './cells'
import { numberOf } from './codes'
import { countWalk } from './count-walk'
import { yen, type Weigh } from './payment-columns'
import { REPORT_MEASURES } from './report-measures'
import type { Selection } from './selection'
import type { ColumnStore } from './store'
import type { Breathe } from './walk'
import { addingOf, walkPayments, type Axes } from './walk-payments'
import { walkReports } from './walk-reports'

/** Verdicts of rules that say something for certain, and those of them above the limit. */
const RULED = ['within_cap', 'likely_above', 'above_cap', 'prohibited']
const OVER = { over: ['above_cap', 'prohibited'], prohibited: ['prohibited'] } as const

/** Numbers in one: how many payments a report has in a cell, of them so many ruled, and so many over. A report has fewer than 2 ** 16. */
const RULED_ONE = 2 ** 16
const OVER_ONE = 2 ** 32
const nothing: Weigh = ({ used }, into) => {
  into.fill(-0, 0, used)
}

/** What one reporter paid in each cell, as a walk: the sum of the known amounts of the payments that stand there. */
export function walkPaidAmounts(store: ColumnStore, selection: Selection, axes: Axes): AmountWalk {
  return {
    adding: addingOf(axes),
    run: (take, breathe) => walkPayments(store, selection, axes, yen, take, breathe),
  }
}

/** What a cell has of verdicts, side by side. `largest`: the most that are ruled of one reporter. */
const COUNTED = [
  'reporters',
  'payments',
  'base',
  'baseReporters',
  'hits',
  'hitReporters',
  'largest',
  'second',
] as const satisfies (keyof Cells)[]
const WIDTH = COUNTED.length

/** Payments with a verdict of a kind, of those under a rule that is certain. */
export async function countVerdicts(
  store: ColumnStore,
  selection: Selection,
  axes: Axes,
  kind: keyof typeof OVER,
  breathe: Breathe,
): Promise<Cells> {
  const cells = newCells(gridOf(...axes))
  const counts = new Int32Array(cells.grid.cells * WIDTH)
  await walkPayments(store, selection, axes, areOf(RULED, OVER[kind]), (batch) => countRuled(batch, counts), breathe)
  COUNTED.forEach((name, place) => {
    for (let cell = 0; cell < cells.grid.cells; cell++) cells[name][cell] = counts[cell * WIDTH + place] as number
  })
  addTotals(cells, addingOf(axes))
  return cells
}

function countRuled({ size, cells, values }: Amounts, counts: Int32Array): void {
  for (let at = 0; at < size; at++) {
    const three = values[at] as number
    const over = Math.floor(three / OVER_ONE) | 0
    const two = (three - over * OVER_ONE) >>> 0
    const ruled = two >>> 16
    const to = (cells[at] as number) << 3
    counts[to] = (counts[to] as number) + 1
    counts[to + 1] = (counts[to + 1] as number) + (two & 0xffff)
    counts[to + 2] = (counts[to + 2] as number) + ruled
    counts[to + 3] = (counts[to + 3] as number) + (-ruled >>> 31)
    counts[to + 4] = (counts[to + 4] as number) + over
    counts[to + 5] = (counts[to + 5] as number) + (-over >>> 31)
    // The weight of one reporter among the payments, for the dominance rule.
    if (ruled <= (counts[to + 7] as number)) continue
    const largest = counts[to + 6] as number
    counts[to + 6] = Math.max(ruled, largest)
    counts[to + 7] = Math.min(ruled, largest)
  }
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
  const count = ({ size, cells: at }: Amounts) => {
    for (let place = 0; place < size; place++) add(cells.hits, at[place] as number, 1)
  }
  await walkPayments(store, answered, axes, nothing, count, breathe)
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
  const answers = REPORT_MEASURES['paid_share']
  if (!answers) throw new Error('no measure of answers')
  const { cells: flat } = await countWalk(
    gridOf(down, across),
    walkReports(store, selection, answers, down, across),
    breathe,
  )
  const { rows, columns, stride } = into.grid
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      const from = (down ? row : 0) * flat.grid.stride + (across ? column : 0)
      const to = row * stride + column
      into.reporters[to] = flat.reporters[from] as number
      into.base[to] = into.baseReporters[to] = flat.base[from] as number
    }
}

/** One payment, whether it has one of these verdicts for certain, and whether one of the others; three numbers in one. */
function areOf(some: readonly string[], others: readonly string[]): Weigh {
  const table = (verdicts: readonly string[]) => {
    const wanted = new Set(verdicts.map((verdict) => numberOf('line_verdict', verdict) | CERTAIN))
    return Uint8Array.from({ length: 256 }, (_, number) => (wanted.has(number) ? 1 : 0))
  }
  const [ofSome, ofOthers] = [table(some), table(others)]
  const weights = Float64Array.from(
    ofSome,
    (ruled, number) => 1 + ruled * RULED_ONE + (ofOthers[number] as number) * OVER_ONE,
  )
  return ({ verdict, used }, into) => {
    for (let at = 0; at < used; at++) into[at] = weights[verdict[at] as number] as number
  }
}

function add(numbers: Int32Array, cell: number, more: number): void {
  numbers[cell] = (numbers[cell] as number) + more
}
