import type { StatisticQuery } from './query'

/** Whether a question asks for offices, and not for this one: somebody of it may know nothing of those. */
export function isOfOthers(office: string, { filters }: StatisticQuery): boolean {
  return filters.some(({ dimension, values }) => dimension === 'office' && !values.includes(office))
}

/** The question of somebody of one office: of the offices it asks for, in filters or lines, only that one is left, if it is one of them. */
export function filteredTo(office: string, query: StatisticQuery): StatisticQuery {
  if (isOfOthers(office, query)) return query
  const asksForOffices = query.filters.some(({ dimension }) => dimension === 'office')
  const isByOffice = query.rows === 'office' || query.columns === 'office'
  return asksForOffices || isByOffice ? withOffice(office, query) : query
}

/** The question of one office alone, whatever offices it names. */
export function withOffice(office: string, query: StatisticQuery): StatisticQuery {
  const filters = query.filters.filter(({ dimension }) => dimension !== 'office')
  const all = [...filters, { dimension: 'office' as const, values: [office] }]
  return { ...query, filters: all.toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1)) }
}
