import { UNKNOWN } from '../registry/dimensions'
import type { StatisticQuery } from '../query'
import { common, contains, isParting, type Descriptor, type Group, type Narrowing } from './descriptor'
import { placeKey } from './grid'
import type { Placed } from './lines-told'
import { monthsWithout } from './months'
import { less, sumOf, type Sum } from './unknowns'

/** How many pairs of a group of nobody and a cell are looked at. */
const MOST_PAIRS = 10_000

/** Values of each dimension that anybody asked about. */
export type AskedValues = ReadonlyMap<Narrowing, ReadonlySet<string>>

/** The values cells are narrowed to. */
export function askedValues(cells: Iterable<Descriptor>): AskedValues {
  const values = new Map<Narrowing, Set<string>>()
  for (const { sets } of cells) {
    for (const [dimension, set] of sets) {
      const known = values.get(dimension) ?? new Set([UNKNOWN])
      for (const value of set) known.add(value)
      values.set(dimension, known)
    }
  }
  return values
}

/**
 * Groups nobody is in, as a table tells by what it leaves out: lines that are not there, and inner cells that are not. Dimensions in
 * which a report can stand in several lines say it, too.
 */
export function nobodyIn({ rows, columns }: StatisticQuery, cells: readonly Placed[], values: AskedValues): Group[] {
  const whole = cells.find(({ place }) => place.row === null && place.column === null)?.who
  if (whole === undefined) return []
  const down = cells.filter(({ place }) => place.row !== null && place.column === null)
  const across = cells.filter(({ place }) => place.row === null && place.column !== null)
  const there = new Set(cells.map(({ place }) => placeKey(place)))
  const isFull = cells.length === (down.length + 1) * (across.length + 1)
  const inner = (isFull ? [] : down).flatMap((row) =>
    across.flatMap((column) =>
      there.has(placeKey({ row: row.place.row, column: column.place.column }))
        ? []
        : (common(row.who, column.who) ?? []),
    ),
  )
  const linesOf = (lines: readonly Placed[]) =>
    linesLeftOut(
      whole,
      lines.map(({ who }) => who),
      values,
    )
  return [...(rows === null ? [] : linesOf(down)), ...(columns === null ? [] : linesOf(across)), ...inner]
}

function linesLeftOut(whole: Descriptor, lines: readonly Descriptor[], values: AskedValues): Group[] {
  const [first] = lines
  if (first === undefined) return []
  const dimension = [...first.sets.keys()].find(
    (code) => first.sets.get(code)?.size === 1 && whole.sets.get(code)?.size !== 1,
  )
  if (dimension === undefined) {
    const gaps = lines.reduce((rest, { months }) => monthsWithout(rest, months), whole.months)
    return gaps.map((run) => ({ sets: whole.sets, months: [run] }))
  }
  const told = new Set(lines.flatMap(({ sets }) => [...(sets.get(dimension) ?? [])]))
  return [...(values.get(dimension) ?? [])].flatMap((value) =>
    told.has(value)
      ? []
      : (common(whole, { sets: new Map([[dimension, new Set([value])]]), months: whole.months }) ?? []),
  )
}

/** What is of nobody because it lies in such a group, of cells of several values or of none. */
export function partsOfNobody(groups: readonly Group[], cells: readonly Descriptor[]): Group[] {
  const found: Group[] = []
  let left = MOST_PAIRS
  for (const cell of cells) {
    for (const group of groups) {
      if (left-- <= 0) return found
      if (![...group.sets.keys()].every((dimension) => cell.sets.has(dimension))) continue
      if ([...group.sets].some(([dimension, values]) => !isParting(dimension) && !isWithin(cell, dimension, values)))
        continue
      const both = common(cell, group)
      if (both !== null) found.push(both)
    }
  }
  return found
}

function isWithin({ sets }: Group, dimension: Narrowing, values: ReadonlySet<string>): boolean {
  return [...(sets.get(dimension) ?? [])].every((value) => values.has(value))
}

/**
 * Pairs of numbers that tell that nobody is in a group: what a cell has in a whole it has in a part of it with the same number. Each as
 * a sum that comes to nothing.
 */
export function differencesOfNobody(
  said: readonly { readonly who: Descriptor; readonly count: number }[],
  cells: readonly Descriptor[],
): Sum[] {
  const sums: Sum[] = []
  let left = MOST_PAIRS
  for (const equal of Map.groupBy(said, ({ count }) => count).values()) {
    if (equal.length < 2) continue
    for (const { who: whole } of equal) {
      for (const { who: part } of equal) {
        if (left-- <= 0) return sums
        if (whole.text === part.text || !contains(whole, part)) continue
        left -= cells.length
        for (const cell of cells) {
          const within = common(cell, whole)
          if (within === null) continue
          const inPart = common(cell, part)
          sums.push(inPart === null ? sumOf(within) : less(sumOf(within), sumOf(inPart)))
        }
      }
    }
  }
  return sums.filter((sum) => sum.size > 0)
}
