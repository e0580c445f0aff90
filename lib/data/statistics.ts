import 'server-only'
import { isOriginCode } from '@/lib/domain/countries'
import type { CaseDimension } from '@/lib/domain/statistics/case-counts'
import { instantsOf, type StatisticsFilter } from '@/lib/domain/statistics/filter'
import type { SurveyCounts } from '@/lib/domain/statistics/survey-table'
import type { Scoped } from './within'

type Counting = Scoped<'statistics.read' | 'statistics.export'>

type SurveyCountRow = Record<
  | 'reports'
  | 'answered_paid'
  | 'paid_sending'
  | 'sending_amounts'
  | 'sending_jpy'
  | 'paid_broker'
  | 'broker_amounts'
  | 'broker_jpy'
  | 'paid_amounts'
  | 'paid_jpy'
  | 'answered_debt'
  | 'in_debt'
  | 'debt_amounts'
  | 'debt_jpy',
  bigint
> & { readonly origin: string | null }

/** The measures of the survey by country of origin. Counted by the database (migration statistics): no row of a case comes here. */
export async function countSurvey(on: Counting, filter: StatisticsFilter): Promise<SurveyCounts[]> {
  const { fromAt, toAt } = instantsOf(filter)
  const rows = await on.db.$queryRaw<
    SurveyCountRow[]
  >`SELECT * FROM app.survey_by_origin(${fromAt}::timestamptz, ${toAt}::timestamptz, ${filter.scheme})`
  return rows.map((row) => ({
    origin: row.origin !== null && isOriginCode(row.origin) ? row.origin : 'unknown',
    reports: Number(row.reports),
    paidAnswers: Number(row.answered_paid),
    paidSendingOrg: Number(row.paid_sending),
    sendingOrgWithAmount: Number(row.sending_amounts),
    sumSendingOrgJpy: row.sending_jpy,
    paidBroker: Number(row.paid_broker),
    brokerWithAmount: Number(row.broker_amounts),
    sumBrokerJpy: row.broker_jpy,
    paidWithAmount: Number(row.paid_amounts),
    sumPaidJpy: row.paid_jpy,
    debtAnswers: Number(row.answered_debt),
    inDebt: Number(row.in_debt),
    debtWithAmount: Number(row.debt_amounts),
    sumDebtJpy: row.debt_jpy,
  }))
}

/** How many reports by a code, and how many reports there are: with several grievances in one report the parts add up to more. */
export async function countCases(
  on: Counting,
  dimension: CaseDimension,
  filter: StatisticsFilter,
): Promise<{ readonly reports: number; readonly byCode: ReadonlyMap<string, number> }> {
  const { fromAt, toAt } = instantsOf(filter)
  const rows = await on.db.$queryRaw<{ cell: string | null; reports: bigint }[]>`
    SELECT cell, reports FROM app.case_counts(${dimension}, ${fromAt}::timestamptz, ${toAt}::timestamptz, ${filter.scheme})`
  const reports = Number(rows.find(({ cell }) => cell === null)?.reports ?? 0n)
  return {
    reports,
    byCode: new Map(
      rows.flatMap(({ cell, reports: count }) => (cell === null ? [] : [[cell, Number(count)] as const])),
    ),
  }
}
