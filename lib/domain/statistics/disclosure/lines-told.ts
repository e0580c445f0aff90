import type { StatisticQuery } from '../query'
import type { Place } from '../raw-table'
import { common, isParting, type Descriptor } from './descriptor'
import { placeKey } from './grid'
import { less, sumOf, type Sum } from './unknowns'

/** A cell of a table with what it is of. */
export type Placed = { readonly place: Place; readonly who: Descriptor }

/**
 * What the lines of a table say by themselves: parts and total are the same people. Cells that are not there are of nobody. Where a
 * report can stand in several lines these say nothing.
 */
export function linesTold({ rows, columns }: StatisticQuery, cells: readonly Placed[]): Sum[] {
  const byPlace = new Map(cells.map((cell) => [placeKey(cell.place), cell.who]))
  const down = [...new Set(cells.flatMap(({ place }) => place.row ?? []))]
  const across = [...new Set(cells.flatMap(({ place }) => place.column ?? []))]
  const line = (total: Place, parts: readonly Place[]): Sum[] => {
    const whole = byPlace.get(placeKey(total))
    if (whole === undefined || parts.length === 0) return []
    return [
      parts.reduce((rest, part) => {
        const who = byPlace.get(placeKey(part))
        return who === undefined ? rest : less(rest, sumOf(who))
      }, sumOf(whole)),
    ]
  }
  const isAdding = (dimension: StatisticQuery['rows']) =>
    dimension !== null && (isParting(dimension) || isOfMonths(dimension))
  const downwards = isAdding(rows)
    ? [...across, null].flatMap((column) =>
        line(
          { row: null, column },
          down.map((row) => ({ row, column })),
        ),
      )
    : []
  const sideways = isAdding(columns)
    ? [...down, null].flatMap((row) =>
        line(
          { row, column: null },
          across.map((column) => ({ row, column })),
        ),
      )
    : []
  return [...downwards, ...sideways].filter((rest) => rest.size > 0)
}

/** How many terms finer sums may have altogether. */
const MOST_TERMS = 5_000

/**
 * What the lines of tables say of other cells: whoever lies within the whole of a table lies in one of its lines. Only of cells that
 * somebody asked about as finely.
 */
export function finerSums(
  tables: readonly { readonly query: StatisticQuery; readonly cells: readonly Placed[] }[],
  cells: readonly Descriptor[],
): Sum[] {
  const asked = new Set(cells.map(({ narrowed }) => narrowed))
  const sums: Sum[] = []
  let left = MOST_TERMS
  for (const { query, cells: told } of tables) {
    const whole = told.find(({ place }) => place.row === null && place.column === null)?.who
    for (const [dimension, other, at] of [
      [query.rows, query.columns, 'row'],
      [query.columns, query.rows, 'column'],
    ] as const) {
      if (whole === undefined || dimension === null || !isParting(dimension)) continue
      const lines = told.filter(
        ({ place }) => place[at] !== null && (other === null || place[at === 'row' ? 'column' : 'row'] === null),
      )
      const narrowed = lines[0]?.who.narrowed ?? 0
      for (const cell of cells) {
        // Only what somebody asked about as finely; and a cell of one line is in that line.
        if (!asked.has(cell.narrowed | narrowed) || (narrowed & ~whole.narrowed & ~cell.narrowed) === 0) continue
        if (left <= 0) return sums
        left -= lines.length
        const within = common(cell, whole)
        const parts = within === null ? [] : lines.flatMap(({ who }) => common(within, who) ?? [])
        if (within === null || parts.length < 2) continue
        const sum = parts.reduce((rest, part) => less(rest, sumOf(part)), sumOf(within))
        if (sum.size > 0) sums.push(sum)
      }
    }
  }
  return sums
}

function isOfMonths(dimension: string): boolean {
  return dimension.startsWith('received_')
}
