import { contains, descriptorOf, reportersOf, type Descriptor } from './descriptor'
import type { Grid } from './grid'
import type { LayerTies } from './pattern'
import type { Counts, Told, ToldBefore } from './told-before'

/** What the cells of a table are of, and of whom their numbers of reporters are. */
export type Descriptors = { readonly of: readonly Descriptor[]; readonly who: readonly Descriptor[] }

/** The descriptors of the cells of a table. */
export function descriptorsOf({ table, places }: Grid): Descriptors {
  const of = places.map((place) => descriptorOf(table.query, place, table.measure))
  return { of, who: of.map(reportersOf) }
}

/** The true counts of a cell. */
export function countsOf({ parts }: Grid, cell: number): Counts {
  return [parts.reporters[cell] ?? 0, parts.hits[cell] ?? 0, parts.others[cell] ?? 0, parts.missing[cell] ?? 0]
}

/**
 * Marks the cells that must be held back because of one other number. A cell within a told one (or around it) that few stand outside
 * of: the difference would tell of them. A cell within a held-back one (or around it) with fewer than the threshold outside, or none:
 * it would say how large the held-back one must be (or can be at most). Numbers are found by how near they are, not by question.
 */
export function tieDifferences(
  grid: Grid,
  measure: string,
  here: Descriptors,
  key: string,
  before: ToldBefore,
  threshold: number,
  ties: LayerTies,
): void {
  for (let cell = 0; cell < grid.size; cell++) {
    const [of, who] = [here.of[cell], here.who[cell]]
    if (of === undefined || who === undefined) continue
    const counts = countsOf(grid, cell)
    const [reporters] = counts
    if (reporters > 0) {
      for (const told of before.near(key, 0, who.population, reporters, threshold)) {
        if (isAround(who, told.who)) ties.reporters.hide[cell] = 1
      }
      for (const told of before.heldNear(key, who.population, reporters, threshold)) {
        if (isAround(who, told.who)) ties.reporters.hide[cell] = 1
      }
    }
    for (const part of [1, 2, 3] as const) {
      for (const told of before.near(key, part, measure, counts[part], threshold)) {
        if (isAround(of, told.of)) ties.inside.hide[cell] = 1
      }
    }
  }
}

function isAround(one: Descriptor, other: Descriptor): boolean {
  return one.text !== other.text && (contains(one, other) || contains(other, one))
}

/** The last told of cells; null of none. */
export function lastOf(told: Iterable<Told>): Told | null {
  let last: Told | null = null
  for (const one of told) if (last === null || one.seq > last.seq) last = one
  return last
}
