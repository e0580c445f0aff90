import { mixed } from './amount-walk'
import type { Axis } from './axis'
import type { Block } from './block'
import { addLines } from './lines'
import type { ReportMeasure } from './measure-forms'
import { newStands, type Stands } from './report-tests'
import { rowsOfBlock, type Selection } from './selection'
import type { ColumnStore } from './store'
import { FULL, type Breathe } from './walk'

/** Up to FULL reports of a block: their rows, the cell that their lines in dimensions with one value add up to, and where they stand. */
export type Chunk = {
  readonly block: Block
  readonly rows: Int32Array
  readonly cells: Int32Array
  readonly stands: Stands
  /** How much of all blocks is done with it. */
  readonly done: number
}

/** Goes through the reports a question is about, some thousand at once. What a chunk holds is used again for the next. */
export async function eachChunk(
  store: ColumnStore,
  { select }: Selection,
  measure: ReportMeasure,
  [rowAxis, columnAxis]: readonly [Axis | null, Axis | null],
  take: (chunk: Chunk) => void,
  breathe: Breathe,
): Promise<void> {
  const stride = (columnAxis?.values.length ?? 0) + 1
  const rows = rowsOfBlock()
  const stands = newStands()
  const cells = new Int32Array(FULL)
  for (const [block, done] of mixed(store.blocks)) {
    const pause = breathe()
    if (pause) await pause
    const count = select(block, rows)
    for (let from = 0; from < count; from += FULL) {
      const some = rows.subarray(from, Math.min(count, from + FULL))
      measure.read(block, some, some.length, stands)
      cells.fill(0, 0, some.length)
      addLines(rowAxis, block, some, some.length, stride, cells)
      addLines(columnAxis, block, some, some.length, 1, cells)
      take({ block, rows: some, cells, stands, done })
    }
  }
}

/** Along which dimension every report stands in one line. */
export function isInOneLine(axis: Axis | null): boolean {
  return axis?.from !== 'mask'
}
