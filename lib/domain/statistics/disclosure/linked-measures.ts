import type { DimensionCode } from '../registry/dimensions'
import { COUNTED_SETS, isWithin, type CountedPart } from '../registry/counted-sets'
import type { Place } from '../raw-table'
import type { StatisticQuery } from '../query'
import { descriptorOf, type Descriptor } from './descriptor'
import { ExposedCells } from './exposed-cells'
import type { Grid } from './grid'
import { isSettled, noLimits, type Limits } from './limits'
import type { LayerTies } from './pattern'
import { isFew } from './rules'
import type { Counts, ToldBefore } from './told-before'

/** Sets that are all reports with one value of a dimension: the same people in other words. */
const NAMED_BY: readonly { readonly set: string; readonly dimension: DimensionCode; readonly value: string }[] = [
  { set: 'critical', dimension: 'severity', value: 'critical' },
  { set: 'closed', dimension: 'state', value: 'closed' },
]

const PARTS: readonly CountedPart[] = ['reporters', 'base', 'hits', 'others', 'missing']

/** Numbers of a cell as numbers of people of some reports: which part counts which set of them. */
type View = { readonly of: Descriptor; readonly sets: readonly (readonly [CountedPart, string])[] }

/**
 * Ties a measure to what other measures told of the same reports. Two numbers of the same people are one: where one is told the other
 * hides nothing, and where one is held back the other is told only if that lays nothing open. Of people who lie within others the
 * difference is a number of people, too: where it is of few the new number is held back.
 */
export function tieMeasures(grid: Grid, measure: string, before: ToldBefore, threshold: number, ties: LayerTies): void {
  if (COUNTED_SETS[measure] === undefined) return
  const limits = noLimits(grid.size)
  const exposed = new ExposedCells(before, threshold)
  grid.places.forEach((place, cell) => {
    for (const { of, sets } of viewsOf(grid.table.query, place, measure)) {
      for (const told of before.sameReports(of)) {
        if (told.release.measure === measure) continue
        for (const [part, set] of sets) {
          for (const [theirs, other] of setsOf(told.release.measure)) {
            const relation =
              set === other ? 'same' : isWithin(set, other) ? 'within' : isWithin(other, set) ? 'around' : null
            if (relation === null) continue
            const isTold = told.cell.level >= (theirs === 'reporters' ? 1 : 2)
            const [mine, their] = [numberOf(countsAt(grid, cell), part), numberOf(told.cell.told, theirs)]
            if (!isTold) {
              if (relation === 'same') exposed.add(told, theirs, { cell, part })
            } else if (isFew(Math.abs(mine - their), threshold)) layerOf(ties, part).hide[cell] = 1
            else limit(limits, part, cell, relation, { mine, their })
          }
        }
      }
    }
  })
  for (const { cell, part } of exposed.mustHide(({ cell, part }) => layerOf(ties, part).hide[cell] === 1))
    layerOf(ties, part).hide[cell] = 1
  grid.places.forEach((_, cell) => {
    if ((grid.parts.reporters[cell] ?? 0) > 0 && isSettled(limits, 'reporters', cell)) ties.reporters.known[cell] = 1
  })
  ties.reporters.limits = ties.inside.limits = limits
}

/** What the parts of a measure count. */
function setsOf(measure: string): readonly (readonly [CountedPart, string])[] {
  const sets = COUNTED_SETS[measure]
  if (sets === undefined) return []
  return PARTS.flatMap((part) => {
    const set = sets[part]
    return set === null ? [] : [[part, set] as const]
  })
}

function viewsOf(query: StatisticQuery, place: Place, measure: string): View[] {
  const [of, sets] = [descriptorOf(query, place, measure), setsOf(measure)]
  const inOtherWords = NAMED_BY.flatMap(({ set, dimension, value }): View[] => {
    const named = sets.filter(([, one]) => one === set)
    const all = sets.filter(([, one]) => one === 'all')
    const values = of.sets.get(dimension)
    const filters = query.filters.filter((filter) => filter.dimension !== dimension)
    if (named.length > 0 && values === undefined) {
      const narrowed = { ...query, filters: [...filters, { dimension, values: [value] }] }
      return [{ of: descriptorOf(narrowed, place, measure), sets: named.map(([part]) => [part, 'all']) }]
    }
    if (values?.size !== 1 || !values.has(value)) return []
    const open = {
      row: query.rows === dimension ? null : place.row,
      column: query.columns === dimension ? null : place.column,
    }
    return [{ of: descriptorOf({ ...query, filters }, open, measure), sets: all.map(([part]) => [part, set]) }]
  })
  return [{ of, sets }, ...inOtherWords]
}

function countsAt({ parts }: Grid, cell: number): Counts {
  return [parts.reporters[cell] ?? 0, parts.hits[cell] ?? 0, parts.others[cell] ?? 0, parts.missing[cell] ?? 0]
}

function numberOf([reporters, hits, others, missing]: Counts, part: CountedPart): number {
  return { reporters, base: hits + others, hits, others, missing }[part]
}

function layerOf({ reporters, inside }: LayerTies, part: CountedPart) {
  return part === 'reporters' ? reporters : inside
}

type Relation = 'same' | 'within' | 'around'

// What was told some time ago and does not fit any more bounds nothing.
function limit(
  limits: Limits,
  part: CountedPart,
  cell: number,
  relation: Relation,
  { mine, their }: { readonly mine: number; readonly their: number },
): void {
  if (part === 'base' || (relation === 'same' && mine !== their)) return
  const { low, high } = limits[part]
  if (relation !== 'within' && mine >= their) low[cell] = Math.max(low[cell] ?? 0, their)
  if (relation !== 'around' && mine <= their) high[cell] = Math.min(high[cell] ?? Infinity, their)
}
