import { UNKNOWN } from '../registry/dimensions'
import type { StatisticQuery } from '../query'
import { common, contains, isParting, type Descriptor, type Narrowing } from './descriptor'
import type { Placed } from './lines-told'
import { monthsWithout } from './months'

/** How many pairs of a group of nobody and a cell are looked at. */
const MOST_PAIRS = 40_000

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
export function nobodyIn(
  { rows, columns }: StatisticQuery,
  cells: readonly Placed[],
  values: AskedValues,
): Descriptor[] {
  const whole = cells.find(({ place }) => place.row === null && place.column === null)?.who
  if (whole === undefined) return []
  const down = cells.filter(({ place }) => place.row !== null && place.column === null).map(({ who }) => who)
  const across = cells.filter(({ place }) => place.row === null && place.column !== null).map(({ who }) => who)
  const there = new Set(cells.map(({ who }) => who.text))
  const inner = down.flatMap((row) =>
    across.flatMap((column) => {
      const cell = common(row, column)
      return cell === null || there.has(cell.text) ? [] : [cell]
    }),
  )
  return [
    ...(rows === null ? [] : linesLeftOut(whole, down, values)),
    ...(columns === null ? [] : linesLeftOut(whole, across, values)),
    ...inner,
  ]
}

function linesLeftOut(whole: Descriptor, lines: readonly Descriptor[], values: AskedValues): Descriptor[] {
  const [first] = lines
  if (first === undefined) return []
  const gaps = lines.reduce((rest, { months }) => monthsWithout(rest, months), whole.months)
  const isOfMonths = lines.some(({ sets }) =>
    [...sets].every(([dimension, set]) => whole.sets.get(dimension)?.size === set.size),
  )
  if (isOfMonths) {
    return gaps.flatMap((run) => common(whole, { sets: new Map(), months: [run] }) ?? [])
  }
  const dimension = [...first.sets.keys()].find(
    (code) => first.sets.get(code)?.size === 1 && whole.sets.get(code)?.size !== 1,
  )
  if (dimension === undefined) return []
  const told = new Set(lines.flatMap(({ sets }) => [...(sets.get(dimension) ?? [])]))
  return [...(values.get(dimension) ?? [])].flatMap((value) =>
    told.has(value)
      ? []
      : (common(whole, { sets: new Map([[dimension, new Set([value])]]), months: whole.months }) ?? []),
  )
}

/** What is of nobody because it lies in such a group, of cells of several values or of none. */
export function partsOfNobody(groups: readonly Descriptor[], cells: readonly Descriptor[]): Descriptor[] {
  const found = new Map<string, Descriptor>()
  let left = MOST_PAIRS
  for (const cell of cells) {
    for (const group of groups) {
      if (left-- <= 0) return [...found.values()]
      if ((group.narrowed & ~cell.narrowed) !== 0) continue
      if ([...group.sets.keys()].some((dimension) => !isParting(dimension)) && !contains(group, cell)) continue
      const both = common(cell, group)
      if (both !== null) found.set(both.text, both)
    }
  }
  return [...found.values()]
}

/**
 * Pairs of numbers that tell that nobody is in a group: a cell as far as it lies in a whole, and in a part of it with the same number.
 * Null: nobody lies there.
 */
export function pairsOfEquals(
  said: readonly { readonly who: Descriptor; readonly count: number }[],
  cells: readonly Descriptor[],
): (readonly [Descriptor, Descriptor | null])[] {
  const pairs: (readonly [Descriptor, Descriptor | null])[] = []
  let left = MOST_PAIRS
  for (const equal of Map.groupBy(said, ({ count }) => count).values()) {
    for (const { who: whole } of equal) {
      for (const { who: part } of equal) {
        if (left-- <= 0) return pairs
        if (whole.text === part.text || !contains(whole, part)) continue
        left -= cells.length
        for (const cell of cells) {
          const within = common(cell, whole)
          const inPart = common(cell, part)
          if (within !== null && within.text !== inPart?.text) pairs.push([within, inPart])
        }
      }
    }
  }
  return pairs
}
