import { isDominated, isFew, isFewWithin, QUARTILE_REPORTERS } from '../disclosure/rules'
import { shareInterval } from '../intervals/share-interval'
import type { RawCell } from '../raw-table'
import { LEAST_REPORTERS, type OrganisationMeasure } from './organisation-measures'
import type { OrganisationFigure } from './public-organisation'

/** What one report says about an organisation; yen. `ref` leads nowhere, `state` changes with anything told here. */
export type OrganisationFacts = {
  readonly ref: string
  /** Whether it answers the question of fees at all. */
  readonly answersFees: boolean
  readonly paid: boolean
  /** To this organisation; null where an amount or a rate is missing. */
  readonly paidYen: number | null
  /** Verdicts of certain rules on payments to it. */
  readonly verdicts: readonly string[]
  readonly isClosed: boolean
  readonly isRemedied: boolean
  readonly claimedYen: number
  readonly repaidYen: number
}

/** The reports a figure is of; those of a share that hit, else 0. */
export type FigureCounts = { readonly base: number; readonly hits: number }

/**
 * The numbers of an organisation, those that could lead to a reporter held back: fewer than five reports behind a number, behind
 * what it is of, or behind what is left of it; a median of fewer than ten; a sum that one or two make up.
 */
export function organisationFigures(facts: readonly OrganisationFacts[]): readonly OrganisationFigure[] {
  const ruled = facts.filter(({ verdicts }) => verdicts.length > 0)
  const closed = facts.filter(({ isClosed }) => isClosed)
  const has = (fact: OrganisationFacts, ...codes: readonly string[]) =>
    fact.verdicts.some((code) => codes.includes(code))
  const above = ruled.filter((fact) => has(fact, 'above_cap', 'prohibited')).length
  const prohibited = ruled.filter((fact) => has(fact, 'prohibited')).length
  const answered = facts.filter(({ answersFees }) => answersFees)
  const paid = answered.filter((fact) => fact.paid)
  const amounts = paid.flatMap(({ paidYen }) => paidYen ?? [])
  // Paid less those with an amount is those who named none.
  const areUnnamedFew = isFew(paid.length - amounts.length, LEAST_REPORTERS)
  const share = (measure: OrganisationMeasure, hits: number, base: readonly unknown[]) =>
    shareFigure(measure, hits, base.length, facts.length)
  const prohibitedShare = share('prohibited_share', prohibited, ruled)
  return [
    share('paid_share', paid.length, answered),
    areUnnamedFew ? heldBack('paid_mean') : meanFigure(amounts, facts.length),
    areUnnamedFew ? heldBack('paid_median') : medianFigure(amounts, facts.length),
    share('above_share', above, ruled),
    // Above less prohibited is those with payments above a cap alone.
    isFew(above - prohibited, LEAST_REPORTERS) ? heldBack('prohibited_share') : prohibitedShare,
    share('closed_share', closed.length, facts),
    share('remedy_share', closed.filter(({ isRemedied }) => isRemedied).length, closed),
    repaidFigure(facts),
  ]
}

/** The reports each figure is of, and those of a share that hit, whether they are told or not. */
export function countsOfFigures(
  facts: readonly OrganisationFacts[],
): Readonly<Record<OrganisationMeasure, FigureCounts>> {
  const count = (isOne: (fact: OrganisationFacts) => boolean) => facts.filter(isOne).length
  const isAbove = ({ verdicts }: OrganisationFacts) =>
    verdicts.some((code) => code === 'above_cap' || code === 'prohibited')
  const ruled = count(({ verdicts }) => verdicts.length > 0)
  const amounts = { base: count((fact) => fact.answersFees && fact.paid && fact.paidYen !== null), hits: 0 }
  const closed = count(({ isClosed }) => isClosed)
  return {
    paid_share: { base: count(({ answersFees }) => answersFees), hits: count((fact) => fact.answersFees && fact.paid) },
    paid_mean: amounts,
    paid_median: amounts,
    above_share: { base: ruled, hits: count(isAbove) },
    prohibited_share: { base: ruled, hits: count(({ verdicts }) => verdicts.includes('prohibited')) },
    closed_share: { base: facts.length, hits: closed },
    remedy_share: { base: closed, hits: count((fact) => fact.isClosed && fact.isRemedied) },
    repaid_share: { base: count(({ claimedYen }) => claimedYen > 0), hits: 0 },
  }
}

function shareFigure(measure: OrganisationMeasure, hits: number, base: number, reports: number): OrganisationFigure {
  if (base === 0) return { ...heldBack(measure), base: null, hits: null, value: null, low: null, high: null }
  if (isFewWithin(cellOf({ reports, base, hits }), LEAST_REPORTERS)) return heldBack(measure)
  const interval = shareInterval(hits, base)
  return { measure, base, hits, value: hits / base, low: interval?.low ?? null, high: interval?.high ?? null }
}

function meanFigure(amounts: readonly number[], reports: number): OrganisationFigure {
  const base = amounts.length
  if (base === 0) return nothing('paid_mean')
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  const cell = { ...cellOf({ reports, base, hits: 0 }), sum, largest: twoLargest(amounts) }
  if (isFewWithin(cell, LEAST_REPORTERS) || isDominated(cell)) return heldBack('paid_mean')
  return { ...nothing('paid_mean'), base, value: Math.round(sum / base) }
}

function medianFigure(amounts: readonly number[], reports: number): OrganisationFigure {
  const base = amounts.length
  if (base === 0) return nothing('paid_median')
  if (base < QUARTILE_REPORTERS || isFewWithin(cellOf({ reports, base, hits: 0 }), LEAST_REPORTERS))
    return heldBack('paid_median')
  const sorted = amounts.toSorted((a, b) => a - b)
  const middle = ((sorted[Math.floor((base - 1) / 2)] ?? 0) + (sorted[Math.ceil((base - 1) / 2)] ?? 0)) / 2
  // A median is the number of one or two reporters: two digits of it are enough, and are nobody's.
  return { ...nothing('paid_median'), base, value: Number(middle.toPrecision(2)) }
}

function repaidFigure(facts: readonly OrganisationFacts[]): OrganisationFigure {
  const claims = facts.filter(({ claimedYen }) => claimedYen > 0)
  if (claims.length === 0) return nothing('repaid_share')
  const claimed = claims.map(({ claimedYen }) => claimedYen)
  const repaid = claims.map(({ repaidYen }) => repaidYen)
  const cells = [claimed, repaid].map((sums) => ({
    ...cellOf({ reports: facts.length, base: claims.length, hits: repaid.filter((yen) => yen > 0).length }),
    sum: sums.reduce((total, yen) => total + yen, 0),
    largest: twoLargest(sums),
  }))
  if (cells.some((cell) => isFewWithin(cell, LEAST_REPORTERS) || isDominated(cell))) return heldBack('repaid_share')
  const [over, sum] = cells.map((cell) => cell.sum)
  return { ...nothing('repaid_share'), base: claims.length, value: (sum ?? 0) / (over ?? 1) }
}

function heldBack(measure: OrganisationMeasure): OrganisationFigure {
  return { measure, base: 's', hits: 's', value: 's', low: 's', high: 's' }
}

function nothing(measure: OrganisationMeasure): OrganisationFigure {
  return { measure, base: null, hits: null, value: null, low: null, high: null }
}

function twoLargest(sums: readonly number[]): [number, number] {
  const [first = 0, second = 0] = sums.toSorted((a, b) => b - a)
  return [first, second]
}

function cellOf({ reports, base, hits }: { reports: number; base: number; hits: number }): RawCell {
  return {
    row: null,
    column: null,
    reporters: reports,
    missing: reports - base,
    base,
    baseReporters: base,
    hits,
    hitReporters: hits,
    sum: 0,
    over: 0,
    largest: [0, 0],
    overLargest: [0, 0],
    spread: null,
    interval: null,
    meanInterval: null,
  }
}
