import { LEAST_REPORTERS, type OrganisationMeasure } from './organisation-measures'
import type { FigureCounts, OrganisationFacts } from './organisation-figures'
import type { OrganisationFigure, OrganisationNumbers } from './public-organisation'

/** What each report said when it was counted, by its number. */
export type Members = Readonly<Record<string, string>>

/** Numbers of an organisation with what single reports said; the true counts of every figure, held back or not. */
export type CountedNumbers = OrganisationNumbers & {
  readonly members: Members
  readonly counts: Readonly<Record<OrganisationMeasure, FigureCounts>>
}

/**
 * The figures that may take the place of former ones; null when the former must stay, because the difference of the two would tell of
 * few. The reports that came, went or changed are none or at least five, and so is what each count told before changed by. They move
 * together: what one of them kept would follow from the others. A figure that was held back is told when it must have grown by five.
 * `restChange`: by how many more reports are not about it; tables of all tell the sum of both.
 */
export function movedFigures(
  former: Pick<OrganisationNumbers, 'reports' | 'figures'> & { readonly members: Members },
  next: CountedNumbers,
  restChange = 0,
): readonly OrganisationFigure[] | null {
  if (!isNoneOrEnough(restChange)) return null
  if (!isNoneOrEnough(differing(former.members, next.members)) || !isNoneOrEnough(next.reports - former.reports))
    return null
  const byMeasure = new Map(former.figures.map((figure) => [figure.measure, figure]))
  const mayMove = next.figures.every((figure) => {
    const then = byMeasure.get(figure.measure)
    return then === undefined || mayFollow(then, figure, former.reports, next)
  })
  if (!mayMove) return null
  return next.figures.map((figure) => {
    const then = byMeasure.get(figure.measure)
    const isFresh = then?.base !== 's' || hasGrown(figure.measure, next)
    return isFresh ? figure : { ...figure, base: 's', hits: 's', value: 's', low: 's', high: 's' }
  })
}

function differing(former: Members, next: Members): number {
  const all = new Set([...Object.keys(former), ...Object.keys(next)])
  return [...all].filter((ref) => former[ref] !== next[ref]).length
}

function isNoneOrEnough(change: number): boolean {
  return change === 0 || Math.abs(change) >= LEAST_REPORTERS
}

// The reports a figure is of, those that hit, those that do not, and those it is not of.
function mayFollow(then: OrganisationFigure, now: OrganisationFigure, reports: number, next: CountedNumbers): boolean {
  if (typeof then.base !== 'number') return true
  const { base, hits } = next.counts[now.measure]
  const changes = [base - then.base, next.reports - base - (reports - then.base)]
  if (typeof then.hits === 'number') changes.push(hits - then.hits, base - hits - (then.base - then.hits))
  if (!changes.every(isNoneOrEnough)) return false
  // An amount that changed while nobody came or went is one report's.
  const isAmount = now.measure === 'paid_mean' || now.measure === 'paid_median'
  return !isAmount || base !== then.base || now.value === then.value
}

// Held back, some part was of fewer than five: with twice as many at least five came.
function hasGrown(measure: OrganisationMeasure, { counts, reports }: CountedNumbers): boolean {
  const { base, hits } = counts[measure]
  return [base, hits, base - hits, reports - base].every((part) => part === 0 || part >= 2 * LEAST_REPORTERS)
}

/** What a report says, as one text: the same for the same. */
export function saidBy({ ref: _ref, ...said }: OrganisationFacts): string {
  return JSON.stringify(Object.values(said))
}
