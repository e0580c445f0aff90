/** The ways cases are counted for administrators. */
export const CASE_DIMENSIONS = ['state', 'grievance', 'severity', 'month'] as const

/** A way cases are counted. `month` is the month of receipt in Japan, `YYYY-MM`. */
export type CaseDimension = (typeof CASE_DIMENSIONS)[number]

/** How many cases share two codes, as the database groups them. */
export type CaseCount = { readonly row: string; readonly column: string; readonly cases: number }

/**
 * A table of counts with its totals. A case with two grievances stands in two rows, so `rowTotals`
 * may add up to more than there are cases: totals here are sums of the cells, nothing else.
 */
export type CountTable = {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly number[])[]
  readonly rowTotals: readonly number[]
  readonly columnTotals: readonly number[]
  readonly total: number
}

/** Spreads counts over a table with the given rows and columns; a pair nobody counted is 0. */
export function countTable(
  counts: readonly CaseCount[],
  rows: readonly string[],
  columns: readonly string[],
): CountTable {
  const cells = rows.map((row) =>
    columns.map((column) => sum(counts.filter((c) => c.row === row && c.column === column).map((c) => c.cases))),
  )
  const rowTotals = cells.map(sum)
  const columnTotals = columns.map((_, index) => sum(cells.map((row) => row[index] ?? 0)))
  return { rows, columns, cells, rowTotals, columnTotals, total: sum(rowTotals) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
