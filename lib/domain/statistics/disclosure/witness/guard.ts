import type { LayerTies } from '../pattern'
import { placeKey, type Grid } from '../grid'
import type { LoggedCell, LoggedRelease, ToldBefore } from '../told-before'
import type { Place } from '@/lib/domain/statistics/raw-table'
import { linesMissing, type EmptyLines } from './empty-lines'
import type { ToldLevel } from './told-places'
import type { TableTold } from './table-told'
import { PRICE_OF_TOTALS, type Witnesses } from './witnesses'

const PRICE_OF_TOTAL = [1, PRICE_OF_TOTALS, 1e3 * PRICE_OF_TOTALS] as const
const OF_ZERO = 500
const OF_INSIDE = 0.1
const OF_LINE = 5_000

/** Cells that must be held back: all of it, or what is inside. */
export type HeldCells = {
  readonly reporters: readonly number[]
  readonly inside: readonly number[]
  /** Lines that nobody stands in, but must not be said to be of nobody. */
  readonly lines: EmptyLines
}

/** A release as what it tells of which places. */
export function toldBy({ query, measure, cells }: Pick<LoggedRelease, 'query' | 'measure' | 'cells'>): TableTold {
  const levels = cells.map(({ row, column, level }) => [{ row, column }, Math.min(level, 2) as ToldLevel] as const)
  return { query, measure, levels }
}

/** What of the cells of a new table must be held back so that every number of few keeps a witness (witnesses.ts). */
export function* holdingOf(
  witnesses: Witnesses,
  grid: Grid,
  cells: readonly LoggedCell[],
  ties: LayerTies,
  key: string,
  before: ToldBefore,
): Generator<undefined, HeldCells> {
  for (const release of before.releases()) witnesses.tell(release.key, release.release, () => toldBy(release.release))
  witnesses.keepOnly((one) => before.ofKey(one).length > 0)
  const at = new Map(grid.places.map((place, cell) => [placeKey(place), cell]))
  const price = (place: Place, isInside: boolean): number => {
    const cell = at.get(placeKey(place))
    // A line more that is held back.
    if (cell === undefined) return OF_LINE
    const layer = isInside ? ties.inside : ties.reporters
    if (layer.known[cell] === 1) return Infinity
    const count = grid.parts.reporters[cell] ?? 0
    return (PRICE_OF_TOTAL[grid.depth[cell] ?? 0] ?? 1) * (count === 0 ? OF_ZERO : count) * (isInside ? OF_INSIDE : 1)
  }
  const { query, measure } = grid.table
  const must = yield* witnesses.holding(key, toldBy({ query, measure, cells }), price)
  const cellsOf = (places: readonly Place[]) => [...new Set(places.flatMap((place) => at.get(placeKey(place)) ?? []))]
  const lines = linesMissing(grid.table, [...must.reporters, ...must.inside])
  return { reporters: cellsOf(must.reporters), inside: cellsOf(must.inside), lines }
}
