import type { ReleasedCell, ReleasedTable } from '../statistics/released-table'
import type { Kpi } from './kpis'
import { isMet, type ShownKpi, type ShownValue } from './shown-kpis'

/** A measure as it was released: its parts, the largest first, or its one value. */
export function shownRelease(kpi: Kpi, { cells }: ReleasedTable): ShownKpi {
  const lines = kpi.parts === 'none' ? cells : cells.filter(({ row }) => row !== null)
  const values = lines.toSorted((a, b) => sizeOf(b) - sizeOf(a)).map((cell) => shown(kpi, cell))
  return { kpi, values, isMet: isMet(kpi, values) }
}

function sizeOf({ reporters }: ReleasedCell): number {
  return typeof reporters === 'number' ? reporters : 0
}

function shown({ form, parts }: Kpi, { row, value, hits, base }: ReleasedCell): ShownValue {
  if (typeof value !== 'number') return { part: row, held: true }
  const number = (count: ReleasedCell['base']) => (typeof count === 'number' ? count : null)
  const isAlone = form === 'count' || parts === 'group'
  return {
    part: row,
    held: false,
    value,
    hits: form === 'count' ? value : number(hits),
    base: isAlone ? null : number(base),
  }
}
