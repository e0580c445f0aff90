import type { StatisticQuery } from '../query'
import type { Place } from '../raw-table'
import type { DimensionCode } from '../registry/dimensions'
import type { ReleasedCell } from '../released-table'
import { descriptorOf, isParting, without, type Descriptor } from './descriptor'
import { placeKey } from './grid'
import type { Level } from './released-cells'

/** Reporters, hits, others, missing as they are in truth. */
export type Counts = readonly [number, number, number, number]

/**
 * A cell of a release as the log keeps it: how much was told, of which true counts, since which true counts the rest is held back,
 * and the cell as it was told.
 */
export type LoggedCell = Place & {
  readonly level: Level
  readonly told: Counts
  readonly heldSince: Counts
  readonly cell: ReleasedCell
}

/** The last release of one measure of a question. `query` is without threshold and rounding, which only take away. */
export type LoggedRelease = {
  readonly measure: string
  readonly of: 'report' | 'payment'
  readonly query: StatisticQuery
  readonly version: number
  readonly asOf: string
  readonly cells: readonly LoggedCell[]
}

/** A cell that was told before, with what it is of. */
export type Told = {
  readonly key: string
  readonly release: LoggedRelease
  readonly cell: LoggedCell
  readonly of: Descriptor
}

/** Everything that was told before to the same people, found by what it is of. */
export class ToldBefore {
  readonly #releases = new Map<
    string,
    { readonly release: LoggedRelease; readonly byPlace: ReadonlyMap<string, Told> }
  >()
  readonly #byText = new Map<string, Map<string, Told>>()
  readonly #families = new Map<string, Map<string, Told>>()

  /** Adds a release, or puts it in the place of an earlier one of the same `key`. */
  add(key: string, release: LoggedRelease): void {
    const byPlace = new Map<string, Told>()
    for (const cell of release.cells) {
      const told: Told = { key, release, cell, of: descriptorOf(release.query, cell) }
      byPlace.set(placeKey(cell), told)
      put(this.#byText, told.of.text, `${key} ${placeKey(cell)}`, told)
      for (const [dimension, values] of told.of.sets) {
        if (values.size !== 1 || !isParting(dimension)) continue
        const family = familyKey(release.of, without(told.of, dimension), dimension)
        put(this.#families, family, [...values].join(), told)
      }
    }
    this.#releases.set(key, { release, byPlace })
  }

  /** All releases but one. */
  others(key: string): { readonly release: LoggedRelease; readonly byPlace: ReadonlyMap<string, Told> }[] {
    return [...this.#releases].flatMap(([other, release]) => (other === key ? [] : [release]))
  }

  /** Cells of the same reports, told of any measure; the last told of each. */
  same(of: Descriptor): Told[] {
    return [...(this.#byText.get(of.text)?.values() ?? [])]
  }

  /** Cells that are of the same reports as `whole`, each narrowed to one value of a dimension, by that value. */
  family(kind: 'report' | 'payment', whole: Descriptor, dimension: DimensionCode): ReadonlyMap<string, Told> {
    return this.#families.get(familyKey(kind, whole, dimension)) ?? new Map()
  }
}

function familyKey(kind: 'report' | 'payment', whole: Descriptor, dimension: DimensionCode): string {
  return `${kind} ${dimension} ${whole.text}`
}

function put(map: Map<string, Map<string, Told>>, key: string, inner: string, told: Told): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, new Map([[inner, told]]))
  else known.set(inner, told)
}
