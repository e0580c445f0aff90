import type { Axis } from './axis'
import type { Block } from './block'

const BITS = 32

/** The lines one report stands in: the total last, where a report can stand in several. */
export type Lines = { readonly lines: Int32Array; count: number }

/** Room for the lines of one report. */
export function newLines(): Lines {
  return { lines: new Int32Array(BITS + 2), count: 0 }
}

/** Reads the lines of a report in a dimension of reports; the one line of a dimension that is not there. */
export function readLines(axis: Axis | null, block: Block, into: Lines): (row: number) => void {
  const found = into.lines
  if (axis === null || axis.from === 'payment') {
    found[0] = 0
    into.count = 1
    return () => undefined
  }
  const { lines } = axis
  if (axis.from === 'mask') {
    const masks = axis.column(block)
    const { unknown } = axis
    const total = axis.values.length
    return (row) => {
      let left = masks[row] as number
      let count = 0
      if (left === 0 && unknown >= 0) found[count++] = unknown
      while (left !== 0) {
        const bit = 31 - Math.clz32(left)
        left &= ~(1 << bit)
        const line = lines[bit] as number
        if (line >= 0) found[count++] = line
      }
      found[count++] = total
      into.count = count
    }
  }
  const numbers = axis.column(block)
  into.count = 1
  return (row) => {
    found[0] = lines[numbers[row] as number] as number
  }
}
