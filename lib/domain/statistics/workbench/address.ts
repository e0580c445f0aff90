import { seriesOf } from '../comparison/all-series'
import type { ComparisonSeries } from '../comparison/series'
import type { StatisticQuery } from '../query'
import { normalQuery, queryAddress, readQuery, type AddressQuery, type UnreadPart } from '../query-text'
import { MEASURES } from '../registry/measure-list'
import { MEASURE_GROUPS } from '../registry/measures'
import { SURVEY_PRESET } from './presets'

/** What stands beside the answer: nothing, a published series, or our own figures of another period or corridor. */
export type Comparison =
  | { readonly kind: 'none' }
  | { readonly kind: 'series'; readonly series: ComparisonSeries }
  | { readonly kind: 'period' | 'corridor'; readonly query: StatisticQuery }

/** What the page is asked for; the address says it all. */
export type WorkbenchQuery = { readonly query: StatisticQuery; readonly comparison: Comparison }

/** In place of a measure: all of a group. */
const GROUP = 'all_'

/**
 * The question of an address: as `readQuery`, and `compare` with `period` (months in `compare_from`, `compare_to`), `corridor`
 * (`compare_corridor`), the id of a published series, or `none`. `measure=all_<group>` stands for every measure of the group.
 * Without a measure it is the table of the survey.
 */
export function readWorkbench(given: AddressQuery): WorkbenchQuery & { readonly unread: readonly UnreadPart[] } {
  const address = withGroups(toParams(given))
  const isOpen = address.getAll('measure').every((code) => code.trim() === '')
  const read = isOpen ? readQuery(address, SURVEY_PRESET.query) : readQuery(address)
  const asked = address.get('compare')?.trim() || (isOpen ? (SURVEY_PRESET.compare ?? 'none') : 'none')
  const { comparison, unread } = readComparison(asked, address, read.query)
  return { query: read.query, comparison, unread: [...read.unread, ...unread] }
}

function readComparison(
  asked: string,
  address: URLSearchParams,
  query: StatisticQuery,
): { readonly comparison: Comparison; readonly unread: readonly UnreadPart[] } {
  const none: Comparison = { kind: 'none' }
  if (asked === 'none') return { comparison: none, unread: [] }
  const series = seriesOf(asked)
  if (series !== null) return { comparison: { kind: 'series', series }, unread: [] }
  if (asked !== 'period' && asked !== 'corridor')
    return { comparison: none, unread: [{ name: 'compare', value: asked }] }
  const names = asked === 'period' ? ['from', 'to'] : ['corridor']
  const second = new URLSearchParams(
    names.flatMap((name) => address.getAll(`compare_${name}`).map((value) => [name, value])),
  )
  const base =
    asked === 'period'
      ? { ...query, from: null, to: null }
      : { ...query, filters: query.filters.filter(({ dimension }) => dimension !== 'corridor') }
  const read = readQuery(second, base)
  const isTold = names.some((name) => (second.get(name) ?? '').trim() !== '')
  const unread = read.unread.map(({ name, value }) => ({ name: `compare_${name}`, value }))
  // Fields that were left empty compare with nothing: everything beside everything says nothing.
  return { comparison: isTold ? { kind: asked, query: read.query } : none, unread }
}

/** The address of a question with what it is compared with. Read back by `readWorkbench`. */
export function workbenchAddress({ query, comparison }: WorkbenchQuery): URLSearchParams {
  const address = queryAddress(query)
  if (comparison.kind === 'none') return address
  address.set('compare', compareCode(comparison))
  if (comparison.kind === 'period') {
    if (comparison.query.from !== null) address.set('compare_from', comparison.query.from)
    if (comparison.query.to !== null) address.set('compare_to', comparison.query.to)
  }
  if (comparison.kind === 'corridor') {
    for (const value of corridorsOf(comparison.query)) address.append('compare_corridor', value)
  }
  return address
}

/** What stands in `compare`. */
export function compareCode(comparison: Comparison): string {
  return comparison.kind === 'series' ? comparison.series.id : comparison.kind
}

/** The corridors a question is narrowed to. */
export function corridorsOf(query: StatisticQuery): readonly string[] {
  return query.filters.find(({ dimension }) => dimension === 'corridor')?.values ?? []
}

/** The same question without one value of a filter. */
export function withoutValue(query: StatisticQuery, dimension: string, value: string): StatisticQuery {
  return normalQuery({
    ...query,
    filters: query.filters.map((filter) =>
      filter.dimension === dimension ? { ...filter, values: filter.values.filter((one) => one !== value) } : filter,
    ),
  })
}

/** The code that stands for all measures of a group in the choice, when these are they; null otherwise. */
export function wholeGroup(measures: readonly string[]): string | null {
  const group = MEASURE_GROUPS.find((one) => {
    const codes = codesOf(one)
    return codes.length > 1 && codes.length === measures.length && codes.every((code) => measures.includes(code))
  })
  return group === undefined ? null : `${GROUP}${group}`
}

function codesOf(group: string): string[] {
  return MEASURES.filter((measure) => measure.group === group).map(({ code }) => code)
}

function withGroups(address: URLSearchParams): URLSearchParams {
  const measures = address.getAll('measure').flatMap((code) => {
    const codes = code.startsWith(GROUP) ? codesOf(code.slice(GROUP.length)) : []
    return codes.length > 0 ? codes : [code]
  })
  address.delete('measure')
  for (const code of measures) address.append('measure', code)
  return address
}

function toParams(given: AddressQuery): URLSearchParams {
  if (given instanceof URLSearchParams) return new URLSearchParams(given)
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((text) => [name, text])),
  )
}
