import type { RawTable } from '@/lib/domain/statistics/raw-table'
import { listedValues } from '@/lib/domain/statistics/registry/dimension-values'
import { UNKNOWN, type DimensionCode } from '@/lib/domain/statistics/registry/dimensions'

/** Lines that nobody stands in, by their values. */
export type EmptyLines = { readonly rows: readonly string[]; readonly columns: readonly string[] }

/** A table with some lines more in which nobody stands: one that is not there says that nobody does, and could not be held back. */
export function withLines(table: RawTable, { rows, columns }: EmptyLines): RawTable {
  const { query } = table
  return {
    ...table,
    rows: inOrder(query.rows, [...table.rows, ...rows]),
    columns: inOrder(query.columns, [...table.columns, ...columns]),
  }
}

/** The lines cells stand in that a table does not have. */
export function linesMissing(
  table: Pick<RawTable, 'rows' | 'columns'>,
  cells: Iterable<{ readonly row: string | null; readonly column: string | null }>,
): EmptyLines {
  const [rows, columns] = [new Set<string>(), new Set<string>()]
  for (const { row, column } of cells) {
    if (row !== null && !table.rows.includes(row)) rows.add(row)
    if (column !== null && !table.columns.includes(column)) columns.add(column)
  }
  return { rows: [...rows], columns: [...columns] }
}

function inOrder(dimension: DimensionCode | null, values: readonly string[]): string[] {
  const listed = dimension === null ? null : listedValues(dimension)
  const placeOf = (value: string) => (value === UNKNOWN ? Infinity : (listed?.indexOf(value) ?? 0))
  return [...new Set(values)].toSorted((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)]
    return one === other ? (a < b ? -1 : 1) : one - other
  })
}
