import type { Axis } from './axis'
import type { Block } from './block'
import { newLines, readLines } from './lines'
import { BASE, OUT, type ReportMeasure } from './report-measures'
import { rowsOfBlock, type Selection } from './selection'
import type { ColumnStore } from './store'

/** Called between slices of work: gives way to others where they wait, at once where nobody does. */
export type Breathe = () => Promise<void> | undefined

/** What one report is in one cell. `value` and `over` are zero without the fact. */
export type Visit = (cell: number, standing: number, value: number, over: number) => void

/** Goes through what a question is about, cell by cell. Twice the same as long as the store is not written. */
export type Walk = {
  /** Inner cells only: every report stands in one, and totals follow by adding up. */
  readonly isAdditive: boolean
  readonly run: (visit: Visit, breathe: Breathe) => Promise<void>
}

/** The walk over reports in a grid of two dimensions of reports. */
export function walkReports(
  store: ColumnStore,
  { select }: Selection,
  { standing, value, over }: ReportMeasure,
  rowAxis: Axis | null,
  columnAxis: Axis | null,
): Walk {
  const stride = (columnAxis?.values.length ?? 0) + 1
  const isAdditive = rowAxis?.from !== 'mask' && columnAxis?.from !== 'mask'
  const rows = rowsOfBlock()
  const plain = (block: Block, count: number, visit: Visit) => {
    const rowLine = lineReader(rowAxis, block)
    const columnLine = lineReader(columnAxis, block)
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number
      const stands = standing(block, row)
      if (stands === OUT) continue
      const isBase = stands >= BASE
      visit(
        rowLine(row) * stride + columnLine(row),
        stands,
        isBase && value ? value(block, row) : 0,
        isBase && over ? over(block, row) : 0,
      )
    }
  }
  const [down, across] = [newLines(), newLines()]
  const several = (block: Block, count: number, visit: Visit) => {
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number
      const stands = standing(block, row)
      if (stands === OUT) continue
      const isBase = stands >= BASE
      const [is, by] = [isBase && value ? value(block, row) : 0, isBase && over ? over(block, row) : 0]
      readLines(rowAxis, block, row, down)
      readLines(columnAxis, block, row, across)
      for (let i = 0; i < down.count; i++)
        for (let j = 0; j < across.count; j++)
          visit((down.lines[i] as number) * stride + (across.lines[j] as number), stands, is, by)
    }
  }
  return {
    isAdditive,
    run: async (visit, breathe) => {
      for (const block of store.blocks) {
        const pause = breathe()
        if (pause) await pause
        const count = select(block, rows)
        if (isAdditive) plain(block, count, visit)
        else several(block, count, visit)
      }
    },
  }
}

function lineReader(axis: Axis | null, block: Block): (row: number) => number {
  if (axis === null || axis.from === 'mask') return () => 0
  const { lines } = axis
  const numbers = axis.column(block)
  return (row) => lines[numbers[row] as number] as number
}
