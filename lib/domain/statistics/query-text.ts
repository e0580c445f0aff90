import { THRESHOLDS, type DimensionFilter, type StatisticQuery, type Threshold } from './query'
import { listedValues } from './registry/dimension-values'
import { dimensionOf, DIMENSIONS, UNKNOWN, type DimensionCode } from './registry/dimensions'
import { isAnswerable, measureOf } from './registry/measure-list'

/** What is shown when nothing is asked: how many reports there are. */
export const DEFAULT_QUERY: StatisticQuery = {
  measures: ['reports'],
  rows: null,
  columns: null,
  from: null,
  to: null,
  filters: [],
  threshold: 5,
  rounding: 1,
}

/** The parameters of an address, as Next hands them over or as URLSearchParams. */
export type AddressQuery = Readonly<Record<string, string | readonly string[] | undefined>> | URLSearchParams

/** A part of an address that could not be read, and was left out: its name and what it said. */
export type UnreadPart = { readonly name: string; readonly value: string }

const MONTH = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/u
const QUARTER = /^(?:19|20)\d{2}-Q[1-4]$/u
const YEAR = /^(?:19|20)\d{2}$/u
const OFFICE = /^[\p{L}\p{N}_.-]{1,40}$/u

/**
 * The question of an address: `measure` (several), `rows`, `columns`, `from`, `to`, `threshold`, `rounding`, and each dimension by its
 * code (several values, or with commas). What is not there is as in `base`. What cannot be read is left out and named; parameters of
 * other names are not looked at. Months in the wrong order are turned round; several measures have no columns.
 */
export function readQuery(
  given: AddressQuery,
  base: StatisticQuery = DEFAULT_QUERY,
): { readonly query: StatisticQuery; readonly unread: readonly UnreadPart[] } {
  const unread: UnreadPart[] = []
  const fail = (name: string, value: string) => void unread.push({ name, value })
  const one = <T>(name: string, otherwise: T, read: (text: string) => T | null): T => {
    const [text] = valuesOf(given, name)
    if (text === undefined) return otherwise
    const value = read(text)
    if (value === null) fail(name, text)
    return value ?? otherwise
  }
  const measures = listOf(given, 'measure', (code) => measureOf(code) !== null, fail)
  const line = (name: 'rows' | 'columns'): DimensionCode | null =>
    valuesOf(given, name)[0] === 'none' ? null : one(name, base[name], (text) => dimensionOf(text)?.code ?? null)
  const month = (name: 'from' | 'to') => one(name, base[name], (text) => (MONTH.test(text) ? text : null))
  const filters = DIMENSIONS.flatMap(({ code }): DimensionFilter[] => {
    const isAsked = valuesOf(given, code).length > 0
    if (!isAsked) return base.filters.filter(({ dimension }) => dimension === code)
    const values = listOf(given, code, (value) => isValueOf(code, value), fail)
    return values.length > 0 ? [{ dimension: code, values }] : []
  })
  const asked: StatisticQuery = {
    measures: measures.length > 0 ? measures : base.measures,
    rows: line('rows'),
    columns: line('columns'),
    from: month('from'),
    to: month('to'),
    filters,
    threshold: one<Threshold>(
      'threshold',
      base.threshold,
      (text) => THRESHOLDS.find((t) => String(t) === text) ?? null,
    ),
    rounding: one<1 | 5>('rounding', base.rounding, (text) => (text === '5' ? 5 : text === '1' ? 1 : null)),
  }
  return { query: fitting(normalQuery(asked), fail), unread }
}

/** The same question in the one form there is of it: sorted, without doubles, months in order. */
export function normalQuery(query: StatisticQuery): StatisticQuery {
  const isTurned = query.from !== null && query.to !== null && query.from > query.to
  const measures = [...new Set(query.measures)]
  return {
    ...query,
    measures,
    columns: measures.length > 1 ? null : query.columns,
    from: isTurned ? query.to : query.from,
    to: isTurned ? query.from : query.to,
    filters: query.filters
      .filter(({ values }) => values.length > 0)
      .map(({ dimension, values }) => ({ dimension, values: [...new Set(values)].toSorted() }))
      .toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1)),
  }
}

/** The address of a question; what is as when nothing is asked is left out. Read back by `readQuery`. */
export function queryAddress(query: StatisticQuery): URLSearchParams {
  const address = new URLSearchParams()
  const normal = normalQuery(query)
  for (const measure of normal.measures) address.append('measure', measure)
  if (normal.rows !== null) address.set('rows', normal.rows)
  if (normal.columns !== null) address.set('columns', normal.columns)
  if (normal.from !== null) address.set('from', normal.from)
  if (normal.to !== null) address.set('to', normal.to)
  for (const { dimension, values } of normal.filters) for (const value of values) address.append(dimension, value)
  if (normal.threshold !== DEFAULT_QUERY.threshold) address.set('threshold', String(normal.threshold))
  if (normal.rounding !== DEFAULT_QUERY.rounding) address.set('rounding', String(normal.rounding))
  return address
}

/** The text a question is known by (queryId is made of it): the same for the same question. */
export function canonicalText(query: StatisticQuery): string {
  const address = queryAddress(query)
  address.set('threshold', String(query.threshold))
  address.set('rounding', String(query.rounding))
  return address.toString()
}

function fitting(query: StatisticQuery, fail: (name: string, value: string) => void): StatisticQuery {
  if (isAnswerable(query)) return query
  const isOf = (dimension: DimensionCode) =>
    query.measures.every((code) => measureOf(code)?.dimensions.includes(dimension) === true)
  const line = (name: 'rows' | 'columns') => {
    const asked = query[name]
    if (asked === null || (isOf(asked) && (name === 'rows' || asked !== query.rows))) return asked
    fail(name, asked)
    return null
  }
  for (const { dimension, values } of query.filters) if (!isOf(dimension)) fail(dimension, values.join(','))
  const filters = query.filters.filter(({ dimension }) => isOf(dimension))
  return { ...query, rows: line('rows'), columns: line('columns'), filters }
}

function valuesOf(given: AddressQuery, name: string): readonly string[] {
  const raw = given instanceof URLSearchParams ? given.getAll(name) : [given[name] ?? []].flat()
  return raw.flatMap((text) => text.split(',')).flatMap((text) => (text.trim() === '' ? [] : [text.trim()]))
}

function listOf(
  given: AddressQuery,
  name: string,
  isGood: (value: string) => boolean,
  fail: (name: string, value: string) => void,
): string[] {
  const values = valuesOf(given, name)
  for (const value of values) if (!isGood(value)) fail(name, value)
  return values.filter(isGood)
}

/** Whether a text may be a value of a dimension. */
export function isValueOf(dimension: DimensionCode, value: string): boolean {
  if (value === UNKNOWN) return true
  const list = listedValues(dimension)
  if (list !== null) return list.includes(value)
  if (dimension === 'office') return OFFICE.test(value)
  if (dimension.endsWith('_month')) return MONTH.test(value)
  return (dimension.endsWith('_quarter') ? QUARTER : YEAR).test(value)
}
