import type { StatisticQuery } from '@/lib/domain/statistics/query'
import type { RawCell, RawTable } from '@/lib/domain/statistics/raw-table'

/** One made-up report: the lines it stands in, whether it has the fact, whether it hits, its amount. */
export type MadeReport = {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly status: 'hit' | 'other' | 'missing'
  readonly amount: number
}

/** A question over made-up reports; null leaves rows or columns out. */
export function madeQuery(change: Partial<StatisticQuery> = {}): StatisticQuery {
  return {
    measures: ['paid_share'],
    rows: 'corridor',
    columns: 'scheme',
    from: null,
    to: null,
    filters: [],
    threshold: 5,
    rounding: 1,
    ...change,
  }
}

/** Counts made-up reports as the engine does. */
export function madeTable(reports: readonly MadeReport[], query: StatisticQuery = madeQuery(), version = 1): RawTable {
  const rows = query.rows === null ? [] : [...new Set(reports.flatMap((one) => one.rows))].toSorted()
  const columns = query.columns === null ? [] : [...new Set(reports.flatMap((one) => one.columns))].toSorted()
  const cells = [...rows, null].flatMap((row) =>
    [...columns, null].flatMap((column): RawCell[] => {
      const here = reports.filter(
        (one) => (row === null || one.rows.includes(row)) && (column === null || one.columns.includes(column)),
      )
      return here.length === 0 && row !== null && column !== null ? [] : [madeCell(row, column, here)]
    }),
  )
  return {
    query,
    measure: query.measures[0] ?? '',
    rows,
    columns,
    cells,
    version,
    asOf: new Date('2026-11-21T00:00:00Z'),
  }
}

function madeCell(row: string | null, column: string | null, here: readonly MadeReport[]): RawCell {
  const having = here.filter(({ status }) => status !== 'missing')
  const hits = having.filter(({ status }) => status === 'hit').length
  const amounts = having.map(({ amount }) => amount).toSorted((a, b) => b - a)
  return {
    row,
    column,
    reporters: here.length,
    missing: here.length - having.length,
    base: having.length,
    baseReporters: having.length,
    hits,
    hitReporters: hits,
    sum: amounts.reduce((sum, amount) => sum + amount, 0),
    over: 0,
    largest: [amounts[0] ?? 0, amounts[1] ?? 0],
    overLargest: [0, 0],
    spread: null,
    interval: null,
    meanInterval: null,
  }
}
