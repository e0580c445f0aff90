import type { RawCell, RawTable } from '../raw-table'
import { COUNTED_SETS, type CountedPart } from '../registry/counted-sets'
import { narrowCells } from './audit'
import { gridOf, placeKey } from './grid'
import { noLimits, type Limits } from './limits'
import type { Counts, LoggedCell, Told, ToldBefore } from './told-before'

/** A number of the new table that is also one that another measure held back. */
export type Mine = { readonly cell: number; readonly part: CountedPart }

type Link = { readonly place: string; readonly part: CountedPart; readonly mine: Mine }

/**
 * Numbers that other measures held back and a new table would tell. Most are no secret themselves, but were held back for the sake of
 * others in their cell or their line: each of those tables is audited again, with what the new one would add.
 */
export class ExposedCells {
  readonly #before: ToldBefore
  readonly #threshold: number
  readonly #links = new Map<string, Link[]>()

  constructor(before: ToldBefore, threshold: number) {
    this.#before = before
    this.#threshold = threshold
  }

  /** `part` of `told`, which was held back, is the same number as `mine`. */
  add(told: Told, part: CountedPart, mine: Mine): void {
    const links = this.#links.get(told.key)
    const link = { place: placeKey(told.cell), part, mine }
    if (links === undefined) this.#links.set(told.key, [link])
    else links.push(link)
  }

  /** The numbers that must be held back because telling them would narrow what another table holds back. */
  mustHide(isHidden: (mine: Mine) => boolean): Mine[] {
    return [...this.#links].flatMap(([key, links]) =>
      this.#hiddenFor(
        key,
        links.filter(({ mine }) => !isHidden(mine)),
      ),
    )
  }

  #hiddenFor(key: string, links: readonly Link[]): Mine[] {
    const hidden: Mine[] = []
    const cells = this.#before.ofKey(key)
    const grid = gridOf(tableOf(cells))
    const levels = new Map(cells.map(({ cell }) => [placeKey(cell), cell.level]))
    const held = (least: number) =>
      Uint8Array.from(grid.places, (place) => Number((levels.get(placeKey(place)) ?? 3) < least))
    const pattern = { reporters: held(1), inside: held(2), sums: held(3) }
    for (let open = links; open.length > 0;) {
      const limits = this.#known(cells, grid.places.map(placeKey), open)
      const narrow = new Set(
        narrowCells(grid, pattern, 'share', this.#threshold, limits).map((cell) =>
          placeKey(grid.places[cell] ?? { row: null, column: null }),
        ),
      )
      if (narrow.size === 0) break
      const near = open.filter(({ place }) => narrow.has(place))
      // What lies open by something further away is laid open by all that is left.
      const given = near.length > 0 ? near : open
      hidden.push(...given.map(({ mine }) => mine))
      open = open.filter((link) => !given.includes(link))
    }
    return hidden
  }

  // What is known of the table from other measures, and would be from the new one.
  #known(cells: readonly Told[], places: readonly string[], links: readonly Link[]): Limits {
    const limits = noLimits(places.length)
    const at = new Map(places.map((place, cell) => [place, cell]))
    const byPlace = new Map(cells.map((told) => [placeKey(told.cell), told]))
    const settle = (place: string, part: CountedPart) => {
      const [cell, told] = [at.get(place), byPlace.get(place)]
      if (cell === undefined || told === undefined || part === 'base') return
      limits[part].low[cell] = limits[part].high[cell] = numberOf(told.cell.told, part)
    }
    for (const { place, part } of links) settle(place, part)
    for (const told of cells) {
      if (told.cell.level >= 2) continue
      for (const other of this.#before.sameReports(told.of)) {
        if (other.release.measure !== told.release.measure)
          this.#eachShared(told, other, (part) => settle(placeKey(told.cell), part))
      }
    }
    return limits
  }

  #eachShared(held: Told, told: Told, settle: (part: CountedPart) => void): void {
    const [mine, theirs] = [COUNTED_SETS[held.release.measure], COUNTED_SETS[told.release.measure]]
    if (mine === undefined || theirs === undefined) return
    for (const part of ['reporters', 'hits', 'others', 'missing'] as const) {
      for (const other of ['reporters', 'hits', 'others', 'missing'] as const) {
        const isTold = told.cell.level >= (other === 'reporters' ? 1 : 2)
        const isSame = mine[part] !== null && mine[part] === theirs[other]
        if (isTold && isSame && numberOf(held.cell.told, part) === numberOf(told.cell.told, other)) settle(part)
      }
    }
  }
}

function numberOf([reporters, hits, others, missing]: Counts, part: Exclude<CountedPart, 'base'>): number {
  return { reporters, hits, others, missing }[part]
}

// The counts of a release as a table.
function tableOf(cells: readonly Told[]): RawTable {
  const lines = (of: 'row' | 'column') => [...new Set(cells.flatMap(({ cell }) => cell[of] ?? []))]
  const [first] = cells
  if (first === undefined) throw new Error('a release of no cells')
  return {
    query: first.release.query,
    measure: first.release.measure,
    rows: lines('row'),
    columns: lines('column'),
    cells: cells.map(({ cell }) => rawCell(cell)),
    version: first.release.version,
    asOf: new Date(first.release.asOf),
  }
}

function rawCell({ row, column, told: [reporters, hits, others, missing] }: LoggedCell): RawCell {
  const counts = { reporters, missing, base: hits + others, baseReporters: hits + others, hits, hitReporters: hits }
  const sums = { sum: 0, over: 0, largest: [0, 0], overLargest: [0, 0] } as const
  return { row, column, ...counts, ...sums, spread: null, interval: null, meanInterval: null }
}
