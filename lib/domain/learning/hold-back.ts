import { SMALLEST_CELL } from '@/lib/domain/statistics/suppress'
import type { Kpi } from './kpis'
import type { KpiCount } from './shown-kpis'

/**
 * The rows of one measure that are not told, of one office or of several. A row is held back when it is of fewer than five; when it
 * is about workers and fewer than five of them, but not none, are on one side of it; and when it, or the rest it is part of, would
 * follow from what is told: the parts of an office from its total, and an office from all less the others. `offices`: the rows of
 * each; with more than one, the sum of all is taken as told.
 */
export function heldRows(kpi: Kpi, offices: readonly (readonly KpiCount[])[]): ReadonlySet<KpiCount> {
  const held = new Set(offices.flat().filter((row) => isTooFew(kpi, row)))
  // Days are of what is published already.
  if (kpi.form === 'days') return new Set()
  // A plain count is of events or organisations, and the gap is between groups: neither is a part of a sum.
  if (kpi.form === 'count' || kpi.parts === 'group') return held
  const parts = [...new Set(offices.flat().map(({ part }) => part))]
  const lines = [
    ...(kpi.parts === 'none' ? [] : offices),
    ...(offices.length > 1
      ? parts.map((part) => offices.flatMap((rows) => rows.filter((row) => row.part === part)))
      : []),
  ]
  // What one line gives up may lay another one open: until nothing more is given up.
  for (let before = -1; before !== held.size;) {
    before = held.size
    for (const line of lines) holdMore(kpi, line, held)
  }
  return held
}

/** How many people or cases a row is of: of a mix the part itself, of anything else what it is out of. */
export function sizeOf(kpi: Kpi, { hits, base }: KpiCount): number {
  return (kpi.code.endsWith('_mix') ? hits : base) ?? 0
}

function isTooFew(kpi: Kpi, row: KpiCount): boolean {
  if (kpi.form === 'count') return kpi.code === 'systemic_flags' && (row.base ?? 0) < SMALLEST_CELL
  return sizeOf(kpi, row) < SMALLEST_CELL || isOneSided(kpi, row)
}

function isOneSided(kpi: Kpi, { hits, base }: Pick<KpiCount, 'hits' | 'base'>): boolean {
  if (!kpi.isAboutWorkers || kpi.code.endsWith('_mix') || hits === null || base === null) return false
  return isFew(hits) || isFew(base - hits)
}

function isFew(count: number): boolean {
  return count > 0 && count < SMALLEST_CELL
}

/** Gives up the smallest told rows of a line until what is held back is two rows or more, and not too few together. */
function holdMore(kpi: Kpi, line: readonly KpiCount[], held: Set<KpiCount>): void {
  for (;;) {
    const hidden = line.filter((row) => held.has(row) && sizeOf(kpi, row) > 0)
    if (hidden.length === 0) return
    const size = hidden.reduce((sum, row) => sum + sizeOf(kpi, row), 0)
    const rest = {
      hits: hidden.reduce((sum, { hits }) => sum + (hits ?? 0), 0),
      base: hidden.reduce((sum, { base }) => sum + (base ?? 0), 0),
    }
    if (hidden.length > 1 && !isFew(size) && !isOneSided(kpi, rest)) return
    const [next] = line
      .filter((row) => !held.has(row) && sizeOf(kpi, row) > 0)
      .toSorted((a, b) => sizeOf(kpi, a) - sizeOf(kpi, b))
    if (next === undefined) return
    held.add(next)
  }
}
