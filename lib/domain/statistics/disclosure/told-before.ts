import type { StatisticQuery } from '../query'
import type { Place } from '../raw-table'
import type { ReleasedCell } from '../released-table'
import { descriptorOf, reportersOf, type Descriptor } from './descriptor'
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
  /** When what is told was first told so (ISO 8601); it moves when a number that is told moves, and never otherwise. */
  readonly since?: string
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
  /** What the cell is of, and of whom its number of reporters is. */
  readonly of: Descriptor
  readonly who: Descriptor
}

/** Everything that was told before to the same people, found by what it is of and by how many it tells. */
export class ToldBefore {
  readonly #releases = new Map<string, readonly Told[]>()
  readonly #byText = new ToldIndex()
  readonly #byReports = new ToldIndex()
  readonly #byPopulation = new Map<string, Map<number, Set<Told>>>()
  readonly #byCount = new ToldIndex()

  /** Adds a release, or puts it in the place of the earlier one of the same `key`. `seq` is its place in the log of all scopes. */
  add(key: string, release: LoggedRelease, seq: number): void {
    this.remove(key)
    const all = release.cells.map((cell): Told => {
      const of = descriptorOf(release.query, cell, release.measure)
      return { key, seq, release, cell, of, who: reportersOf(of) }
    })
    for (const told of all) {
      this.#each(told, (index, text) => index.put(text, told))
      this.#group(told.who).add(told)
    }
    this.#releases.set(key, all)
  }

  /** Forgets the release of a key: nothing of it is found any more. */
  remove(key: string): void {
    for (const told of this.#releases.get(key) ?? []) {
      this.#each(told, (index, text) => index.drop(text, told))
      this.#group(told.who).delete(told)
    }
    this.#releases.delete(key)
  }

  /** Cells of the same reports, told of any measure of the same people. */
  same(of: Descriptor): Told[] {
    return [...this.#byText.at(of.text)]
  }

  /** Cells of the same reports as far as dimensions and months say, told of any measure. */
  sameReports(of: Descriptor): Told[] {
    return [...this.#byReports.at(of.reports)]
  }

  /** Up to `most` cells of other questions about a population: those narrowed in the same dimensions first. */
  related(key: string, population: string, narrowed: number, most: number): Told[] {
    const groups = [...(this.#byPopulation.get(population) ?? [])]
    const found: Told[] = []
    for (const [, told] of groups.toSorted(([a], [b]) => farFrom(narrowed, a) - farFrom(narrowed, b))) {
      for (const one of told) {
        if (found.length >= most) return found
        if (one.key !== key) found.push(one)
      }
    }
    return found
  }

  /** Every release with its key. */
  *releases(): Generator<Pick<Told, 'key' | 'release'>> {
    for (const [first] of this.#releases.values()) if (first !== undefined) yield first
  }

  /** The cells of a release. */
  ofKey(key: string): readonly Told[] {
    return this.#releases.get(key) ?? []
  }

  /** Cells of other questions that tell of a part a number other than a count, and less than `threshold` from it. */
  *near(key: string, part: number, whose: string, count: number, threshold: number): Iterable<Told> {
    for (let other = count - threshold + 1; other < count + threshold; other++) {
      if (other === count) continue
      for (const told of this.#byCount.at(countKey(part, whose, other))) if (told.key !== key) yield told
    }
  }

  /** Held-back cells of other questions with a number of reporters less than `threshold` from a count, or the same. */
  *heldNear(key: string, whose: string, count: number, threshold: number): Iterable<Told> {
    for (let other = count - threshold + 1; other < count + threshold; other++) {
      for (const told of this.#byCount.at(countKey(HELD, whose, other))) if (told.key !== key) yield told
    }
  }

  #group({ population, narrowed }: Descriptor): Set<Told> {
    const groups = this.#byPopulation.get(population) ?? new Map<number, Set<Told>>()
    const group = groups.get(narrowed) ?? new Set<Told>()
    this.#byPopulation.set(population, groups.set(narrowed, group))
    return group
  }

  #each(told: Told, put: (index: ToldIndex, text: string) => void): void {
    const { of, who, cell, release } = told
    put(this.#byText, of.text)
    if (who !== of) put(this.#byText, who.text)
    put(this.#byReports, of.reports)
    put(this.#byCount, countKey(cell.level === 0 ? HELD : 0, who.population, cell.told[0]))
    if (cell.level < 2) return
    for (const part of [1, 2, 3] as const) put(this.#byCount, countKey(part, release.measure, cell.told[part]))
  }
}

/** Held-back numbers of reporters are found for themselves. */
const HELD = 4

/** Told cells by a text. */
class ToldIndex {
  readonly #told = new Map<string, Set<Told>>()

  at(text: string): Iterable<Told> {
    return this.#told.get(text) ?? []
  }

  put(text: string, told: Told): void {
    const known = this.#told.get(text)
    if (known === undefined) this.#told.set(text, new Set([told]))
    else known.add(told)
  }

  drop(text: string, told: Told): void {
    const known = this.#told.get(text)
    known?.delete(told)
    if (known?.size === 0) this.#told.delete(text)
  }
}

// Dimensions that only one of both is narrowed in; those that the other does without count more.
function farFrom(narrowed: number, other: number): number {
  return bits(narrowed & ~other) + 2 * bits(other & ~narrowed)
}

function bits(mask: number): number {
  let count = 0
  for (let left = mask; left !== 0; left &= left - 1) count++
  return count
}

function countKey(part: number, whose: string, count: number): string {
  return `${String(part)} ${whose} ${String(count)}`
}
