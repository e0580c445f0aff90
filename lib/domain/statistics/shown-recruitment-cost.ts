import { EARNINGS_KINDS, type EarningsKind } from '../fees/measures/earnings'
import type { IndicatorSummary } from '../fees/measures/indicator-summary'
import { divideHalfUp } from '../money/ratio'
import { showNested } from './nested-counts'
import type { RecruitmentCost } from './recruitment-cost'
import { SMALLEST_CELL, type ShownCount } from './suppress'

/**
 * Quartiles and the highest fifth need this many people: under ten the highest fifth is one person, and a figure that stands on
 * one report tells it.
 */
export const FEWEST_FOR_QUARTILES = 10
/** A box is drawn from this many people on (design, part 10); fewer stand in the table only. */
export const FEWEST_FOR_BOX = 30

/** A figure that may be held back (`s`); null: of nobody. */
export type ShownFigure<T> = T | 's' | null

/** People with more than so many months of earnings: how many, and tenths of a percent. */
export type ShownAbove = { readonly people: ShownCount; readonly tenths: ShownFigure<number> }

/** The indicator of one country, in tenths of a month of earnings. */
export type ShownIndicator = {
  readonly people: ShownCount
  readonly meanOfRatios: ShownFigure<number>
  readonly ratioOfMeans: ShownFigure<number>
  readonly median: ShownFigure<number>
  readonly p25: ShownFigure<number>
  readonly p75: ShownFigure<number>
  readonly p80: ShownFigure<number>
  readonly above: readonly [ShownAbove, ShownAbove, ShownAbove]
  readonly isBoxDrawn: boolean
}

/** The sum that could be asked back, and of how many people it is. */
export type ShownClaim = { readonly people: ShownCount; readonly jpy: ShownFigure<bigint> }

/** What recruitment cost the people of one country, as it may be shown. */
export type ShownRecruitmentCost = Pick<RecruitmentCost, 'origin'> & {
  readonly reports: ShownCount
  readonly costs: ShownCount
  readonly meanCostJpy: ShownFigure<bigint>
  readonly indicator: Readonly<Record<EarningsKind, ShownIndicator>>
  /** Payments that a rule of the law judged, and the tenths of a percent of them surely above its limit. */
  readonly over: { readonly payments: ShownFigure<number>; readonly tenths: ShownFigure<number> }
  readonly zeroFee: ShownClaim
  readonly cap: ShownClaim
}

/**
 * Holds back what would tell of fewer than five people, in each chain of counts that lie one inside the other: reports, known
 * cost, known earnings, above one, two, three months; reports, judged, above the limit; reports, known claims, above zero-fee,
 * above the limit. `rows`: the countries, `all` last.
 */
export function showRecruitmentCost(
  rows: readonly RecruitmentCost[],
  threshold = SMALLEST_CELL,
): ShownRecruitmentCost[] {
  const chain = (of: (row: RecruitmentCost) => readonly number[]) => showNested(rows.map(of), threshold)
  const monthsOf = (kind: EarningsKind) =>
    chain(({ reports, costs, indicator: { [kind]: of } }) => [reports, costs, of.n, of.above1, of.above2, of.above3])
  const months = { first_month: monthsOf('first_month'), last_month: monthsOf('last_month') }
  const judged = chain((row) => [row.reports, row.judged, row.judgedOver])
  const claims = chain((row) => [row.reports, row.assessed, row.aboveZeroFee, row.aboveCap])
  return rows.map((row, index) => {
    const indicator = (kind: EarningsKind) => shownIndicator(row.indicator[kind], months[kind][index]?.slice(2) ?? [])
    const [reports = 's', costs = 's'] = months[EARNINGS_KINDS[0]][index] ?? []
    const [, judgedPeople = 's', judgedOver = 's'] = judged[index] ?? []
    const [, , zeroFee = 's', cap = 's'] = claims[index] ?? []
    return {
      origin: row.origin,
      reports,
      costs,
      meanCostJpy: shown(row.meanCostJpy, costs),
      indicator: { first_month: indicator('first_month'), last_month: indicator('last_month') },
      over: {
        payments: shown(row.ruledLines, judgedPeople),
        tenths: judgedOver === 's' ? 's' : shown(perMille(row.overLines ?? 0, row.ruledLines ?? 0), judgedPeople),
      },
      zeroFee: { people: zeroFee, jpy: zeroFee === 's' ? 's' : row.aboveZeroFeeJpy },
      cap: { people: cap, jpy: cap === 's' ? 's' : row.aboveCapJpy },
    }
  })
}

function shownIndicator(of: IndicatorSummary, [people = 's', ...above]: readonly ShownCount[]): ShownIndicator {
  const months = (value: number | null) => shown(value === null ? null : Math.round(value * 10), people)
  const quartile = (value: number | null) =>
    typeof people === 'number' && people > 0 && people < FEWEST_FOR_QUARTILES ? 's' : months(value)
  const share = (count: ShownCount = 's'): ShownAbove => ({
    people: count,
    tenths: count === 's' || people === 's' ? 's' : perMille(count, people),
  })
  return {
    people,
    meanOfRatios: months(of.meanOfRatios),
    ratioOfMeans: months(of.ratioOfMeans),
    median: months(of.median),
    p25: quartile(of.p25),
    p75: quartile(of.p75),
    p80: quartile(of.p80),
    above: [share(above[0]), share(above[1]), share(above[2])],
    isBoxDrawn: typeof people === 'number' && people >= FEWEST_FOR_BOX,
  }
}

/** A figure about people who are counted and shown; null of nobody. */
function shown<T>(value: T | null, people: ShownCount): ShownFigure<T> {
  if (people === 's') return 's'
  return people === 0 ? null : value
}

function perMille(part: number, whole: number): number | null {
  return whole === 0 ? null : Number(divideHalfUp(BigInt(part) * 1000n, BigInt(whole)))
}
