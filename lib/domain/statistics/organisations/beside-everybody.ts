import { isDominated, isFew } from '../disclosure/rules'
import type { RawCell, RawTable } from '../raw-table'
import type { FigureCounts } from './organisation-figures'
import { LEAST_REPORTERS, type OrganisationMeasure } from './organisation-measures'
import type { OrganisationFigure } from './public-organisation'

/** The measure of all reports that counts what a figure counts of an organisation's; `isOfHits`: its hits, too. */
const MEASURE_OF: Readonly<Record<OrganisationMeasure, { readonly measure: string; readonly isOfHits: boolean }>> = {
  paid_share: { measure: 'paid_share', isOfHits: true },
  paid_mean: { measure: 'paid_total', isOfHits: false },
  paid_median: { measure: 'paid_total', isOfHits: false },
  above_share: { measure: 'over_cap_reports', isOfHits: true },
  prohibited_share: { measure: 'over_cap_reports', isOfHits: false },
  closed_share: { measure: 'closed_share', isOfHits: true },
  remedy_share: { measure: 'remedy_rate', isOfHits: true },
  repaid_share: { measure: 'claimed_amount', isOfHits: false },
}

/** What is asked of all reports, so that numbers of an organisation can stand beside it. */
export const EVERYBODYS_MEASURES: readonly string[] = [
  ...new Set(['reports', ...Object.values(MEASURE_OF).map(({ measure }) => measure)]),
]

/** All reports received before the same day, counted by measures; of none there is nothing. */
export type Everybody = ReadonlyMap<string, RawCell>

/** The totals of tables without lines. */
export function everybodyIn(tables: readonly RawTable[]): Everybody {
  return new Map(tables.flatMap(({ measure, cells: [cell] }) => (cell === undefined ? [] : [[measure, cell] as const])))
}

/** How many reports are not about an organisation with so many. */
export function restOf(everybody: Everybody, reports: number): number {
  return (everybody.get('reports')?.reporters ?? 0) - reports
}

/**
 * The figures of an organisation that may stand beside the numbers of all: what is left of those without its own must not be of one to
 * four, or somebody takes the one from the other. Null where fewer than five reports are not about it: its numbers are those of all.
 * `paidYen`: the sum behind its mean.
 */
export function besideEverybody(
  figures: readonly OrganisationFigure[],
  of: {
    readonly reports: number
    readonly counts: Readonly<Record<OrganisationMeasure, FigureCounts>>
    readonly paidYen: number
  },
  everybody: Everybody,
): readonly OrganisationFigure[] | null {
  const others = restOf(everybody, of.reports)
  if (others < LEAST_REPORTERS) return null
  return figures.map((figure) => {
    const { measure, isOfHits } = MEASURE_OF[figure.measure]
    const all = everybody.get(measure)
    const { base, hits } = of.counts[figure.measure]
    const rest = (all?.base ?? 0) - base
    const restHits = (all?.hits ?? 0) - hits
    const parts = [rest, others - rest, ...(isOfHits ? [restHits, rest - restHits] : [])]
    const isSafe =
      parts.every((part) => part >= 0 && !isFew(part, LEAST_REPORTERS)) &&
      !(figure.measure === 'paid_mean' && all !== undefined && isDominated({ ...all, sum: all.sum - of.paidYen }))
    return isSafe ? figure : { ...figure, base: 's', hits: 's', value: 's', low: 's', high: 's' }
  })
}
