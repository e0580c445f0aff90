import type { Published, PublishedRow } from '../published'
import { SURVEY_BASELINE, SURVEY_CAVEATS, SURVEY_PERIOD, SURVEY_TOTAL_ANSWERS } from '../survey-baseline'
import { SURVEY_SOURCES } from '../survey-sources'
import type { ComparisonPoint, ComparisonSeries } from './series'

/** What the survey says of the pay that was told before coming: shares of all who answered. Source: Poste Cambodia on the survey. */
const PAY_AS_TOLD = 0.79

const COLUMNS: readonly {
  readonly measure: string
  readonly column: Exclude<keyof PublishedRow, 'respondents'>
  readonly unit: 'share' | 'yen'
}[] = [
  { measure: 'paid_sending_share', column: 'sendingShareTenths', unit: 'share' },
  { measure: 'paid_sending', column: 'sendingAverageJpy', unit: 'yen' },
  { measure: 'paid_broker_share', column: 'brokerShareTenths', unit: 'share' },
  { measure: 'paid_broker', column: 'brokerAverageJpy', unit: 'yen' },
  { measure: 'paid_total', column: 'totalAverageJpy', unit: 'yen' },
  { measure: 'in_debt_share', column: 'debtShareTenths', unit: 'share' },
  { measure: 'debt_amount', column: 'debtAverageJpy', unit: 'yen' },
]

/**
 * The survey of payments by technical intern trainees (ISA with OTIT, July 2022), in the terms of our measures. Averages are of
 * payers who named an amount; shares of all respondents.
 */
export const SURVEY_SERIES: ComparisonSeries = {
  id: 'isa_otit_2022',
  title: SURVEY_SOURCES.isa_2022.title,
  publisher: SURVEY_SOURCES.isa_2022.publisher,
  period: `${SURVEY_PERIOD.from} to ${SURVEY_PERIOD.to}`,
  url: SURVEY_SOURCES.isa_2022.url,
  evidence: [],
  caveats: SURVEY_CAVEATS,
  points: [
    ...pointsOf(null, SURVEY_BASELINE.all),
    ...Object.entries(SURVEY_BASELINE.byOrigin).flatMap(([origin, row]) => pointsOf(origin, row)),
    {
      measure: 'pay_as_told_share',
      dimension: null,
      value: null,
      number: PAY_AS_TOLD,
      unit: 'share',
      confidence: 'medium',
      isRounded: true,
      isDoubtful: false,
      people: null,
    },
  ],
}

function pointsOf(origin: string | null, row: PublishedRow): ComparisonPoint[] {
  return COLUMNS.flatMap(({ measure, column, unit }) => {
    const published = row[column]
    return published === null ? [] : [point(origin, row, measure, unit, published)]
  })
}

function point(
  origin: string | null,
  row: PublishedRow,
  measure: string,
  unit: 'share' | 'yen',
  published: Published,
): ComparisonPoint {
  const people = measure === 'paid_total' && origin === null ? SURVEY_TOTAL_ANSWERS : null
  return {
    measure,
    dimension: origin === null ? null : 'origin',
    value: origin,
    number: unit === 'share' ? published.value / 1000 : published.value,
    unit,
    confidence: published.confidence,
    isRounded: published.isRounded === true,
    isDoubtful: published.isDoubtful === true,
    people: people ?? (unit === 'share' ? row.respondents : null),
  }
}
