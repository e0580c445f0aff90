import { newAmounts, type Amounts, type AmountWalk } from './amount-walk'
import type { Axis } from './axis'
import { MaskLines, mostLines } from './lines'
import type { ReportMeasure } from './measure-forms'
import { eachChunk, isInOneLine, type Chunk } from './report-chunks'
import { MISSING, OUT } from './report-tests'
import type { Selection } from './selection'
import type { ColumnStore } from './store'
import { FULL } from './walk'

/** The walk over what reports have, in a grid of two dimensions of reports. */
export function walkAmounts(
  store: ColumnStore,
  selection: Selection,
  measure: ReportMeasure,
  rowAxis: Axis | null,
  columnAxis: Axis | null,
): AmountWalk {
  const adding = { rows: isInOneLine(rowAxis), columns: isInOneLine(columnAxis) }
  return {
    adding,
    run: async (take, breathe) => {
      const masks = [
        new MaskLines(rowAxis, (columnAxis?.values.length ?? 0) + 1),
        new MaskLines(columnAxis, 1),
      ] as const
      const isInOne = adding.rows && adding.columns
      const batch = newAmounts(isInOne ? 0 : mostLines(rowAxis, columnAxis))
      const hand = (done: number) => {
        if (batch.size > 0) take(batch, done)
        batch.size = 0
      }
      const takeChunk = (chunk: Chunk) => {
        const { rows, done } = chunk
        if (isInOne) {
          gather(chunk, batch)
          hand(done)
        } else
          for (let next = 0; next < rows.length;) {
            next = spread(chunk, next, masks, batch)
            if (batch.size >= FULL) hand(done)
          }
      }
      await eachChunk(store, selection, measure, [rowAxis, columnAxis], takeChunk, breathe)
      hand(1)
    },
  }
}

/** Takes the reports of a chunk that the measure is about. Without a branch: it would be guessed wrong too often. */
function gather({ rows, cells: of, stands: { standing, values: has } }: Chunk, batch: Amounts): void {
  const { cells, values } = batch
  let size = 0
  for (let at = 0; at < rows.length; at++) {
    const is = standing[at] as number
    cells[size] = of[at] as number
    values[size] = is === MISSING ? -0 : (has[at] as number)
    size += is === OUT ? 0 : 1
  }
  batch.size = size
}

/** The same where a report may stand in several lines. Returns the next report. */
function spread(
  { block, rows, cells: of, stands: { standing, values: has } }: Chunk,
  from: number,
  [down, across]: readonly [MaskLines, MaskLines],
  batch: Amounts,
): number {
  const { cells, values } = batch
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
    const value = is === MISSING ? -0 : (has[at] as number)
    const first = of[at] as number
    for (let i = 0; i < downs; i++) {
      const line = first + (downLines[i] as number)
      for (let j = 0; j < acrosses; j++) {
        cells[size] = line + (acrossLines[j] as number)
        values[size++] = value
      }
    }
  }
  batch.size = size
  return at
}
