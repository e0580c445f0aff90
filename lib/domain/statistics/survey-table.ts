import { ORIGIN_CODES, type OriginCode } from '../countries'
import { decimalFrom, divideHalfUp } from '../money/ratio'
import type { Published, PublishedRow } from './published'
import { SURVEY_BASELINE } from './survey-baseline'

/** Where a worker comes from; `unknown` where nobody said, which counts in the totals and has no published row. */
export type SurveyOrigin = OriginCode | 'unknown'

/**
 * Counts and sums of one country, as the database adds them up. People, not payments.
 * `paidAnswers` answered whether they paid anything; `paid...` are people who paid; `...WithAmount`
 * those of them whose amount is known, over whom the average goes; sums are whole yen at the rates
 * of the payment.
 */
export type SurveyCounts = {
  readonly origin: SurveyOrigin
  readonly reports: number
  readonly paidAnswers: number
  readonly paidSendingOrg: number
  readonly sendingOrgWithAmount: number
  readonly sumSendingOrgJpy: bigint
  readonly paidBroker: number
  readonly brokerWithAmount: number
  readonly sumBrokerJpy: bigint
  readonly paidWithAmount: number
  readonly sumPaidJpy: bigint
  readonly debtAnswers: number
  readonly inDebt: number
  readonly debtWithAmount: number
  readonly sumDebtJpy: bigint
}

/**
 * A share of people. `tenths` are tenths of a percent, null when nobody was asked;
 * `differenceTenths` is ours minus the published one in tenths of a point, null when either is
 * missing or the published one is doubtful.
 */
export type ShareCell = {
  readonly people: number
  readonly of: number
  readonly tenths: number | null
  readonly published: Published | null
  readonly differenceTenths: number | null
}

/**
 * An average over `people`, in whole yen and US dollars. `differenceTenths` is ours against the
 * published yen in tenths of a percent of the published figure.
 */
export type AverageCell = {
  readonly people: number
  readonly jpy: bigint | null
  readonly usd: bigint | null
  readonly publishedJpy: Published | null
  readonly publishedUsd: Published | null
  readonly differenceTenths: number | null
}

/** One row of the table in the shape of the ISA/OTIT survey. */
export type SurveyRow = {
  readonly origin: SurveyOrigin | 'all'
  readonly reports: number
  readonly publishedRespondents: number | null
  readonly sendingShare: ShareCell
  readonly sendingAverage: AverageCell
  readonly brokerShare: ShareCell
  readonly brokerAverage: AverageCell
  readonly totalAverage: AverageCell
  readonly debtShare: ShareCell
  readonly debtAverage: AverageCell
}

/**
 * The survey table over our reports beside the published figures: one row per country with reports
 * or a published row, in the order of the origins, then `all`.
 * `jpyPerUsd` is a decimal such as `114.88902`, the rate the dollar columns use.
 */
export function surveyTable(counts: readonly SurveyCounts[], jpyPerUsd: string): SurveyRow[] {
  const origins = [...ORIGIN_CODES, 'unknown' as const].filter(
    (origin) => publishedOf(origin) !== null || counts.some((row) => row.origin === origin),
  )
  const rows = origins.map((origin) =>
    surveyRow(origin, sumOf(counts.filter((row) => row.origin === origin)), publishedOf(origin), jpyPerUsd),
  )
  return [...rows, surveyRow('all', sumOf(counts), SURVEY_BASELINE.all, jpyPerUsd)]
}

type Sums = Omit<SurveyCounts, 'origin'>

function publishedOf(origin: SurveyOrigin): PublishedRow | null {
  return origin === 'unknown' ? null : (SURVEY_BASELINE.byOrigin[origin] ?? null)
}

function surveyRow(origin: SurveyOrigin | 'all', sums: Sums, published: PublishedRow | null, rate: string): SurveyRow {
  const p = published
  return {
    origin,
    reports: sums.reports,
    publishedRespondents: p?.respondents ?? null,
    sendingShare: shareCell(sums.paidSendingOrg, sums.paidAnswers, p?.sendingShareTenths ?? null),
    sendingAverage: averageCell(
      sums.sumSendingOrgJpy,
      sums.sendingOrgWithAmount,
      rate,
      p?.sendingAverageJpy,
      p?.sendingAverageUsd,
    ),
    brokerShare: shareCell(sums.paidBroker, sums.paidAnswers, p?.brokerShareTenths ?? null),
    brokerAverage: averageCell(
      sums.sumBrokerJpy,
      sums.brokerWithAmount,
      rate,
      p?.brokerAverageJpy,
      p?.brokerAverageUsd,
    ),
    totalAverage: averageCell(sums.sumPaidJpy, sums.paidWithAmount, rate, p?.totalAverageJpy, null),
    debtShare: shareCell(sums.inDebt, sums.debtAnswers, p?.debtShareTenths ?? null),
    debtAverage: averageCell(sums.sumDebtJpy, sums.debtWithAmount, rate, p?.debtAverageJpy, null),
  }
}

function shareCell(people: number, of: number, published: Published | null): ShareCell {
  const tenths = of === 0 ? null : Number(divideHalfUp(BigInt(people) * 1000n, BigInt(of)))
  const isComparable = tenths !== null && published !== null && published.isDoubtful !== true
  return {
    people,
    of,
    tenths,
    published,
    differenceTenths: isComparable ? tenths - published.value : null,
  }
}

function averageCell(
  sumJpy: bigint,
  people: number,
  jpyPerUsd: string,
  publishedJpy: Published | null = null,
  publishedUsd: Published | null = null,
): AverageCell {
  const rate = decimalFrom(jpyPerUsd)
  const jpy = people === 0 ? null : divideHalfUp(sumJpy, BigInt(people))
  const usd = people === 0 ? null : divideHalfUp(sumJpy * 10n ** BigInt(rate.scale), BigInt(people) * rate.units)
  const isComparable = jpy !== null && publishedJpy !== null && publishedJpy.isDoubtful !== true
  const differenceTenths = isComparable
    ? Number(divideHalfUp((jpy - BigInt(publishedJpy.value)) * 1000n, BigInt(publishedJpy.value)))
    : null
  return { people, jpy, usd, publishedJpy, publishedUsd, differenceTenths }
}

function sumOf(rows: readonly SurveyCounts[]): Sums {
  const count = (of: (row: SurveyCounts) => number) => rows.reduce((sum, row) => sum + of(row), 0)
  const yen = (of: (row: SurveyCounts) => bigint) => rows.reduce((sum, row) => sum + of(row), 0n)
  return {
    reports: count((row) => row.reports),
    paidAnswers: count((row) => row.paidAnswers),
    paidSendingOrg: count((row) => row.paidSendingOrg),
    sendingOrgWithAmount: count((row) => row.sendingOrgWithAmount),
    sumSendingOrgJpy: yen((row) => row.sumSendingOrgJpy),
    paidBroker: count((row) => row.paidBroker),
    brokerWithAmount: count((row) => row.brokerWithAmount),
    sumBrokerJpy: yen((row) => row.sumBrokerJpy),
    paidWithAmount: count((row) => row.paidWithAmount),
    sumPaidJpy: yen((row) => row.sumPaidJpy),
    debtAnswers: count((row) => row.debtAnswers),
    inDebt: count((row) => row.inDebt),
    debtWithAmount: count((row) => row.debtWithAmount),
    sumDebtJpy: yen((row) => row.sumDebtJpy),
  }
}
