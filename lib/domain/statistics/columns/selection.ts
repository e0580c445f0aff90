import type { StatisticQuery } from '../query'
import { axisOf, type Axis, type Numbers } from './axis'
import { BLOCK_ROWS, type Block } from './block'
import { isOfPayment } from './sources'
import type { ColumnStore } from './store'

/** Which reports, and which of their payments, a question is about. */
export type Selection = {
  /** Puts the rows of a block that are asked for into `rows`; how many they are. */
  readonly select: (block: Block, rows: Int32Array) => number
  /** Tests of payments, all of which one must pass. */
  readonly payments: readonly Axis[]
}

/** The filters of a question, made ready. `office` narrows to one office, whatever the question says. */
export function selectionOf(store: ColumnStore, query: StatisticQuery, office: string | null): Selection {
  const axes = query.filters.map(({ dimension, values }) => ({ dimension, axis: axisOf(store, dimension, values) }))
  const ofReport = axes.filter(({ dimension }) => !isOfPayment(dimension)).map(({ axis }) => axis)
  if (office !== null) ofReport.push(axisOf(store, 'office', [office]))
  const [from, to] = [monthNumber(query.from) ?? 0, monthNumber(query.to) ?? 0xff_ff]
  return {
    payments: axes.filter(({ dimension }) => isOfPayment(dimension)).map(({ axis }) => axis),
    select: (block, rows) => {
      const { live, month, used } = block
      let count = 0
      for (let row = 0; row < used; row++) {
        const received = month[row] ?? 0
        if (live[row] === 1 && received >= from && received <= to) rows[count++] = row
      }
      for (const axis of ofReport) count = narrow(axis, block, rows, count)
      return count
    },
  }
}

/** Room for the rows of a block. */
export function rowsOfBlock(): Int32Array {
  return new Int32Array(BLOCK_ROWS)
}

/** Year × 12 + month − 1 of a month `2025-03`. */
export function monthNumber(month: string | null): number | null {
  return month === null ? null : Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function narrow(axis: Axis, block: Block, rows: Int32Array, count: number): number {
  if (axis.from === 'mask') return narrowMask(axis, axis.column(block), rows, count)
  return narrowNumbers(axis.lines, axis.column(block), rows, count)
}

function narrowNumbers(lines: Int16Array, numbers: Numbers, rows: Int32Array, count: number): number {
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    if ((lines[numbers[row] as number] as number) >= 0) rows[kept++] = row
  }
  return kept
}

function narrowMask(
  axis: Extract<Axis, { from: 'mask' }>,
  masks: Uint32Array,
  rows: Int32Array,
  count: number,
): number {
  let wanted = 0
  for (let bit = 0; bit < axis.lines.length; bit++) if ((axis.lines[bit] as number) >= 0) wanted |= 1 << bit
  const isUnknownWanted = axis.unknown >= 0
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    const mask = masks[row] as number
    if ((mask & wanted) !== 0 || (mask === 0 && isUnknownWanted)) rows[kept++] = row
  }
  return kept
}
