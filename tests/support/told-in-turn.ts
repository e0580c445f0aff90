import { protect } from '@/lib/domain/statistics/disclosure/protect'
import { ToldBefore } from '@/lib/domain/statistics/disclosure/told-before'
import type { RawCell } from '@/lib/domain/statistics/raw-table'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { ReleasedTable } from '@/lib/domain/statistics/released-table'

/** So many people who share values of dimensions; `received_month` is the month, of which quarters and years are made. */
export type Some = { readonly count: number; readonly values: Readonly<Record<string, string>> }

/** A scope in which questions are asked one after another about people that are counted as the engine does, one value each. */
export class ToldInTurn {
  readonly before = new ToldBefore()
  people: readonly Some[]
  #seq = 0

  constructor(people: readonly Some[]) {
    this.people = people
  }

  /** Asks, and puts what is told into the log. */
  ask(change: Partial<StatisticQuery>, measure = 'reports'): ReleasedTable {
    const query: StatisticQuery = { ...DEFAULT_QUERY, measures: [measure], ...change }
    const found = measureOf(measure)
    if (found === null) throw new TypeError(measure)
    const key = JSON.stringify({ ...query, threshold: 5 })
    const { released, logged } = protect({ ...this.#counted(query), query, measure }, found, key, this.before)
    this.before.add(key, logged, ++this.#seq)
    return released
  }

  #counted(query: StatisticQuery) {
    const { rows, columns, filters, from, to } = query
    const here = this.people.filter(
      ({ count, values }) =>
        count > 0 &&
        filters.every((filter) => filter.values.includes(valueOf(values, filter.dimension))) &&
        (from === null || valueOf(values, 'received_month') >= from) &&
        (to === null || valueOf(values, 'received_month') <= to),
    )
    const linesOf = (dimension: string | null) =>
      dimension === null ? [] : [...new Set(here.map(({ values }) => valueOf(values, dimension)))].toSorted()
    const [down, across] = [linesOf(rows), linesOf(columns)]
    const cells = [...down, null].flatMap((row) =>
      [...across, null].flatMap((column): RawCell[] => {
        const in_ = here.filter(
          ({ values }) =>
            (row === null || rows === null || valueOf(values, rows) === row) &&
            (column === null || columns === null || valueOf(values, columns) === column),
        )
        const count = in_.reduce((sum, one) => sum + one.count, 0)
        return count === 0 && row !== null && column !== null ? [] : [cellOf(row, column, count)]
      }),
    )
    return { rows: down, columns: across, cells, version: this.#seq, asOf: new Date(Date.UTC(2026, 0, 1 + this.#seq)) }
  }
}

/** The number of reporters told of a place; 0 for one that is not there. */
export function reportersAt({ cells }: ReleasedTable, row: string | null, column: string | null = null) {
  const cell = cells.find((one) => one.row === row && one.column === column)
  return cell === undefined ? 0 : cell.reporters
}

function valueOf(values: Some['values'], dimension: string): string {
  const month = values['received_month'] ?? '2025-01'
  if (dimension === 'received_month') return month
  if (dimension === 'received_year') return month.slice(0, 4)
  if (dimension === 'received_quarter') return `${month.slice(0, 4)}-Q${String(Math.ceil(Number(month.slice(5)) / 3))}`
  if (dimension !== 'corridor') return values[dimension] ?? 'unknown'
  const { origin } = values
  return origin === undefined ? 'unknown' : `${origin}-JP`
}

function cellOf(row: string | null, column: string | null, count: number): RawCell {
  return {
    row,
    column,
    reporters: count,
    missing: 0,
    base: count,
    baseReporters: count,
    hits: count,
    hitReporters: count,
    sum: count,
    over: 0,
    largest: [0, 0],
    overLargest: [0, 0],
    spread: null,
    interval: null,
    meanInterval: null,
  }
}
