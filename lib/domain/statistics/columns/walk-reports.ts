import type { Axis } from './axis'
import type { Block } from './block'
import { addLines, MaskLines, mostLines } from './lines'
import type { ReportMeasure } from './measure-forms'
import { newStands, OUT, type Stands } from './report-tests'
import { rowsOfBlock, type Selection } from './selection'
import type { ColumnStore } from './store'
import { FULL, handOver, newBatch, type Adding, type Batch, type Walk } from './walk'

/** The walk over reports in a grid of two dimensions of reports. */
export function walkReports(
  store: ColumnStore,
  { select }: Selection,
  measure: ReportMeasure,
  rowAxis: Axis | null,
  columnAxis: Axis | null,
): Walk {
  const adding: Adding = { rows: rowAxis?.from !== 'mask', columns: columnAxis?.from !== 'mask' }
  const stride = (columnAxis?.values.length ?? 0) + 1
  const { hasValues, hasOvers } = measure
  const isInOne = adding.rows && adding.columns
  return {
    adding,
    hasValues,
    hasOvers,
    run: async (consume, breathe) => {
      const rows = rowsOfBlock()
      const stands = newStands()
      const cells = new Int32Array(FULL)
      const masks = [new MaskLines(rowAxis, stride), new MaskLines(columnAxis, 1)] as const
      const batch = newBatch(isInOne ? 0 : mostLines(rowAxis, columnAxis))
      for (const block of store.blocks) {
        const pause = breathe()
        if (pause) await pause
        const count = select(block, rows)
        for (let from = 0; from < count; from += FULL) {
          const some = rows.subarray(from, Math.min(count, from + FULL))
          measure.read(block, some, some.length, stands)
          cells.fill(0, 0, some.length)
          addLines(rowAxis, block, some, some.length, stride, cells)
          addLines(columnAxis, block, some, some.length, 1, cells)
          if (isInOne) consume({ size: some.length, cells, ...stands })
          else
            for (let next = 0; next < some.length;) {
              next = spread(block, some, next, cells, stands, masks, batch)
              if (batch.size >= FULL) handOver(batch, consume)
            }
        }
      }
      handOver(batch, consume)
    },
  }
}

// One plain function without a pause or a call of something unknown in it: the compiler makes it quick. Returns the next report.
function spread(
  block: Block,
  rows: Int32Array,
  from: number,
  firstCells: Int32Array,
  { standing, values, overs }: Stands,
  [down, across]: readonly [MaskLines, MaskLines],
  batch: Batch,
): number {
  const { cells, standing: stands, values: has, overs: by } = batch
  down.enter(block)
  across.enter(block)
  const downLines = down.found
  const acrossLines = across.found
  let size = batch.size
  let at = from
  for (; at < rows.length && size < FULL; at++) {
    const is = standing[at] as number
    if (is === OUT) continue
    const row = rows[at] as number
    const downs = down.read(row)
    const acrosses = across.read(row)
    const value = values[at] as number
    const over = overs[at] as number
    const first = firstCells[at] as number
    for (let i = 0; i < downs; i++) {
      const line = first + (downLines[i] as number)
      for (let j = 0; j < acrosses; j++) {
        cells[size] = line + (acrossLines[j] as number)
        stands[size] = is
        has[size] = value
        by[size++] = over
      }
    }
  }
  batch.size = size
  return at
}
