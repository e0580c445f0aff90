import { KPIS, type Kpi } from '../learning/kpis'
import { gapsOf } from '../learning/outcome-gap'
import type { KpiCount } from '../learning/shown-kpis'
import { QUARTILE_REPORTERS, TENTH_REPORTERS } from './disclosure/rules'
import type { RawCell, RawTable } from './raw-table'
import type { ReleasedCell } from './released-table'

/**
 * A measure of our own work as a table. `base` are the cases it is about; `hits` those of a share. Hours, scores and gaps stand in
 * `sum`, which is the figure itself and no sum to be divided. A measure in parts (channels, languages, severities) has a row for each
 * and their total, which other measures tell anyway. Of a mix a row is of its own cases, and the total is what it is divided by. A gap
 * has a row for each kind of group, of all cases; `over` is 1 where it may be told.
 */
export function deskTable(
  code: string,
  counts: readonly KpiCount[],
  about: Pick<RawTable, 'query' | 'version' | 'asOf'>,
): RawTable {
  const kpi = kpiOf(code)
  if (kpi === null) throw new TypeError(`no measure of our work: ${code}`)
  const cells = cellsOf(
    kpi,
    counts.filter((count) => count.kpi === kpi.code),
  )
  const rows = cells.flatMap(({ row }) => (row === null ? [] : [row]))
  return { ...about, measure: code, rows, columns: [], cells }
}

/** How many reports a figure needs that is the number of one or two of them; 0 where it is not. */
export function leastOfDesk(code: string): number {
  if (code.endsWith('_median')) return QUARTILE_REPORTERS
  return code.endsWith('_p90') ? TENTH_REPORTERS : 0
}

/** The cells of a measure of our own work with what follows from the whole table: a mix is divided by its total, if that is told. */
export function finishedDesk(table: RawTable, cells: readonly ReleasedCell[]): readonly ReleasedCell[] {
  const kpi = kpiOf(table.measure)
  if (kpi === null) return cells
  if (isMix(kpi)) {
    const total = cells.find(({ row }) => row === null)?.reporters ?? 's'
    return cells.map((cell) => {
      const isTold = typeof cell.reporters === 'number' && typeof total === 'number'
      if (!isTold) return { ...cell, base: 's', value: 's' }
      return { ...cell, base: total, value: total === 0 ? null : Number(cell.reporters) / total }
    })
  }
  if (kpi.parts !== 'group') return cells
  const gaps = new Map(
    table.cells.map(({ row, over, sum }) => [row, over > 0 ? sum : row === null ? null : ('s' as const)]),
  )
  return cells.map((cell) => ({
    ...cell,
    hits: null,
    value: cell.value === 's' ? 's' : (gaps.get(cell.row) ?? null),
    interval: null,
  }))
}

function kpiOf(code: string): Kpi | null {
  return KPIS.find((one) => `desk_${one.code}` === code) ?? null
}

function isMix({ code }: Kpi): boolean {
  return code.endsWith('_mix')
}

function cellsOf(kpi: Kpi, counts: readonly KpiCount[]): RawCell[] {
  if (kpi.parts === 'group') {
    const gaps = gapsOf(counts)
    const whole = gaps.slice(0, 1).map(({ base }) => ({ kind: null, gap: null, base }))
    return [...gaps, ...whole].map(({ kind, gap, base }) => {
      const cell = cellOf({ kpi: kpi.code, part: kind, hits: 0, base, amount: gap }, kind)
      return { ...cell, over: Number(gap !== null) }
    })
  }
  if (kpi.parts === 'none') return counts.map((count) => cellOf(count, null))
  const parts = isMix(kpi) ? counts.map((count) => ({ ...count, base: count.hits })) : counts
  if (parts.length === 0) return []
  const sum = (of: 'hits' | 'base') => parts.reduce((all, count) => all + (count[of] ?? 0), 0)
  const total = { kpi: kpi.code, part: null, hits: sum('hits'), base: sum('base'), amount: null }
  return [...parts.map((count) => cellOf(count, count.part)), cellOf(total, null)]
}

function cellOf({ hits, base, amount }: KpiCount, row: string | null): RawCell {
  const [of, having] = [base ?? hits ?? 0, hits ?? 0]
  return {
    row,
    column: null,
    reporters: of,
    missing: 0,
    base: of,
    baseReporters: of,
    hits: having,
    hitReporters: having,
    sum: amount ?? 0,
    over: 0,
    largest: [0, 0],
    overLargest: [0, 0],
    spread: null,
    interval: null,
    meanInterval: null,
  }
}
