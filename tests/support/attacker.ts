import highsLoader from 'highs'
import type { MadeReport } from '@/tests/support/made-tables'
import type { RawTable } from '@/lib/domain/statistics/raw-table'
import type { ReleasedTable } from '@/lib/domain/statistics/released-table'

/** What an attacker can still believe of a number: smallest and largest. */
export type Believed = { readonly low: number; readonly high: number }

const PARTS = ['h', 'n', 'm'] as const
type Part = (typeof PARTS)[number]
export type Wanted = 'reporters' | Part

let solver: Awaited<ReturnType<typeof highsLoader>> | null = null

/** The status of a report as a part. */
export const PART_OF = { hit: 'h', other: 'n', missing: 'm' } as const satisfies Record<MadeReport['status'], Part>

/**
 * Somebody who reads a release, knows that lines add up, that nothing is below zero, and one report of his own; who solves linear
 * programmes (HiGHS) for what a held-back number can be.
 */
export async function attack(
  { rows, columns, cells }: ReleasedTable,
  truth: RawTable,
  target: { readonly row: string | null; readonly column: string | null; readonly wanted: Wanted },
  own: Part | null,
): Promise<Believed> {
  solver ??= await highsLoader()
  const allRows = truth.query.rows === null ? [null] : [...rows, null]
  const allColumns = truth.query.columns === null ? [null] : [...columns, null]
  const name = (part: string, row: string | null, column: string | null) =>
    `${part}_${String(allRows.indexOf(row))}_${String(allColumns.indexOf(column))}`
  const rules: string[] = []
  for (const part of PARTS) {
    for (const row of allRows) {
      if (allColumns.length > 1)
        rules.push(`${columns.map((column) => name(part, row, column)).join(' + ')} - ${name(part, row, null)} = 0`)
    }
    for (const column of allColumns) {
      if (allRows.length > 1)
        rules.push(`${rows.map((row) => name(part, row, column)).join(' + ')} - ${name(part, null, column)} = 0`)
    }
  }
  const sumOf = (parts: readonly Part[], row: string | null, column: string | null) =>
    parts.map((part) => name(part, row, column)).join(' + ')
  for (const row of allRows) {
    for (const column of allColumns) {
      const cell = cells.find((one) => one.row === row && one.column === column)
      const told = cell ?? { reporters: 0, base: 0, hits: 0, missing: 0 }
      if (typeof told.reporters === 'number') rules.push(`${sumOf(PARTS, row, column)} = ${String(told.reporters)}`)
      if (typeof told.base === 'number') rules.push(`${sumOf(['h', 'n'], row, column)} = ${String(told.base)}`)
      if (typeof told.hits === 'number') rules.push(`${sumOf(['h'], row, column)} = ${String(told.hits)}`)
      if (typeof told.missing === 'number') rules.push(`${sumOf(['m'], row, column)} = ${String(told.missing)}`)
    }
  }
  if (own !== null) rules.push(`${name(own, target.row, target.column)} >= 1`)
  const goal =
    target.wanted === 'reporters'
      ? sumOf(PARTS, target.row, target.column)
      : name(target.wanted, target.row, target.column)
  const model = (way: string) =>
    `${way}\n obj: ${goal}\nSubject To\n${rules.map((rule, index) => ` c${String(index)}: ${rule}`).join('\n')}\nEnd`
  const solve = (way: 'Minimize' | 'Maximize'): number => {
    const found = solver?.solve(model(way))
    if (found?.Status === 'Optimal') return found.ObjectiveValue
    if (way === 'Maximize' && found !== undefined && /unbounded/iu.test(found.Status)) return Infinity
    throw new Error(`the attacker's programme is ${found?.Status ?? 'not solved'}`)
  }
  return { low: Math.ceil(solve('Minimize') - 1e-6), high: Math.floor(solve('Maximize') + 1e-6) }
}
