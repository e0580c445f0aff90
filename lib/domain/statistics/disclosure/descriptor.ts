import type { StatisticQuery } from '../query'
import type { Place } from '../raw-table'
import { dimensionOf, type DimensionCode } from '../registry/dimensions'

/** Months of receipt as one span; a month is twelve times its year and its number. */
type Span = readonly [number, number]

/** Which reports a cell is of: what each dimension is narrowed to. A dimension that is not there is open. */
export type Descriptor = {
  readonly sets: ReadonlyMap<DimensionCode, ReadonlySet<string>>
  readonly months: Span
  /** The same reports, the same text. */
  readonly text: string
}

const OPEN: Span = [-Infinity, Infinity]

/** The descriptor of a cell of the answer to a question. */
export function descriptorOf({ filters, rows, columns, from, to }: StatisticQuery, { row, column }: Place): Descriptor {
  const sets = new Map<DimensionCode, ReadonlySet<string>>()
  let months: Span = [from === null ? -Infinity : monthOf(from), to === null ? Infinity : monthOf(to)]
  const narrow = (dimension: DimensionCode, values: readonly string[]) => {
    const spans = dimension.startsWith('received_') && values.length === 1 ? spanOf(values[0] ?? '') : null
    if (spans !== null) {
      months = [Math.max(months[0], spans[0]), Math.min(months[1], spans[1])]
      return
    }
    const former = sets.get(dimension)
    sets.set(dimension, new Set(former === undefined ? values : values.filter((value) => former.has(value))))
  }
  for (const { dimension, values } of filters) narrow(dimension, values)
  if (rows !== null && row !== null) narrow(rows, [row])
  if (columns !== null && column !== null) narrow(columns, [column])
  return made(sets, months)
}

function made(sets: ReadonlyMap<DimensionCode, ReadonlySet<string>>, months: Span): Descriptor {
  const parts = [...sets].map(([dimension, values]) => `${dimension}=${[...values].toSorted().join(',')}`).toSorted()
  return { sets, months, text: [...parts, months.join('-')].join(';') }
}

/** Whether every report of the second is one of the first. */
export function contains(whole: Descriptor, part: Descriptor): boolean {
  if (whole.months[0] > part.months[0] || whole.months[1] < part.months[1]) return false
  for (const [dimension, values] of whole.sets) {
    const inner = part.sets.get(dimension)
    if (inner === undefined) return false
    for (const value of inner) if (!values.has(value)) return false
  }
  return true
}

/** The descriptor with one dimension open. */
export function without(descriptor: Descriptor, dimension: DimensionCode | 'months'): Descriptor {
  if (dimension === 'months') return made(descriptor.sets, OPEN)
  return made(new Map([...descriptor.sets].filter(([code]) => code !== dimension)), descriptor.months)
}

/** Dimensions whose values part the reports, each into one: so that parts add up to the whole. */
export function isParting(dimension: DimensionCode): boolean {
  const found = dimensionOf(dimension)
  return found !== null && !found.isMultiple && found.of === 'report'
}

function monthOf(text: string): number {
  const [year = 0, month = 1] = text.split('-').map(Number)
  return 12 * year + month - 1
}

function spanOf(value: string): Span | null {
  const quarter = /^(\d{4})-Q([1-4])$/u.exec(value)
  if (quarter) {
    const first = 12 * Number(quarter[1]) + 3 * (Number(quarter[2]) - 1)
    return [first, first + 2]
  }
  if (/^\d{4}-\d{2}$/u.test(value)) return [monthOf(value), monthOf(value)]
  return /^\d{4}$/u.test(value) ? [12 * Number(value), 12 * Number(value) + 11] : null
}
