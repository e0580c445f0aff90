import type { Axis } from './axis'
import type { Block } from './block'

const BITS = 32

/** The lines one report (or payment) stands in, the total last. */
export type Lines = { readonly lines: Int32Array; count: number }

/** Room for the lines of one report. */
export function newLines(): Lines {
  return { lines: new Int32Array(BITS + 2), count: 0 }
}

/** The lines of a report in one dimension and the total; of a dimension that is not there the total alone. */
export function readLines(axis: Axis | null, block: Block, row: number, into: Lines): void {
  into.count = 0
  if (axis === null) {
    into.lines[into.count++] = 0
    return
  }
  if (axis.from === 'mask') {
    const mask = axis.column(block)[row] as number
    if (mask === 0) put(into, axis.unknown)
    else for (let bit = 0; bit < BITS; bit++) if ((mask >>> bit) & 1) put(into, axis.lines[bit] as number)
  } else put(into, axis.lines[axis.column(block)[row] as number] as number)
  into.lines[into.count++] = axis.values.length
}

function put(into: Lines, line: number): void {
  if (line >= 0) into.lines[into.count++] = line
}
