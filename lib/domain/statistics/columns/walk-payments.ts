import type { Axis } from './axis'
import { CERTAIN, NULL_SUM, type Block, type Payments } from './block'
import { numberOf } from './codes'
import { newLines, readLines } from './lines'
import { rowsOfBlock, type Selection } from './selection'
import type { ColumnStore } from './store'
import type { Breathe } from './walk-reports'

/** Called for each cell a payment stands in. `report` is another number for every report. */
export type VisitPayment = (cell: number, payments: Payments, at: number) => void

/** Verdicts of rules that say something for certain, and those of them above the limit. */
const RULED = new Set(['within_cap', 'likely_above', 'above_cap', 'prohibited'].map(certainly))
const OVER = new Set(['above_cap', 'prohibited'].map(certainly))
const PROHIBITED = new Set(['prohibited'].map(certainly))

/** Tables of stored verdicts: one where it is of the kind. */
export const VERDICT_KINDS = { ruled: tableOf(RULED), over: tableOf(OVER), prohibited: tableOf(PROHIBITED) } as const

/**
 * Goes through the payments a question is about, report by report, in every cell each stands in, totals too. `onReport` is called
 * before the payments of a report, `onEnd` after them where there was one.
 */
export async function walkPayments(
  store: ColumnStore,
  { select, payments: tests }: Selection,
  [rowAxis, columnAxis]: readonly [Axis | null, Axis | null],
  visitor: {
    readonly onReport: (block: Block, row: number) => boolean
    readonly onPayment: VisitPayment
    readonly onEnd: () => void
  },
  breathe: Breathe,
): Promise<void> {
  const stride = (columnAxis?.values.length ?? 0) + 1
  const rows = rowsOfBlock()
  const [down, across] = [newLines(), newLines()]
  for (const block of store.blocks) {
    const pause = breathe()
    if (pause) await pause
    const { payments, first, count } = block
    const filters = tests.map((test) => ({ lines: test.lines, numbers: test.column(block) }))
    const selected = select(block, rows)
    for (let place = 0; place < selected; place++) {
      const row = rows[place] as number
      const length = count[row] as number
      if (length === 0 || !visitor.onReport(block, row)) continue
      if (rowAxis?.from !== 'payment') readLines(rowAxis, block, row, down)
      if (columnAxis?.from !== 'payment') readLines(columnAxis, block, row, across)
      const start = first[row] as number
      let isAny = false
      for (let at = start; at < start + length; at++) {
        if (filters.some(({ lines, numbers }) => (lines[numbers[at] as number] as number) < 0)) continue
        isAny = true
        if (rowAxis?.from === 'payment') readLines(rowAxis, block, at, down)
        if (columnAxis?.from === 'payment') readLines(columnAxis, block, at, across)
        for (let i = 0; i < down.count; i++)
          for (let j = 0; j < across.count; j++)
            visitor.onPayment((down.lines[i] as number) * stride + (across.lines[j] as number), payments, at)
      }
      if (isAny) visitor.onEnd()
    }
  }
}

/** The yen of a payment; null where no amount or rate is known. */
export function yenOf({ jpy }: Payments, at: number): number | null {
  const yen = jpy[at] as number
  return yen === NULL_SUM ? null : yen
}

function certainly(verdict: string): number {
  return numberOf('line_verdict', verdict) | CERTAIN
}

function tableOf(numbers: ReadonlySet<number>): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, number) => (numbers.has(number) ? 1 : 0))
}
