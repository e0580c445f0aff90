import type { Axis } from './axis'
import type { Block } from './block'
import { FULL, handOver, newBatch, type Adding, type Batch, type Consume, type Walk } from './walk'
import { newLines, readLines } from './lines'
import { BASE, OUT, type ReportMeasure } from './report-measures'
import { rowsOfBlock, type Selection } from './selection'
import type { ColumnStore } from './store'

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
  const rows = rowsOfBlock()
  const goThrough = adding.rows && adding.columns ? inOneLine : inSeveral
  return {
    adding,
    run: async (consume, breathe) => {
      const batch = newBatch()
      for (const block of store.blocks) {
        const pause = breathe()
        if (pause) await pause
        goThrough(block, rows, select(block, rows), batch, consume)
      }
      handOver(batch, consume)
    },
  }

  function inOneLine(block: Block, of: Int32Array, count: number, batch: Batch, consume: Consume): void {
    const { standing, value, over } = measure.read(block)
    const { cells, standing: stands, values, overs } = batch
    const [rowNumbers, rowLines] = numbersOf(rowAxis, block)
    const [columnNumbers, columnLines] = numbersOf(columnAxis, block)
    for (let at = 0; at < count; at++) {
      const row = of[at] as number
      const is = standing(row)
      if (is === OUT) continue
      if (batch.size >= FULL) handOver(batch, consume)
      const place = batch.size++
      cells[place] =
        (rowLines[rowNumbers[row] as number] as number) * stride + (columnLines[columnNumbers[row] as number] as number)
      stands[place] = is
      values[place] = is >= BASE && value !== null ? value(row) : 0
      overs[place] = is >= BASE && over !== null ? over(row) : 0
    }
  }

  function inSeveral(block: Block, of: Int32Array, count: number, batch: Batch, consume: Consume): void {
    const { standing, value, over } = measure.read(block)
    const { cells, standing: stands, values, overs } = batch
    const down = newLines()
    const across = newLines()
    const readDown = readLines(rowAxis, block, down)
    const readAcross = readLines(columnAxis, block, across)
    for (let at = 0; at < count; at++) {
      const row = of[at] as number
      const is = standing(row)
      if (is === OUT) continue
      if (batch.size >= FULL) handOver(batch, consume)
      const has = is >= BASE && value !== null ? value(row) : 0
      const by = is >= BASE && over !== null ? over(row) : 0
      readDown(row)
      readAcross(row)
      let place = batch.size
      for (let i = 0; i < down.count; i++)
        for (let j = 0; j < across.count; j++) {
          cells[place] = (down.lines[i] as number) * stride + (across.lines[j] as number)
          stands[place] = is
          values[place] = has
          overs[place++] = by
        }
      batch.size = place
    }
  }
}

const ONE_LINE = new Int16Array(1)
const NO_NUMBERS = new Uint8Array(0x1_00_00)

function numbersOf(axis: Axis | null, block: Block): readonly [Uint8Array | Uint16Array, Int16Array] {
  return axis === null || axis.from === 'mask' ? [NO_NUMBERS, ONE_LINE] : [axis.column(block), axis.lines]
}
