import { isSchemeCode, type SchemeCode } from '../schemes'

/**
 * Which reports a table counts: months of receipt in Japan (`YYYY-MM`, both included; null is open) and one scheme or all.
 * Whole months only: two periods that differ by a day would tell who reported that day.
 */
export type StatisticsFilter = {
  readonly from: string | null
  readonly to: string | null
  readonly scheme: SchemeCode | null
}

/** What the table compares with: technical interns, all that was ever reported. */
export const DEFAULT_FILTER: StatisticsFilter = { from: null, to: null, scheme: 'titp' }

const MONTH = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/u
const JAPAN_OFFSET = '+09:00'

/**
 * The filter an address asks for (`from`, `to`, `scheme`, where `scheme=all` is every scheme). What cannot be read is left
 * open and named in `unread`, so that the page can say so; months in the wrong order are turned round.
 */
export function readFilter(query: Readonly<Record<string, unknown>>): {
  readonly filter: StatisticsFilter
  readonly unread: readonly ('from' | 'to' | 'scheme')[]
} {
  const unread: ('from' | 'to' | 'scheme')[] = []
  const month = (name: 'from' | 'to'): string | null => {
    const given = query[name]
    if (given === undefined || given === '') return null
    if (typeof given === 'string' && MONTH.test(given.trim())) return given.trim()
    unread.push(name)
    return null
  }
  const [from, to] = [month('from'), month('to')]
  const isTurned = from !== null && to !== null && from > to
  return {
    filter: {
      from: isTurned ? to : from,
      to: isTurned ? from : to,
      scheme: readScheme(query['scheme'], () => unread.push('scheme')),
    },
    unread,
  }
}

/** The instants of a filter: from the first moment of `from` to before the month after `to`, in Japan time. */
export function instantsOf({ from, to }: StatisticsFilter): {
  readonly fromAt: Date | null
  readonly toAt: Date | null
} {
  return { fromAt: from === null ? null : startOf(from), toAt: to === null ? null : startOf(monthAfter(to)) }
}

/** The filter as the query of an address; what is at its default is left out. */
export function filterQuery(filter: StatisticsFilter): URLSearchParams {
  const query = new URLSearchParams()
  if (filter.from !== null) query.set('from', filter.from)
  if (filter.to !== null) query.set('to', filter.to)
  if (filter.scheme !== DEFAULT_FILTER.scheme) query.set('scheme', filter.scheme ?? 'all')
  return query
}

/** The month after a month: `2025-12` gives `2026-01`. */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

function readScheme(given: unknown, fail: () => void): SchemeCode | null {
  if (given === undefined || given === '') return DEFAULT_FILTER.scheme
  if (given === 'all') return null
  if (typeof given === 'string' && isSchemeCode(given)) return given
  fail()
  return DEFAULT_FILTER.scheme
}

function startOf(month: string): Date {
  return new Date(`${month}-01T00:00:00${JAPAN_OFFSET}`)
}
