import { SMALLEST_CELL } from '@/lib/domain/statistics/suppress'
import type { KpiCount } from './shown-kpis'

/** How far remedies lie apart between the groups of one kind; null where that cannot be told. `base`: all cases, of whatever group. */
export type OutcomeGap = { readonly kind: string; readonly gap: number | null; readonly base: number }

/**
 * The distance between the highest and the lowest rate of groups of five or more, by kind of group (`sex`, `origin` …), in whole
 * percent. Not told where few are on one side of a group that makes it: with the number of the group its rate would say how many.
 */
export function gapsOf(rows: readonly KpiCount[]): OutcomeGap[] {
  const kinds = [...new Set(rows.map(({ part }) => part?.split(':')[0] ?? ''))]
  const of = (kind: string) => rows.filter(({ part }) => part?.startsWith(`${kind}:`))
  // Some cases are of no group of a kind: how many must not follow.
  const base = Math.max(0, ...kinds.map((kind) => of(kind).reduce((sum, row) => sum + (row.base ?? 0), 0)))
  return kinds.map((kind) => {
    const all = of(kind)
    const groups = all
      .filter((row) => (row.base ?? 0) >= SMALLEST_CELL)
      .toSorted((one, other) => rateOf(one) - rateOf(other))
    const [lowest, highest] = [groups[0], groups.at(-1)]
    if (groups.length < 2 || lowest === undefined || highest === undefined) return { kind, gap: null, base }
    const isTold = !isOneSided(lowest) && !isOneSided(highest)
    return { kind, gap: isTold ? Math.round(100 * (rateOf(highest) - rateOf(lowest))) / 100 : null, base }
  })
}

function rateOf({ hits, base }: KpiCount): number {
  return (hits ?? 0) / (base ?? 1)
}

function isOneSided({ hits, base }: KpiCount): boolean {
  return [hits ?? 0, (base ?? 0) - (hits ?? 0)].some((count) => count > 0 && count < SMALLEST_CELL)
}
