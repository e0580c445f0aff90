import { ORIGIN_CODES } from '../countries'
import type { EarningsKind } from '../fees/measures/earnings'
import type { IndicatorSummary } from '../fees/measures/indicator-summary'
import type { SurveyOrigin } from './survey-table'

/**
 * What recruitment cost the people of one country, as the database counts it (`app.recruitment_cost_by_origin`). Counts are
 * people. `costs`: whose cost is known, `indicator[…].n`: whose earnings are known too. `judged`: with a payment that some rule of
 * the law judged, `judgedOver`: with one of them surely above the limit or banned, not only likely so; the lines are their
 * payments. `assessed`: whose amounts to ask back are known. Figures are null where the database gave none: of fewer than five people, quartiles of fewer than ten.
 */
export type RecruitmentCost = {
  readonly origin: SurveyOrigin | 'all'
  readonly reports: number
  readonly costs: number
  readonly meanCostJpy: bigint | null
  readonly indicator: Readonly<Record<EarningsKind, IndicatorSummary>>
  readonly judged: number
  readonly judgedOver: number
  readonly ruledLines: number | null
  readonly overLines: number | null
  readonly assessed: number
  readonly aboveZeroFee: number
  readonly aboveZeroFeeJpy: bigint | null
  readonly aboveCap: number
  readonly aboveCapJpy: bigint | null
}

/** The countries in the order they are offered, who did not say one, then all. */
export function inOriginOrder<Row extends { readonly origin: SurveyOrigin | 'all' }>(
  rows: readonly Row[],
): readonly Row[] {
  const order: readonly (SurveyOrigin | 'all')[] = [...ORIGIN_CODES, 'unknown', 'all']
  return rows.toSorted((a, b) => order.indexOf(a.origin) - order.indexOf(b.origin))
}
