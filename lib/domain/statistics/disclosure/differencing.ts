import { DIMENSION_CODES } from '../registry/dimensions'
import { contains, descriptorOf, isParting, without, type Descriptor } from './descriptor'
import { placeKey, type Grid } from './grid'
import type { LayerTies } from './pattern'
import { isFew } from './rules'
import type { Counts, LoggedRelease, Told, ToldBefore } from './told-before'

/** The true counts of a cell. */
export function countsOf({ parts }: Grid, cell: number): Counts {
  return [parts.reporters[cell] ?? 0, parts.hits[cell] ?? 0, parts.others[cell] ?? 0, parts.missing[cell] ?? 0]
}

/**
 * Marks the cells that must be held back because, with what was told before, they would tell of fewer reporters than the threshold: a
 * cell within another one (or around it) that few stand outside of; and the last part of a whole whose other parts were told.
 */
export function tieDifferences(
  grid: Grid,
  about: Pick<LoggedRelease, 'measure' | 'of'>,
  key: string,
  before: ToldBefore,
  threshold: number,
  ties: LayerTies,
): void {
  const here = grid.places.map((place) => descriptorOf(grid.table.query, place))
  const tie = (cell: number, other: Told) => {
    if (other.cell.level === 0 || other.release.of !== about.of) return
    const mine = countsOf(grid, cell)
    const gaps = mine.map((count, part) => Math.abs(count - (other.cell.told[part] ?? 0)))
    if (isFew(gaps[0] ?? 0, threshold)) ties.reporters.hide[cell] = 1
    const isSameMeasure = other.release.measure === about.measure && other.cell.level > 1
    if (isSameMeasure && gaps.some((gap) => isFew(gap, threshold))) ties.inside.hide[cell] = 1
  }
  const byPlace = new Map(grid.places.map((place, cell) => [placeKey(place), cell]))
  for (const other of before.others(key)) {
    const { query } = other.release
    if (canContain(query, grid.table.query)) {
      here.forEach((of, cell) => {
        for (const told of candidates(query, of, other.byPlace)) if (isAround(told.of, of)) tie(cell, told)
      })
    }
    if (canContain(grid.table.query, query)) {
      for (const told of other.byPlace.values()) {
        for (const cell of candidates(grid.table.query, told.of, byPlace)) {
          const of = here[cell]
          if (of !== undefined && isAround(of, told.of)) tie(cell, told)
        }
      }
    }
  }
  here.forEach((of, cell) => {
    if (isLastPart(grid, cell, of, { ...about, key }, before, threshold)) ties.reporters.hide[cell] = 1
  })
}

function isAround(whole: Descriptor, part: Descriptor): boolean {
  return whole.text !== part.text && contains(whole, part)
}

// Every dimension that narrows the whole question must narrow the other one, too.
function canContain(whole: LoggedRelease['query'], part: LoggedRelease['query']): boolean {
  const narrowed = new Set([part.rows, part.columns, ...part.filters.map(({ dimension }) => dimension)])
  const isSame = (query: LoggedRelease['query']) => JSON.stringify([query.filters, query.from, query.to])
  return isSame(whole) !== isSame(part) && whole.filters.every(({ dimension }) => narrowed.has(dimension))
}

// The cells of a table that can be around the reports of a descriptor: at its value of rows and columns, or at the totals.
function candidates<T>(query: LoggedRelease['query'], of: Descriptor, byPlace: ReadonlyMap<string, T>): T[] {
  const only = (code: LoggedRelease['query']['rows']): (string | null)[] => {
    const values = code === null ? undefined : of.sets.get(code)
    return values?.size === 1 ? [null, ...values] : [null]
  }
  return only(query.rows).flatMap((row) =>
    only(query.columns).flatMap((column) => byPlace.get(placeKey({ row, column })) ?? []),
  )
}

// The question's own last release is not counted: what stays of it is decided over time.
function isLastPart(
  grid: Grid,
  cell: number,
  of: Descriptor,
  { of: kind, key }: Pick<LoggedRelease, 'of'> & { readonly key: string },
  before: ToldBefore,
  threshold: number,
): boolean {
  const count = grid.parts.reporters[cell] ?? 0
  const sum = (told: Iterable<Told>) =>
    [...told].reduce((all, one) => all + (one.cell.level > 0 ? one.cell.told[0] : 0), 0)
  const isPart = [...of.sets].some(([dimension, values]) => {
    if (values.size !== 1 || !isParting(dimension)) return false
    const whole = without(of, dimension)
    const around = before
      .same(whole)
      .find((told) => told.key !== key && told.cell.level > 0 && told.release.of === kind)
    if (around === undefined) return false
    const parts = [...before.family(kind, whole, dimension)].flatMap(([value, told]) =>
      values.has(value) ? [] : [told],
    )
    return parts.length > 0 && isFew(around.cell.told[0] - count - sum(parts), threshold)
  })
  if (isPart) return true
  return DIMENSION_CODES.some((dimension) => {
    if (!isParting(dimension)) return false
    const narrowed = of.sets.get(dimension)
    const family = before.family(kind, narrowed === undefined ? of : without(of, dimension), dimension)
    if (family.size === 0) return false
    const parts = [...family].flatMap(([value, told]) =>
      told.key === key || narrowed?.has(value) === false ? [] : [told],
    )
    if (parts.length === 0 || narrowed?.size === 1) return false
    return isFew(count - sum(parts), threshold)
  })
}
