import type { Interval, RawCell, Spread } from '../raw-table'
import { COUNTED_SETS } from '../registry/counted-sets'
import type { Measure } from '../registry/measures'
import type { ReleasedCell, Shown } from '../released-table'
import { leastOfDesk } from '../desk-table'
import type { Grid } from './grid'
import { hasSum, inDigits, MEAN_DIGITS, QUANTILE_DIGITS, QUARTILE_REPORTERS, TENTH_REPORTERS } from './rules'

/** What of each cell is held back: `inside` wherever `reporters` is, `sums` wherever `inside` is. */
export type Pattern = { readonly reporters: Uint8Array; readonly inside: Uint8Array; readonly sums: Uint8Array }

/** How much of a cell is told: 0 nothing, 1 its reporters, 2 what is inside but no sum, 3 all. */
export type Level = 0 | 1 | 2 | 3

/** The level of a cell of a pattern. */
export function levelOf({ reporters, inside, sums }: Pattern, cell: number): Level {
  if (reporters[cell] === 1) return 0
  if (inside[cell] === 1) return 1
  return sums[cell] === 1 ? 2 : 3
}

/** What of a measure says how its cells are told. */
export type Telling = Pick<Measure, 'form' | 'unit'> & Partial<Pick<Measure, 'code'>>

/** The cells of a table as anybody may see them. Inner cells that nobody stands in are left out unless they are held back. */
export function releasedCells(grid: Grid, pattern: Pattern, telling: Telling): ReleasedCell[] {
  return grid.places.flatMap((_, cell) => {
    const raw = grid.cells[cell] ?? null
    const level = levelOf(pattern, cell)
    const isLeftOut = raw === null && (level > 0 || (cell === grid.size - 1 && !grid.hasTotal))
    if (isLeftOut) return []
    return [releasedCell(grid, cell, level, telling)]
  })
}

/** One cell told to a level. */
export function releasedCell(grid: Grid, cell: number, level: Level, telling: Telling): ReleasedCell {
  const place = grid.places[cell] ?? { row: null, column: null }
  const raw = grid.cells[cell] ?? null
  if (raw === null || level < 2) return withheld(place, raw, level, telling)
  const isSummed = hasSum(telling.form)
  const sum = isSummed && raw.base > 0 ? heldAt(level < 3, raw.sum) : null
  const isSpreadShown = !isSummed || level === 3
  return {
    ...place,
    reporters: raw.reporters,
    missing: raw.missing,
    base: raw.base,
    hits: raw.hits,
    sum,
    value: isSummed && level < 3 ? (raw.base > 0 ? 's' : null) : valueOf(raw, telling),
    spread: spreadOf(raw, isSpreadShown),
    interval: intervalOf(raw, telling, isSpreadShown),
    meanInterval: meanIntervalOf(raw, level === 3),
  }
}

function heldAt<T>(isHeldBack: boolean, value: T): Shown<T> {
  return isHeldBack ? 's' : value
}

const HELD_SPREAD = { mean: 's', p10: 's', p25: 's', median: 's', p75: 's', p80: 's', p90: 's' } as const

// What is held back and what there is not depends on the measure alone: an interval that few have too few for would tell of them.
function withheld(
  place: Pick<RawCell, 'row' | 'column'>,
  raw: RawCell | null,
  level: Level,
  { form, code = '' }: Telling,
): ReleasedCell {
  const hasInterval = form === 'amount' || (form === 'share' && COUNTED_SETS[code]?.base !== null)
  const isCount = raw !== null && level === 1
  return {
    row: place.row,
    column: place.column,
    reporters: isCount ? raw.reporters : 's',
    missing: 's',
    base: 's',
    hits: 's',
    sum: 's',
    value: 's',
    spread: form === 'amount' ? HELD_SPREAD : null,
    interval: hasInterval ? 's' : null,
    meanInterval: form === 'amount' ? 's' : null,
  }
}

function valueOf(raw: RawCell, { form, unit, code = '' }: Telling): Shown {
  switch (form) {
    case 'count':
      return raw.reporters
    case 'share':
      return raw.base === 0 ? null : raw.hits / raw.base
    case 'ratio':
      return raw.over === 0 ? null : raw.sum / raw.over
    case 'amount':
      return raw.base === 0 ? null : (raw.spread?.mean ?? raw.sum / raw.base)
    case 'desk':
      if (unit === 'reports') return raw.hits
      if (raw.base === 0) return null
      if (unit === 'share') return raw.hits / raw.base
      if (raw.base < leastOfDesk(code)) return 's'
      return unit === 'hours' ? inDigits(raw.sum, QUANTILE_DIGITS) : raw.sum
    default:
      return form satisfies never
  }
}

const TENTHS: ReadonlySet<keyof Spread> = new Set(['p10', 'p90'])

function spreadOf({ spread, baseReporters }: RawCell, isShown: boolean): ReleasedCell['spread'] {
  if (spread === null) return null
  const part = (code: keyof Spread): Shown => {
    const least = TENTHS.has(code) ? TENTH_REPORTERS : QUARTILE_REPORTERS
    if (code === 'mean') return heldAt(!isShown, spread.mean)
    return heldAt(!isShown || baseReporters < least, inDigits(spread[code], QUANTILE_DIGITS))
  }
  return {
    mean: part('mean'),
    p10: part('p10'),
    p25: part('p25'),
    median: part('median'),
    p75: part('p75'),
    p80: part('p80'),
    p90: part('p90'),
  }
}

// Of the median it is the amounts of two reporters, nearer to the ends than quartiles; of a share it says no more than the counts.
function intervalOf(
  { interval, baseReporters }: RawCell,
  { form }: Telling,
  isShown: boolean,
): ReleasedCell['interval'] {
  if (interval === null || form !== 'amount') return interval && heldAt(!isShown, interval)
  return heldAt(!isShown || baseReporters < TENTH_REPORTERS, boundsIn(interval, QUANTILE_DIGITS))
}

// Of few, bounds are a mixture of their amounts that anybody can make again; with the exact sum they would say what is in it.
function meanIntervalOf({ meanInterval, baseReporters }: RawCell, isShown: boolean): ReleasedCell['meanInterval'] {
  if (meanInterval === null) return null
  return heldAt(!isShown || baseReporters < QUARTILE_REPORTERS, boundsIn(meanInterval, MEAN_DIGITS))
}

function boundsIn({ low, high, method }: Interval, digits: number): Interval {
  return { low: inDigits(low, digits), high: inDigits(high, digits), method }
}
