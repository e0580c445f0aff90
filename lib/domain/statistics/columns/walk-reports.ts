import type { Axis } from './axis'
import { MaskLines, mostLines } from './lines'
import type { ReportMeasure } from './measure-forms'
import { eachChunk, isInOneLine, type Chunk } from './report-chunks'
import { OUT } from './report-tests'
import type { Selection } from './selection'
import type { ColumnStore } from './store'
import { FULL, handOver, newBatch, type Batch, type Walk } from './walk'

/** The walk over reports in a grid of two dimensions of reports, by where they stand. */
export function walkReports(
  store: ColumnStore,
  selection: Selection,
  measure: ReportMeasure,
  rowAxis: Axis | null,
  columnAxis: Axis | null,
): Walk {
  const adding = { rows: isInOneLine(rowAxis), columns: isInOneLine(columnAxis) }
  const isInOne = adding.rows && adding.columns
  return {
    adding,
    hasOvers: measure.hasOvers,
    run: async (consume, breathe) => {
      const masks = [
        new MaskLines(rowAxis, (columnAxis?.values.length ?? 0) + 1),
        new MaskLines(columnAxis, 1),
      ] as const
      const batch = newBatch(isInOne ? 0 : mostLines(rowAxis, columnAxis))
      const take = (chunk: Chunk) => {
        const { rows, cells, stands } = chunk
        if (isInOne) consume({ size: rows.length, cells, ...stands })
        else
          for (let next = 0; next < rows.length;) {
            next = spread(chunk, next, masks, batch)
            if (batch.size >= FULL) handOver(batch, consume)
          }
      }
      await eachChunk(store, selection, measure, [rowAxis, columnAxis], take, breathe)
      handOver(batch, consume)
    },
  }
}

// One plain function without a pause or a call of something unknown in it: the compiler makes it quick. Returns the next report.
function spread(
  { block, rows, cells: firstCells, stands: { standing, values, overs } }: Chunk,
  from: number,
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
