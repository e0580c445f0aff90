import type { RawTable } from '../raw-table'
import type { Measure } from '../registry/measures'
import type { ReleasedCell } from '../released-table'
import { NarrowIntervalError } from './audit'
import { countsOf, tieDifferences } from './differencing'
import { gridOf, placeKey, type Grid } from './grid'
import { choosePattern, everyInnerCell, freshTies } from './pattern'
import { levelOf, releasedCell, type Level, type Pattern } from './released-cells'
import { chooseKept, lastTold, tieToThePast } from './stickiness'
import type { LoggedCell, LoggedRelease, ToldBefore } from './told-before'

/** The threshold of the log. A higher one only takes away from what this one tells. */
export const LOG_THRESHOLD = 5

/** How often cells that would tell of the past are held back before a table is given up. */
const TRIES = 8

/** A measure as the log knows it. */
export type LoggedMeasure = Pick<Measure, 'code' | 'of' | 'form' | 'unit'>

/**
 * The next release of a question, as the log keeps it, after everything that was told before to the same people. Each cell is told as
 * it is, as it was told last, or not at all. `key` is the question's place in the log.
 */
export function nextRelease(table: RawTable, measure: LoggedMeasure, key: string, before: ToldBefore): LoggedRelease {
  const grid = gridOf(table)
  const about = { measure: measure.code, of: measure.of }
  const last = lastTold(grid, measure.code, before)
  const ties = freshTies(grid.size)
  tieToThePast(grid, about, before, LOG_THRESHOLD, ties)
  tieDifferences(grid, about, key, before, LOG_THRESHOLD, ties)
  const made = (cells: readonly LoggedCell[]): LoggedRelease => ({
    ...about,
    query: { ...table.query, measures: [measure.code], threshold: LOG_THRESHOLD, rounding: 1 },
    version: table.version,
    asOf: table.asOf.toISOString(),
    cells,
  })
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const pattern = patternOr(grid, measure, ties)
    if (pattern === null) break
    const { kept, unkept } = chooseKept(grid, pattern, last, LOG_THRESHOLD)
    if (unkept.length === 0) return made(logged(grid, pattern, kept, last, measure))
    for (const cell of unkept) ties.reporters.hide[cell] = 1
  }
  return made(asBefore(grid, last, measure))
}

function patternOr(grid: Grid, { form }: LoggedMeasure, ties: ReturnType<typeof freshTies>): Pattern | null {
  try {
    return choosePattern(grid, form, LOG_THRESHOLD, ties)
  } catch (error) {
    if (error instanceof NarrowIntervalError) return null
    throw error
  }
}

function logged(
  grid: Grid,
  pattern: Pattern,
  kept: Uint8Array,
  last: readonly (LoggedCell | null)[],
  measure: LoggedMeasure,
): LoggedCell[] {
  return grid.places.flatMap((place, cell): LoggedCell[] => {
    const then = last[cell] ?? null
    const level = levelOf(pattern, cell)
    if (kept[cell] === 1 && then !== null) return [{ ...then, ...place }]
    if (isLeftOut(grid, cell, level)) return []
    const now = countsOf(grid, cell)
    const isStillHeld = then !== null && level < 3 && then.level <= level
    return [
      {
        ...place,
        level,
        told: now,
        heldSince: isStillHeld ? then.heldSince : now,
        cell: releasedCell(grid, cell, level, measure),
      },
    ]
  })
}

// Nothing that was not told before: each cell as it was told last, all others held back.
function asBefore(grid: Grid, last: readonly (LoggedCell | null)[], measure: LoggedMeasure): LoggedCell[] {
  const isFirst = last.every((cell) => cell === null)
  const pattern = everyInnerCell(grid, LOG_THRESHOLD)
  return grid.places.flatMap((place, cell): LoggedCell[] => {
    const then = last[cell] ?? null
    if (then !== null) return [{ ...then, ...place }]
    const level = isFirst ? levelOf(pattern, cell) : 0
    if (isLeftOut(grid, cell, level)) return []
    const now = countsOf(grid, cell)
    return [{ ...place, level, told: now, heldSince: now, cell: releasedCell(grid, cell, level, measure) }]
  })
}

function isLeftOut(grid: Grid, cell: number, level: Level): boolean {
  const raw = grid.cells[cell] ?? null
  return raw === null && (level > 0 || (cell === grid.size - 1 && !grid.hasTotal))
}

/** The cells of a release as they leave, with a higher threshold held back further. */
export function toldCells(release: LoggedRelease, table: RawTable, measure: LoggedMeasure): ReleasedCell[] {
  // What was told last may have been told by another question, in another place of its table.
  const inPlace = ({ row, column, cell }: LoggedCell): ReleasedCell => ({ ...cell, row, column })
  if (table.query.threshold === LOG_THRESHOLD) return release.cells.map(inPlace)
  const grid = gridOf(table)
  const ties = freshTies(grid.size)
  const byKey = new Map(release.cells.map((cell) => [placeKey(cell), cell]))
  const levels = grid.places.map(({ row, column }) => byKey.get(placeKey({ row, column }))?.level ?? null)
  levels.forEach((level, cell) => {
    if (level === null) return
    if (level < 1) ties.reporters.hide[cell] = 1
    if (level < 2) ties.inside.hide[cell] = 1
    if (level < 3) ties.sums.hide[cell] = 1
  })
  const pattern = (() => {
    try {
      return choosePattern(grid, measure.form, table.query.threshold, ties)
    } catch (error) {
      if (error instanceof NarrowIntervalError) return everyInnerCell(grid, table.query.threshold)
      throw error
    }
  })()
  return grid.places.flatMap(({ row, column }, cell) => {
    const told = byKey.get(placeKey({ row, column }))
    const level = Math.min(levelOf(pattern, cell), told?.level ?? 3) as Level
    if (told !== undefined && level === told.level) return [inPlace(told)]
    return isLeftOut(grid, cell, level) ? [] : [releasedCell(grid, cell, level, measure)]
  })
}
