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

/** A cell that was told before, with what it is of. Whatever has the larger `seq` was told later, in whatever scope and process. */
export type Told = {
  readonly key: string
  readonly seq: number
  readonly release: LoggedRelease
  readonly cell: LoggedCell
  readonly of: Descriptor
}

type Entry = { readonly release: LoggedRelease; readonly byPlace: ReadonlyMap<string, Told> }

/** Everything that was told before to the same people, found by what it is of. */
export class ToldBefore {
  readonly #releases = new Map<string, Entry>()
  readonly #byText = new Map<string, Map<string, Told>>()
  readonly #families = new Map<string, Map<string, Told>>()

  /** Adds a release, or puts it in the place of the earlier one of the same `key`. `seq` is its place in the log of all scopes. */
  add(key: string, release: LoggedRelease, seq: number): void {
    this.remove(key)
    const byPlace = new Map<string, Told>()
    for (const cell of release.cells) {
      const told: Told = { key, seq, release, cell, of: descriptorOf(release.query, cell) }
      byPlace.set(placeKey(cell), told)
      put(this.#byText, told.of.text, `${key} ${placeKey(cell)}`, told)
      for (const [family, value] of familiesOf(told)) put(this.#families, family, `${key} ${value}`, told)
    }
    this.#releases.set(key, { release, byPlace })
  }

  /** Forgets the release of a key: nothing of it is found any more. */
  remove(key: string): void {
    for (const told of this.#releases.get(key)?.byPlace.values() ?? []) {
      drop(this.#byText, told.of.text, `${key} ${placeKey(told.cell)}`)
      for (const [family, value] of familiesOf(told)) drop(this.#families, family, `${key} ${value}`)
    }
    this.#releases.delete(key)
  }

  /** All releases but one. */
  others(key: string): Entry[] {
    return [...this.#releases].flatMap(([other, release]) => (other === key ? [] : [release]))
  }

  /** Cells of the same reports, told of any measure; the last told of each. */
  same(of: Descriptor): Told[] {
    return [...(this.#byText.get(of.text)?.values() ?? [])]
  }

  /** Cells that are of the same reports as `whole`, each narrowed to one value of a dimension, by that value. */
  family(kind: 'report' | 'payment', whole: Descriptor, dimension: DimensionCode): ReadonlyMap<string, Told> {
    const told = [...(this.#families.get(familyKey(kind, whole, dimension))?.values() ?? [])]
    return new Map(
      told.toSorted((a, b) => a.seq - b.seq).map((one) => [[...(one.of.sets.get(dimension) ?? [])].join(), one]),
    )
  }
}

function familiesOf({ of, release }: Told): (readonly [family: string, value: string])[] {
  return [...of.sets].flatMap(([dimension, values]) =>
    values.size === 1 && isParting(dimension)
      ? [[familyKey(release.of, without(of, dimension), dimension), [...values].join()] as const]
      : [],
  )
}

function familyKey(kind: 'report' | 'payment', whole: Descriptor, dimension: DimensionCode): string {
  return `${kind} ${dimension} ${whole.text}`
}

function put(map: Map<string, Map<string, Told>>, key: string, inner: string, told: Told): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, new Map([[inner, told]]))
  else known.set(inner, told)
}

function drop(map: Map<string, Map<string, Told>>, key: string, inner: string): void {
  const known = map.get(key)
  known?.delete(inner)
  if (known?.size === 0) map.delete(key)
}
