import { GRIEVANCE_CODES } from '../grievances/catalog'
import { SEVERITIES } from '../severity-levels'
import { STATES } from '../workflow/states'
import { countTable, type CaseDimension } from './case-counts'
import { monthAfter } from './filter'
import { SMALLEST_CELL, suppressSmallCells, type ShownCount } from './suppress'

/** Counts by one dimension as they may be shown. `reports` is how many reports were counted, each once. */
export type ShownCounts = {
  readonly dimension: CaseDimension
  readonly rows: readonly { readonly code: string; readonly reports: ShownCount }[]
  readonly reports: ShownCount
}

/**
 * Orders counts (states and severities as the workflow has them, grievances by how often, months without a gap) and holds
 * back small ones, and as many others as it takes that no total tells them.
 */
export function showCounts(
  dimension: CaseDimension,
  counts: { readonly reports: number; readonly byCode: ReadonlyMap<string, number> },
  threshold = SMALLEST_CELL,
): ShownCounts {
  const codes = codesOf(dimension, counts.byCode)
  const table = suppressSmallCells(
    countTable(
      codes.map((code) => ({ row: code, column: 'n', cases: counts.byCode.get(code) ?? 0 })),
      codes,
      ['n'],
    ),
    threshold,
  )
  const isSmall = counts.reports > 0 && counts.reports < threshold
  return {
    dimension,
    rows: codes.map((code, index) => ({ code, reports: table.cells[index]?.[0] ?? 's' })),
    reports: isSmall || (dimension !== 'grievance' && table.total === 's') ? 's' : counts.reports,
  }
}

function codesOf(dimension: CaseDimension, byCode: ReadonlyMap<string, number>): readonly string[] {
  switch (dimension) {
    case 'state':
      return withStrangers(STATES, byCode)
    case 'severity':
      return withStrangers(SEVERITIES, byCode)
    case 'grievance':
      return withStrangers(GRIEVANCE_CODES, byCode)
        .filter((code) => byCode.has(code))
        .toSorted((a, b) => (byCode.get(b) ?? 0) - (byCode.get(a) ?? 0))
    case 'month':
      return monthsBetween([...byCode.keys()].toSorted())
    default:
      throw new Error(`unhandled dimension ${String(dimension satisfies never)}`)
  }
}

// A code of a later version must not vanish from a total.
function withStrangers(known: readonly string[], byCode: ReadonlyMap<string, number>): readonly string[] {
  return [...known, ...[...byCode.keys()].filter((code) => !known.includes(code))]
}

function monthsBetween(found: readonly string[]): readonly string[] {
  const last = found.at(-1)
  const months: string[] = []
  for (let month = found[0]; month !== undefined && last !== undefined && month <= last; month = monthAfter(month))
    months.push(month)
  return months
}
