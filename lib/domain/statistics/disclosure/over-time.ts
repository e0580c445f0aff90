import type { Place, RawTable } from '../raw-table'
import type { Measure } from '../registry/measures'
import type { ReleasedCell } from '../released-table'
import { NarrowIntervalError } from './audit'
import { cutDown } from './cut-down'
import { countsOf, descriptorsOf, tieDifferences } from './differencing'
import { gridOf, placeKey, type Grid } from './grid'
import { tieMeasures } from './linked-measures'
import { choosePattern, everyInnerCell, freshTies, type LayerTies } from './pattern'
import { levelOf, releasedCell, type Level, type Pattern } from './released-cells'
import { isFew } from './rules'
import { chooseKept, lastTold, tieToThePast } from './stickiness'
import { settling, type Telling } from './together'
import type { LoggedCell, LoggedRelease, Told, ToldBefore } from './told-before'
import { withLines, type EmptyLines } from './witness/empty-lines'
import { holdingOf, type HeldCells } from './witness/guard'
import type { Witnesses } from './witness/witnesses'

/** The threshold of the log. A higher one only takes away from what this one tells. */
export const LOG_THRESHOLD = 5

const NO_LINES: EmptyLines = { rows: [], columns: [] }

/** How often cells that would tell of the past are held back before a table is given up. */
const TRIES = 12

/** A measure as the log knows it. */
export type LoggedMeasure = Pick<Measure, 'code' | 'of' | 'form' | 'unit'>

/**
 * The next release of a question, as the log keeps it, after everything that was told before to the same people. Each cell is told as
 * it is, as it was told last, or not at all. `key` is the question's place in the log. With `witnesses` no number of few can be worked out
 * from all tables together; without, only what follows from equations is held back. Gives way between pieces of work.
 */
export function* nextRelease(
  table: RawTable,
  measure: LoggedMeasure,
  key: string,
  before: ToldBefore,
  witnesses: Witnesses | null,
): Generator<undefined, LoggedRelease> {
  const grid = gridOf(table)
  const here = descriptorsOf(grid)
  const last = lastTold(here, measure.code, before)
  const ties = freshTies(grid.size)
  tieToThePast(grid, measure.code, here, last, before, LOG_THRESHOLD, ties)
  tieDifferences(grid, measure.code, here, key, before, LOG_THRESHOLD, ties)
  tieMeasures(grid, measure.code, before, LOG_THRESHOLD, ties)
  yield
  function* holding(cells: readonly LoggedCell[]): Generator<undefined, HeldCells> {
    if (witnesses !== null) return yield* holdingOf(witnesses, grid, cells, ties, key, before)
    return {
      reporters: settling(grid, here, tellingOf(grid, cells, ties), key, before, LOG_THRESHOLD),
      inside: [],
      lines: NO_LINES,
    }
  }
  const made = (cells: readonly LoggedCell[]): LoggedRelease => ({
    measure: measure.code,
    of: measure.of,
    query: { ...table.query, measures: [measure.code], threshold: LOG_THRESHOLD, rounding: 1 },
    version: table.version,
    asOf: table.asOf.toISOString(),
    cells,
  })
  const keep = new Uint8Array(grid.size)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const pattern = patternOr(grid, measure, ties)
    if (pattern === null) break
    const { kept, hide, hideInside } = chooseKept(grid, pattern, last, LOG_THRESHOLD, keep)
    for (const cell of hide) ties.reporters.hide[cell] = 1
    for (const cell of hideInside) ties.inside.hide[cell] = 1
    if (hide.length + hideInside.length > 0) {
      // What is kept is not what there is: that stays unknown, and bears the others.
      kept.forEach((isKept, cell) => {
        if (isKept === 0 || countsOf(grid, cell)[0] === last[cell]?.cell.told[0]) return
        keep[cell] = 1
        ties.reporters.hide[cell] = 1
        ties.reporters.known[cell] = 0
      })
      continue
    }
    const cells = logged(grid, pattern, kept, last, measure)
    yield
    const must = yield* holding(cells)
    if (isAnyLine(must.lines)) return yield* nextRelease(withLines(table, must.lines), measure, key, before, witnesses)
    if (must.reporters.length + must.inside.length === 0) return made(cells)
    for (const cell of must.reporters) ties.reporters.hide[cell] = 1
    for (const cell of must.inside) ties.inside.hide[cell] = 1
  }
  let cells = asBefore(grid, last, measure, ties)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const must = yield* holding(cells)
    if (isAnyLine(must.lines)) return yield* nextRelease(withLines(table, must.lines), measure, key, before, witnesses)
    const places = (of: readonly number[]) =>
      new Set(of.map((cell) => placeKey(grid.places[cell] ?? { row: null, column: null })))
    const [settled, inside] = [places(must.reporters), places(must.inside)]
    if (settled.size + inside.size === 0) break
    cells = cells.map((cell) =>
      settled.has(placeKey(cell))
        ? heldBack(cell, measure, 0)
        : inside.has(placeKey(cell))
          ? heldBack(cell, measure, 1)
          : cell,
    )
  }
  return made(cells)
}

function isAnyLine({ rows, columns }: EmptyLines): boolean {
  return rows.length + columns.length > 0
}

/** What is told of the reporters of each cell; one that is not there is of nobody. */
function tellingOf(grid: Grid, cells: readonly LoggedCell[], ties: LayerTies): Telling[] {
  const byPlace = new Map(cells.map((cell) => [placeKey(cell), cell]))
  return grid.places.map((place, cell) => {
    const told = byPlace.get(placeKey(place))
    const isKnown = ties.reporters.known[cell] === 1
    if (told !== undefined) return { count: told.level > 0 ? told.told[0] : null, isKnown }
    return { count: cell === grid.size - 1 && !grid.hasTotal ? null : 0, isKnown: true }
  })
}

function patternOr(
  grid: Grid,
  { form }: LoggedMeasure,
  ties: LayerTies,
  threshold: number = LOG_THRESHOLD,
): Pattern | null {
  try {
    return choosePattern(grid, form, threshold, ties)
  } catch (error) {
    if (error instanceof NarrowIntervalError) return null
    throw error
  }
}

function logged(
  grid: Grid,
  pattern: Pattern,
  kept: Uint8Array,
  last: readonly (Told | null)[],
  measure: LoggedMeasure,
): LoggedCell[] {
  return grid.places.flatMap((place, cell): LoggedCell[] => {
    const then = last[cell] ?? null
    const level = levelOf(pattern, cell)
    if (kept[cell] === 1 && then !== null) return [keptCell(then, place)]
    if (isLeftOut(grid, cell, level)) return []
    return [cellNow(grid, cell, level, then, measure)]
  })
}

// The cell as it is. `since` moves when what is told moves, and never for anything else: it would tell that somebody came.
function cellNow(grid: Grid, cell: number, level: Level, then: Told | null, measure: LoggedMeasure): LoggedCell {
  const place = grid.places[cell] ?? { row: null, column: null }
  const told = countsOf(grid, cell)
  const isStillHeld = then !== null && level < 3 && then.cell.level <= level
  const released = releasedCell(grid, cell, level, measure)
  const isSame = then !== null && level === then.cell.level && textOf(released) === textOf(then.cell.cell)
  return {
    ...place,
    level,
    told,
    heldSince: isStillHeld ? then.cell.heldSince : told,
    cell: released,
    ...(level === 0 ? {} : { since: isSame ? sinceOf(then) : grid.table.asOf.toISOString() }),
  }
}

function sinceOf({ cell, release }: Told): string {
  return cell.since ?? release.asOf
}

// The log keeps no order of keys.
function textOf({ reporters, missing, base, hits, sum, value, spread, interval, meanInterval }: ReleasedCell): string {
  const inOrder = (part: object | string | null) =>
    part === null || typeof part === 'string' ? part : Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const counts = [reporters, missing, base, hits, sum, value]
  return JSON.stringify([...counts, inOrder(spread), inOrder(interval), inOrder(meanInterval)])
}

// What was told before, as it was told last, unless it has moved on; all others held back.
function asBefore(grid: Grid, last: readonly (Told | null)[], measure: LoggedMeasure, ties: LayerTies): LoggedCell[] {
  const isFirst = last.every((cell) => cell === null)
  const pattern = everyInnerCell(grid, LOG_THRESHOLD, ties)
  return grid.places.flatMap((place, cell): LoggedCell[] => {
    const then = last[cell] ?? null
    const now = countsOf(grid, cell)
    const isPast = then !== null && Math.abs(now[0] - then.cell.told[0]) >= LOG_THRESHOLD
    if (then !== null && then.cell.level > 0 && !isPast) return [keptCell(then, place)]
    const level = isFirst && ties.reporters.hide[cell] === 0 ? levelOf(pattern, cell) : 0
    if (isLeftOut(grid, cell, level)) return []
    return [cellNow(grid, cell, level, then, measure)]
  })
}

function keptCell(then: Told, place: Place): LoggedCell {
  return then.cell.level === 0 ? { ...then.cell, ...place } : { ...then.cell, ...place, since: sinceOf(then) }
}

function heldBack(logged: LoggedCell, { form }: LoggedMeasure, level: 0 | 1): LoggedCell {
  const { row, column, told, cell, since } = logged
  if (logged.level <= level) return logged
  const isDated = level > 0 && since !== undefined
  return { row, column, level, told, heldSince: told, cell: cutDown(cell, level, form), ...(isDated ? { since } : {}) }
}

function isLeftOut(grid: Grid, cell: number, level: Level): boolean {
  const raw = grid.cells[cell] ?? null
  return raw === null && (level > 0 || (cell === grid.size - 1 && !grid.hasTotal))
}

/** The cells of a release as they leave, with a higher threshold held back further. */
export function toldCells(release: LoggedRelease, table: RawTable, measure: LoggedMeasure): ReleasedCell[] {
  const { threshold } = table.query
  if (threshold === LOG_THRESHOLD) return release.cells.map(leaving)
  const grid = gridOf(table)
  const ties = freshTies(grid.size)
  const byKey = new Map(release.cells.map((cell) => [placeKey(cell), cell]))
  const levels = grid.places.map((place) => byKey.get(placeKey(place))?.level ?? null)
  grid.places.forEach((place, cell) => {
    const told = byKey.get(placeKey(place))
    if (told === undefined) return
    // What is kept may be fewer than there are now.
    if (told.level < 1 || isFew(told.told[0], threshold)) ties.reporters.hide[cell] = 1
    if (told.level < 2 || told.told.some((count) => isFew(count, threshold))) ties.inside.hide[cell] = 1
    if (told.level < 3) ties.sums.hide[cell] = 1
  })
  const pattern = patternOr(grid, measure, ties, threshold) ?? everyInnerCell(grid, threshold, ties)
  return grid.places.flatMap((place, cell) => {
    const told = byKey.get(placeKey(place))
    const level = Math.min(levelOf(pattern, cell), levels[cell] ?? 3) as Level
    if (told !== undefined) return [cutDown(leaving(told), level, measure.form)]
    return isLeftOut(grid, cell, level) ? [] : [releasedCell(grid, cell, level, measure)]
  })
}

// What was told last may have been told by another question, in another place of its table.
function leaving({ row, column, level, cell, since }: LoggedCell): ReleasedCell {
  return { ...cell, row, column, ...(since === undefined || level === 0 ? {} : { since }) }
}
