import 'server-only'
import { isOriginCode } from '@/lib/domain/countries'
import type { EarningsKind } from '@/lib/domain/fees/measures/earnings'
import type { IndicatorSummary } from '@/lib/domain/fees/measures/indicator-summary'
import { instantsOf, type StatisticsFilter } from '@/lib/domain/statistics/filter'
import { inOriginOrder, type RecruitmentCost } from '@/lib/domain/statistics/recruitment-cost'
import type { Scoped } from './within'

type Counting = Scoped<'statistics.read' | 'statistics.export'>

type Months<Prefix extends 'first' | 'last'> = Record<`${Prefix}_${'n' | 'above_1' | 'above_2' | 'above_3'}`, bigint> &
  Record<`${Prefix}_${'mean_of_ratios' | 'ratio_of_means' | 'median' | 'p25' | 'p75' | 'p80'}`, number | null>

type Row = Months<'first'> &
  Months<'last'> &
  Record<'reports' | 'costs' | 'judged' | 'judged_over' | 'assessed' | 'above_zero' | 'above_cap', bigint> &
  Record<'mean_cost_jpy' | 'ruled_lines' | 'over_lines' | 'above_zero_jpy' | 'above_cap_jpy', bigint | null> & {
    readonly is_total: boolean
    readonly origin: string | null
  }

/** What recruitment cost by country of origin, `all` last. Counted by the database (migration recruitment_cost): no row of a case comes here. */
export async function countRecruitmentCost(
  on: Counting,
  filter: StatisticsFilter,
): Promise<readonly RecruitmentCost[]> {
  const { fromAt, toAt } = instantsOf(filter)
  const rows = await on.db.$queryRaw<
    Row[]
  >`SELECT * FROM app.recruitment_cost_by_origin(${fromAt}::timestamptz, ${toAt}::timestamptz, ${filter.scheme})`
  return inOriginOrder(
    rows.map((row) => ({
      origin: row.is_total ? 'all' : row.origin !== null && isOriginCode(row.origin) ? row.origin : 'unknown',
      reports: Number(row.reports),
      costs: Number(row.costs),
      meanCostJpy: row.mean_cost_jpy,
      indicator: { first_month: summary('first_month', row), last_month: summary('last_month', row) },
      judged: Number(row.judged),
      judgedOver: Number(row.judged_over),
      ruledLines: row.ruled_lines === null ? null : Number(row.ruled_lines),
      overLines: row.over_lines === null ? null : Number(row.over_lines),
      assessed: Number(row.assessed),
      aboveZeroFee: Number(row.above_zero),
      aboveZeroFeeJpy: row.above_zero_jpy,
      aboveCap: Number(row.above_cap),
      aboveCapJpy: row.above_cap_jpy,
    })),
  )
}

/** The day (UTC) of the newest version of a fee rule, which open cases are judged by; null where none is loaded. Closed ones keep older verdicts. */
export async function rulesAsOf(on: Counting): Promise<string | null> {
  const { _max: newest } = await on.db.feeRule.aggregate({ _max: { createdAt: true } })
  return newest.createdAt?.toISOString().slice(0, 10) ?? null
}

function summary(kind: EarningsKind, row: Row): IndicatorSummary {
  const of = kind === 'first_month' ? 'first' : 'last'
  return {
    n: Number(row[`${of}_n`]),
    meanOfRatios: row[`${of}_mean_of_ratios`],
    ratioOfMeans: row[`${of}_ratio_of_means`],
    median: row[`${of}_median`],
    p25: row[`${of}_p25`],
    p75: row[`${of}_p75`],
    p80: row[`${of}_p80`],
    above1: Number(row[`${of}_above_1`]),
    above2: Number(row[`${of}_above_2`]),
    above3: Number(row[`${of}_above_3`]),
  }
}
