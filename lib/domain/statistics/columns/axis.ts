import { UNKNOWN, type DimensionCode, type DimensionValue } from '../registry/dimensions'
import type { Block } from './block'
import { sourceOf } from './sources'
import type { ColumnStore } from './store'

/** Small numbers of reports or payments. */
export type Numbers = Uint8Array | Uint16Array

/**
 * A dimension as lines of a table: `values` in their order, `unknown` last. `lines` gives the line of a stored number, -1 for none;
 * of a mask the line of each bit, and `unknown` that of a report without any.
 */
export type Axis = { readonly values: readonly DimensionValue[]; readonly lines: Int16Array } & (
  | { readonly from: 'report' | 'payment'; readonly column: (block: Block) => Numbers }
  | { readonly from: 'mask'; readonly column: (block: Block) => Uint32Array; readonly unknown: number }
)

const BITS = 32

/** The lines of a dimension; narrowed to `only` where that is given. */
export function axisOf(store: ColumnStore, dimension: DimensionCode, only: readonly DimensionValue[] | null): Axis {
  const { numbers, ...source } = sourceOf(store, dimension)
  const all = [...new Set(numbers.map(([, value]) => value))]
  const values = only === null ? all : all.filter((value) => only.includes(value))
  const lineOf = new Map(values.map((value, line) => [value, line]))
  const unknown = lineOf.get(UNKNOWN) ?? -1
  if (source.from === 'mask') {
    const lines = new Int16Array(BITS).fill(-1)
    for (const [number, value] of numbers) if (number > 0) lines[number - 1] = lineOf.get(value) ?? -1
    return { ...source, lines, unknown, values }
  }
  const highest = numbers.reduce((most, [number]) => Math.max(most, number), 0)
  const lines = new Int16Array(highest + 1).fill(unknown)
  for (const [number, value] of numbers) lines[number] = lineOf.get(value) ?? -1
  return { ...source, lines, values }
}
