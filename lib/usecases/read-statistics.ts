import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listExchangeRates } from '@/lib/data/exchange-rates'
import { countRecruitmentCost } from '@/lib/data/recruitment-cost'
import { countCases, countSurvey } from '@/lib/data/statistics'
import { within, type Scoped } from '@/lib/data/within'
import { chooseRate } from '@/lib/domain/money/exchange-rates'
import { CASE_DIMENSIONS, type CaseDimension } from '@/lib/domain/statistics/case-counts'
import type { StatisticsFilter } from '@/lib/domain/statistics/filter'
import { showCounts, type ShownCounts } from '@/lib/domain/statistics/shown-counts'
import { showRecruitmentCost, type ShownRecruitmentCost } from '@/lib/domain/statistics/shown-recruitment-cost'
import { showSurvey, type ShownSurveyRow } from '@/lib/domain/statistics/shown-survey'
import { SURVEY_RATE_MONTH } from '@/lib/domain/statistics/survey-baseline'
import { surveyTable } from '@/lib/domain/statistics/survey-table'

type Counting = 'statistics.read' | 'statistics.export'

/** The rate our dollars are made with; its period is the one nearest to the survey's own that we hold. */
export type DollarRate = { readonly jpyPerUsd: string; readonly period: string; readonly source: string }

/** The fee table; dollars are null when there is no rate. */
export type SurveyStatistic = { readonly rows: readonly ShownSurveyRow[]; readonly rate: DollarRate | null }

/** Everything on the page, with what must be held back held back. */
export type StatisticsPage = {
  readonly survey: SurveyStatistic
  readonly recruitmentCost: readonly ShownRecruitmentCost[]
  readonly counts: readonly ShownCounts[]
}

/** Reads every table of the page in one transaction, so that they count the same reports. */
export function readStatistics(grant: Grant<Counting>, filter: StatisticsFilter): Promise<StatisticsPage> {
  return within(grant, async (on) => {
    const survey = await readSurvey(on, filter)
    const recruitmentCost = await readRecruitmentCost(on, filter)
    const counts: ShownCounts[] = []
    for (const dimension of CASE_DIMENSIONS) counts.push(await readCounts(on, dimension, filter))
    return { survey, recruitmentCost, counts }
  })
}

/** The fee table by country of origin beside the published one. */
export async function readSurvey(on: Scoped<Counting>, filter: StatisticsFilter): Promise<SurveyStatistic> {
  const counts = await countSurvey(on, filter)
  const chosen = chooseRate(await listExchangeRates(on), 'JPY', SURVEY_RATE_MONTH)
  if (chosen === null) {
    const rows = showSurvey(surveyTable(counts, '1'))
    return { rate: null, rows: rows.map(withoutDollars) }
  }
  const { unitsPerUsd, period, source } = chosen.rate
  return { rows: showSurvey(surveyTable(counts, unitsPerUsd)), rate: { jpyPerUsd: unitsPerUsd, period, source } }
}

/** What recruitment cost in months of pay, by country of origin, `all` last. */
export async function readRecruitmentCost(
  on: Scoped<Counting>,
  filter: StatisticsFilter,
): Promise<readonly ShownRecruitmentCost[]> {
  return showRecruitmentCost(await countRecruitmentCost(on, filter))
}

/** Reports by one dimension. */
export async function readCounts(
  on: Scoped<Counting>,
  dimension: CaseDimension,
  filter: StatisticsFilter,
): Promise<ShownCounts> {
  return showCounts(dimension, await countCases(on, dimension, filter))
}

function withoutDollars(row: ShownSurveyRow): ShownSurveyRow {
  const without = <T extends { readonly usd: unknown }>(cell: T) => ({ ...cell, usd: null })
  return {
    ...row,
    sendingAverage: without(row.sendingAverage),
    brokerAverage: without(row.brokerAverage),
    debtAverage: without(row.debtAverage),
  }
}
