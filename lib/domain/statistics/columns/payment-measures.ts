import type { Axis } from './axis'
import { FLAG, NULL_SUM } from './block'
import { addTotals, addValue, gridOf, newCells, type Cells } from './cells'
import { BASE, MISSING, REPORT_MEASURES } from './report-measures'
import type { Selection } from './selection'
import type { ColumnStore } from './store'
import { VERDICT_KINDS, walkPayments } from './walk-payments'
import { walkReports, type Breathe, type Walk } from './walk-reports'

type Axes = readonly [Axis | null, Axis | null]

/** What one reporter paid in each cell, as a walk: the sum of the known amounts of the payments that stand there. */
export function walkPaidAmounts(store: ColumnStore, selection: Selection, axes: Axes): Walk {
  const { cells } = gridOf(...axes)
  return {
    isAdditive: false,
    run: async (visit, breathe) => {
      const touched: number[] = []
      const isTouched = new Uint8Array(cells)
      const isKnown = new Uint8Array(cells)
      const paid = new Float64Array(cells)
      await walkPayments(
        store,
        selection,
        axes,
        {
          onReport: () => true,
          onPayment: (cell, { jpy }, at) => {
            if (isTouched[cell] === 0) {
              isTouched[cell] = 1
              isKnown[cell] = 0
              paid[cell] = 0
              touched.push(cell)
            }
            const yen = jpy[at] as number
            if (yen === NULL_SUM) return
            isKnown[cell] = 1
            paid[cell] = (paid[cell] as number) + yen
          },
          onEnd: () => {
            for (const cell of touched) {
              isTouched[cell] = 0
              visit(cell, isKnown[cell] === 1 ? BASE : MISSING, paid[cell] as number, 0)
            }
            touched.length = 0
          },
        },
        breathe,
      )
    },
  }
}

/** Payments with a verdict of a kind, of those under a rule that is certain. */
export async function countVerdicts(
  store: ColumnStore,
  selection: Selection,
  axes: Axes,
  kind: 'over' | 'prohibited',
  breathe: Breathe,
): Promise<Cells> {
  const cells = newCells(gridOf(...axes))
  const [isRuled, isHit] = [VERDICT_KINDS.ruled, VERDICT_KINDS[kind]]
  const size = cells.grid.cells
  const touched: number[] = []
  const [here, ruled, hit] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  await walkPayments(
    store,
    selection,
    axes,
    {
      onReport: () => true,
      onPayment: (cell, { verdict }, at) => {
        if (here[cell] === 0) touched.push(cell)
        here[cell] = (here[cell] as number) + 1
        const of = verdict[at] as number
        ruled[cell] = (ruled[cell] as number) + (isRuled[of] as number)
        hit[cell] = (hit[cell] as number) + (isHit[of] as number)
      },
      onEnd: () => {
        for (const cell of touched) {
          const [based, hits] = [ruled[cell] as number, hit[cell] as number]
          add(cells.reporters, cell, 1)
          add(cells.payments, cell, here[cell] as number)
          add(cells.base, cell, based)
          add(cells.hits, cell, hits)
          if (based > 0) add(cells.baseReporters, cell, 1)
          if (hits > 0) add(cells.hitReporters, cell, 1)
          // The weight of one reporter among the payments, for the dominance rule.
          if (based > 0) addValue(cells, cell, based, 0)
          here[cell] = ruled[cell] = hit[cell] = 0
        }
        touched.length = 0
      },
    },
    breathe,
  )
  cells.sum.fill(0)
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
  await countAnswers(store, selection, axes, cells, breathe)
  const last = new Float64Array(cells.grid.cells)
  let report = 0
  await walkPayments(
    store,
    selection,
    axes,
    {
      onReport: ({ flags }, row) => {
        report += 1
        return ((flags[row] as number) & (FLAG.paidYes | FLAG.paidNo)) !== 0
      },
      onPayment: (cell) => {
        if (last[cell] === report) return
        last[cell] = report
        add(cells.hits, cell, 1)
        add(cells.hitReporters, cell, 1)
      },
      onEnd: () => undefined,
    },
    breathe,
  )
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
  await walk.run((cell, standing) => {
    add(flat.reporters, cell, 1)
    if (standing >= BASE) add(flat.base, cell, 1)
  }, breathe)
  if (walk.isAdditive) addTotals(flat)
  const { rows, columns, stride } = into.grid
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      const from = (down ? row : 0) * flat.grid.stride + (across ? column : 0)
      const to = row * stride + column
      into.reporters[to] = flat.reporters[from] as number
      into.base[to] = into.baseReporters[to] = flat.base[from] as number
    }
}

function add(numbers: Int32Array, cell: number, more: number): void {
  numbers[cell] = (numbers[cell] as number) + more
}
