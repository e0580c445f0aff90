import type { LoggedRelease } from '@/lib/domain/statistics/disclosure/told-before'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import type { ToldClasses } from './file-columns'
import { monthText } from './ladders'

/** What a file says of its months as a table would: how many reports there are. Null where some are left out: how many is not told. */
export function windowTold(
  { classes }: Pick<ToldClasses, 'classes'>,
  months: readonly [number, number],
): LoggedRelease | null {
  const sizes = Object.values(classes)
  if (sizes.some((size) => size < 0)) return null
  const reporters = sizes.reduce((sum, size) => sum + size, 0)
  const told = [reporters, reporters, 0, 0] as const
  const [from, to] = months.map(monthText)
  const place = { row: null, column: null }
  const nothing = { sum: null, spread: null, interval: null, meanInterval: null }
  const cell = { ...place, reporters, missing: 0, base: reporters, hits: reporters, value: reporters, ...nothing }
  return {
    measure: 'reports',
    of: 'report',
    query: { ...DEFAULT_QUERY, measures: ['reports'], from: from ?? null, to: to ?? null },
    version: 0,
    asOf: new Date(0).toISOString(),
    cells: [{ ...place, level: 3, told, heldSince: told, cell }],
  }
}
