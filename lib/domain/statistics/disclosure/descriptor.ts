import { DESTINATION_CODES } from '@/lib/domain/countries'
import { FIRST_YEAR, YEARS } from '../columns/codes'
import type { StatisticQuery } from '../query'
import type { Place } from '../raw-table'
import { listedValues } from '../registry/dimension-values'
import { DIMENSION_CODES, dimensionOf, UNKNOWN, type DimensionCode } from '../registry/dimensions'
import {
  areMonthsApart,
  commonMonths,
  coversMonths,
  isEveryMonth,
  monthsBetween,
  monthsOf,
  type Months,
} from './months'
import { populationOf } from './counted-people'

/** What narrows: a dimension, the quarter of payment however it was asked for, a part of a measure that comes in parts. */
export type Narrowing = DimensionCode | 'paid' | 'part'

/**
 * Which reports a cell is of: those of a population that each dimension is narrowed to. A dimension that is not there is open. There
 * is one descriptor for the same reports in other words: months of receipt are one set of months, a corridor is its country, what lists
 * every value narrows nothing.
 */
export type Descriptor = {
  readonly population: string
  readonly sets: ReadonlyMap<Narrowing, ReadonlySet<string>>
  readonly months: Months
  /** A bit for each dimension that is narrowed, and one for the months. */
  readonly narrowed: number
  /** The same sets and months, the same text, of whatever population. */
  readonly reports: string
  /** The same reports, the same text. */
  readonly text: string
}

const BITS = new Map<Narrowing, number>(
  [...DIMENSION_CODES, 'paid' as const, 'part' as const].map((code, at) => [code, 1 << at]),
)
const MONTHS_BIT = 1 << BITS.size
const PAYMENT: ReadonlySet<Narrowing> = new Set<Narrowing>([
  'paid',
  ...DIMENSION_CODES.filter((code) => dimensionOf(code)?.of === 'payment'),
])
const PARTING: ReadonlySet<Narrowing> = new Set<Narrowing>(
  DIMENSION_CODES.filter((code) => {
    const found = dimensionOf(code)
    return found !== null && !found.isMultiple && found.of === 'report'
  }),
)
const QUARTERS = [0, 1, 2, 3, 4] as const

/** The descriptor of a cell of the answer of a measure to a question. */
export function descriptorOf(
  { filters, rows, columns, from, to }: StatisticQuery,
  { row, column }: Place,
  measure: string,
): Descriptor {
  const sets = new Map<Narrowing, ReadonlySet<string>>()
  let months = monthsBetween(from, to)
  const narrow = (dimension: Narrowing, values: readonly string[]) => {
    if (dimension.startsWith('received_')) {
      months = commonMonths(months, monthsOf(values))
      return
    }
    const [one, told] = inOneWord(dimension, values)
    if (isEverything(one, told)) return
    const former = sets.get(one)
    sets.set(one, former === undefined ? told : new Set([...told].filter((value) => former.has(value))))
    // Where corridors end in several countries, the country they start from does not say all.
    if (dimension === 'corridor' && DESTINATION_CODES.length > 1) sets.set('corridor', new Set(values))
  }
  for (const { dimension, values } of filters) narrow(dimension, values)
  if (row !== null) narrow(rows ?? 'part', [row])
  if (columns !== null && column !== null) narrow(columns, [column])
  return made(populationOf(measure), sets, months)
}

/** Those who are counted as reporters of a cell: where all are asked about each payment, the payment narrows nothing. */
export function reportersOf(of: Descriptor): Descriptor {
  if (of.population !== 'all' || ![...of.sets.keys()].some((code) => PAYMENT.has(code))) return of
  return made(of.population, new Map([...of.sets].filter(([code]) => !PAYMENT.has(code))), of.months)
}

function made(population: string, sets: Descriptor['sets'], months: Months): Descriptor {
  const parts = [...sets].map(([dimension, values]) => `${dimension}=${[...values].toSorted().join(',')}`).toSorted()
  const reports = [...parts, months.map((run) => run.join('-')).join(',')].join(';')
  let narrowed = isEveryMonth(months) ? 0 : MONTHS_BIT
  for (const dimension of sets.keys()) narrowed |= BITS.get(dimension) ?? 0
  return { population, sets, months, narrowed, reports, text: `${population};${reports}` }
}

/** Whether every report of the second is one of the first. */
export function contains(whole: Descriptor, part: Descriptor): boolean {
  if (whole.population !== part.population || (whole.narrowed & ~part.narrowed) !== 0) return false
  for (const [dimension, values] of whole.sets) {
    const inner = part.sets.get(dimension)
    if (inner === undefined || inner.size > values.size) return false
    for (const value of inner) if (!values.has(value)) return false
  }
  return coversMonths(whole.months, part.months)
}

/** Sets and months without a name: a group of people in the middle of a sum. */
export type Group = Pick<Descriptor, 'sets' | 'months'>

/** Those of both; null where nobody can be. */
export function common(one: Group, other: Group): Group | null {
  const months = commonMonths(one.months, other.months)
  if (months.length === 0) return null
  const sets = new Map(one.sets)
  for (const [dimension, values] of other.sets) {
    const former = sets.get(dimension)
    if (former === values) continue
    const both = former === undefined ? values : new Set([...values].filter((value) => former.has(value)))
    if (both.size === 0) return null
    sets.set(dimension, both)
  }
  return { sets, months }
}

/** Whether no report can be in both. */
export function areApart(one: Group, other: Group): boolean {
  for (const [dimension, values] of one.sets) {
    const others = other.sets.get(dimension)
    if (others !== undefined && isParting(dimension) && !isAnyIn(values, others)) return true
  }
  return areMonthsApart(one.months, other.months)
}

function isAnyIn(values: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const value of values) if (others.has(value)) return true
  return false
}

/** Whether the values of a dimension part the reports, each into one: so that parts add up to the whole. */
export function isParting(dimension: Narrowing): boolean {
  return PARTING.has(dimension)
}

function inOneWord(dimension: Narrowing, values: readonly string[]): readonly [Narrowing, ReadonlySet<string>] {
  if (dimension === 'corridor') return ['origin', new Set(values.map((value) => value.split('-')[0] ?? value))]
  if (dimension === 'paid_year') return ['paid', new Set(values.flatMap(quartersOf))]
  if (dimension !== 'paid_quarter') return [dimension, new Set(values)]
  const unknown = Array.from({ length: YEARS }, (_, year) => `${String(FIRST_YEAR + year)}-Q0`)
  return ['paid', new Set(values.flatMap((value) => (value === UNKNOWN ? [UNKNOWN, ...unknown] : [value])))]
}

// A year has its four quarters, and what was paid in it nobody knows when.
function quartersOf(year: string): string[] {
  return year === UNKNOWN ? [UNKNOWN] : QUARTERS.map((quarter) => `${year}-Q${String(quarter)}`)
}

function isEverything(dimension: Narrowing, values: ReadonlySet<string>): boolean {
  const list = dimensionOf(dimension) === null ? null : listedValues(dimension as DimensionCode)
  return list !== null && values.has(UNKNOWN) && list.every((value) => values.has(value))
}
