import type { Axis } from './axis'
import { CERTAIN, FLAG, NULL_SUM } from './block'
import { addLargest, addTotals, gridOf, newCells, type Cells } from './cells'
import { numberOf } from './codes'
import { countWalk } from './count-walk'
import type { PaymentBatch } from './payment-batch'
import { REPORT_MEASURES } from './report-measures'
import { BASE, MISSING } from './report-tests'
import type { Selection } from './selection'
import type { ColumnStore } from './store'
import type { Breathe, Walk } from './walk'
import { addingOf, walkPayments, type Axes, type Weigh } from './walk-payments'
import { walkReports } from './walk-reports'

/** Verdicts of rules that say something for certain, and those of them above the limit. */
const RULED = ['within_cap', 'likely_above', 'above_cap', 'prohibited']
const OVER = { over: ['above_cap', 'prohibited'], prohibited: ['prohibited'] } as const

const knownAndYen: Weigh = ({ jpy, used }, known, yen) => {
  for (let at = 0; at < used; at++) {
    const is = jpy[at] as number
    known[at] = is === NULL_SUM ? 0 : 1
    yen[at] = is === NULL_SUM ? 0 : is
  }
}
const nothing: Weigh = ({ used }, first, second) => {
  first.fill(0, 0, used)
  second.fill(0, 0, used)
}

/** What one reporter paid in each cell, as a walk: the sum of the known amounts of the payments that stand there. */
export function walkPaidAmounts(store: ColumnStore, selection: Selection, axes: Axes): Walk {
  return {
    adding: addingOf(axes),
    hasValues: true,
    hasOvers: false,
    run: (consume, breathe) => {
      let standing = new Uint8Array(0)
      const take = ({ size, cells, first: known, second: values }: PaymentBatch) => {
        if (standing.length < size) standing = new Uint8Array(cells.length)
        for (let at = 0; at < size; at++) standing[at] = (known[at] as number) > 0 ? BASE : MISSING
        consume({ size, cells, standing, values, overs: values })
      }
      return walkPayments(store, selection, axes, knownAndYen, take, breathe)
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
  const count = ({ size, cells: at, many, first: ruled, second: over }: PaymentBatch) => {
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
  await walkPayments(store, selection, axes, areOf(RULED, OVER[kind]), count, breathe)
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
  const count = ({ size, cells: at }: PaymentBatch) => {
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

/** One for a payment with one of these verdicts, for certain. */
function areOf(some: readonly string[], others: readonly string[]): Weigh {
  const table = (verdicts: readonly string[]) => {
    const wanted = new Set(verdicts.map((verdict) => numberOf('line_verdict', verdict) | CERTAIN))
    return Uint8Array.from({ length: 256 }, (_, number) => (wanted.has(number) ? 1 : 0))
  }
  const [ofSome, ofOthers] = [table(some), table(others)]
  return ({ verdict, used }, first, second) => {
    for (let at = 0; at < used; at++) {
      first[at] = ofSome[verdict[at] as number] as number
      second[at] = ofOthers[verdict[at] as number] as number
    }
  }
}

function add(numbers: Int32Array, cell: number, more: number): void {
  numbers[cell] = (numbers[cell] as number) + more
}
