import type { StatisticQuery } from '../query'
import { boxesOf } from './boxes'
import { leavingFew, type Said } from './covers'
import { lastOf, type Descriptors } from './differencing'
import type { Grid } from './grid'
import { finerSums, linesTold, type Placed } from './lines-told'
import { LinearSystem } from './linear-system'
import { askedValues, nobodyIn, differencesOfNobody, partsOfNobody } from './nobody'
import { isFew } from './rules'
import type { Told, ToldBefore } from './told-before'
import { sumOf } from './unknowns'

/** How much is looked at of what was told before, and of what could be asked about it. */
const MOST_CELLS = 150
const MOST_BOXES = 300
/** Additions after which nothing more is taken in of what lines and equal numbers say of other cells. */
const MOST_STEPS = 200_000

/** What is to be told of a cell: its number of reporters, or null for nothing; `isKnown` is what was told already and stays. */
export type Telling = { readonly count: number | null; readonly isKnown: boolean }

/**
 * The cells whose number of reporters must be held back because, with everything told before about the same people, they would settle a
 * number of few: a held-back one of this table or an earlier one, or one that no table has. First by equations: every number that was
 * told, and what lines say by themselves; then by parts of wholes that leave few. Large numbers go first, and stay.
 */
export function settling(
  grid: Grid,
  here: Descriptors,
  telling: readonly Telling[],
  key: string,
  before: ToldBefore,
  threshold: number,
): number[] {
  const [first] = here.who
  if (first === undefined) return []
  const narrowed = here.who.reduce((all, who) => all | who.narrowed, 0)
  const past = latest(before.related(key, first.population, narrowed, MOST_CELLS))
  if (past.length === 0 || telling.every(({ count, isKnown }) => count === null || isKnown)) return []
  const system = new LinearSystem()
  const isNew = new Set(here.who.flatMap(({ text }, cell) => (telling[cell]?.count === null ? [] : [text])))
  for (const { who, cell } of past) {
    if (cell.level > 0 && !isNew.has(who.text)) system.add({ terms: sumOf(who), value: cell.told[0] })
  }
  const offers = grid.places.flatMap((_, cell) => {
    const [count, who] = [telling[cell]?.count ?? null, here.who[cell]]
    return count === null || who === undefined ? [] : [{ who, count, cell }]
  })
  const looked = [...here.who, ...past.map(({ who }) => who)]
  const values = askedValues(looked)
  const tables = [...tablesOf(past, before), { query: grid.table.query, cells: placed(grid, here, telling) }]
  const empty = [
    ...tables.flatMap(({ query, cells }) => nobodyIn(query, cells, values)),
    ...grid.places.flatMap((_, cell) => (telling[cell]?.count === 0 ? (here.who[cell] ?? []) : [])),
    ...past.flatMap(({ who, cell }) => (cell.level > 0 && cell.told[0] === 0 ? who : [])),
  ]
  for (const { query, cells } of tables) {
    for (const terms of linesTold(query, cells)) system.add({ terms, value: 0 })
  }
  const isKnown = ({ cell }: { readonly cell: number }) => telling[cell]?.isKnown === true
  for (const { who, count } of offers.filter(isKnown)) system.add({ terms: sumOf(who), value: count })
  const said = [...offers, ...past.flatMap(({ who, cell }) => (cell.level > 0 ? { who, count: cell.told[0] } : []))]
  const finer = [
    ...partsOfNobody(empty, looked).map(sumOf),
    ...differencesOfNobody(said, looked),
    ...finerSums(tables, looked),
  ]
  for (const terms of finer) if (system.steps < MOST_STEPS) system.add({ terms, value: 0 })
  watch(system, grid, here, telling, past, threshold)
  const isTooFew = (value: number) => isFew(value, threshold)
  const held = offers
    .filter((offer) => !isKnown(offer))
    .toSorted((a, b) => (grid.depth[b.cell] ?? 0) - (grid.depth[a.cell] ?? 0) || b.count - a.count)
    .flatMap(({ who, count, cell }) => (system.offer({ terms: sumOf(who), value: count }, isTooFew) ? [] : [cell]))
  return [...held, ...lastParts(offers, new Set(held), past, isNew, isKnown, threshold)]
}

function watch(
  system: LinearSystem,
  grid: Grid,
  here: Descriptors,
  telling: readonly Telling[],
  past: readonly Told[],
  threshold: number,
): void {
  here.who.forEach((who, cell) => {
    if (telling[cell]?.count === null && isFew(grid.parts.reporters[cell] ?? 0, threshold))
      system.watch(sumOf(who), true)
  })
  for (const { who, cell } of past) {
    if (cell.level === 0 && isFew(cell.told[0], threshold)) system.watch(sumOf(who), true)
  }
  for (const box of boxesOf([...here.who, ...past.map(({ who }) => who)], MOST_BOXES)) system.watch(box, false)
}

// Parts of wholes that leave few: the smallest new number of each is held back.
function lastParts(
  offers: readonly { readonly who: Said['who']; readonly count: number; readonly cell: number }[],
  held: Set<number>,
  past: readonly Told[],
  isNew: ReadonlySet<string>,
  isKnown: (offer: { readonly cell: number }) => boolean,
  threshold: number,
): number[] {
  const old = past.flatMap(({ who, cell }): Said[] =>
    cell.level > 0 && !isNew.has(who.text) ? [{ who, count: cell.told[0], cell: null }] : [],
  )
  const found: number[] = []
  for (;;) {
    const said = offers.flatMap((offer): Said[] =>
      held.has(offer.cell) ? [] : [isKnown(offer) ? { ...offer, cell: null } : offer],
    )
    const cover = leavingFew([...old, ...said], threshold)
    if (cover === null) return found
    const [smallest] = [...cover.parts, cover.whole]
      .filter(({ cell }) => cell !== null)
      .toSorted((a, b) => a.count - b.count)
    if (smallest === undefined || smallest.cell === null) return found
    held.add(smallest.cell)
    found.push(smallest.cell)
  }
}

function placed(grid: Grid, here: Descriptors, telling: readonly Telling[]) {
  return grid.places.flatMap((place, cell) => {
    const who = here.who[cell]
    const isThere = grid.cells[cell] !== null || telling[cell]?.count === null
    return who !== undefined && isThere ? [{ place, who }] : []
  })
}

function tablesOf(past: readonly Told[], before: ToldBefore): { query: StatisticQuery; cells: Placed[] }[] {
  return [...new Set(past.map(({ key }) => key))].flatMap((key) => {
    const cells = before.ofKey(key)
    const query = cells[0]?.release.query
    return query === undefined ? [] : [{ query, cells: cells.map(({ cell, who }) => ({ place: cell, who })) }]
  })
}

// Of the same reports only what was told last.
function latest(told: readonly Told[]): Told[] {
  const byText = Map.groupBy(told, ({ who }) => who.text)
  return [...byText.values()].flatMap((same) => lastOf(same.filter(({ cell }) => cell.level > 0)) ?? lastOf(same) ?? [])
}
