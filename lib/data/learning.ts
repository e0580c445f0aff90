import 'server-only'
import { dayInJapan, daysBetween } from '@/lib/domain/calendar/day'
import type { KpiCount } from '@/lib/domain/learning/shown-kpis'
import { monthNumber } from '@/lib/domain/statistics/columns/selection'
import type { Scoped } from './within'

type Row = {
  readonly kpi: string
  readonly part: string | null
  readonly hits: bigint | null
  readonly base: bigint | null
  readonly amount: { toString: () => string } | null
}

/** Which cases are measured: of one office or of all (null), received in the months from `from` to `to` (`YYYY-MM`, null is open). */
export type MeasuredCases = {
  readonly officeId: string | null
  readonly from: string | null
  readonly to: string | null
}

/**
 * The counts behind every measure, added up from those that are kept (migrations desk_months and desk_counts; formulas in
 * app.kpi_counts); what the clock turns is of `at`. Refused by the database for another office than the own.
 */
export async function countKpis(
  on: Scoped<'learning.read'>,
  { officeId, from, to }: MeasuredCases,
  at: Date,
): Promise<KpiCount[]> {
  const rows = await on.db.$queryRaw<Row[]>`
    SELECT kpi, part, hits, base, amount
      FROM app.desk_counts(${officeId}::uuid, ${monthNumber(from)}::int, ${monthNumber(to)}::int, ${at}::timestamptz, false)`
  return rows.map(countOf)
}

/** How many days ago the numbers of a public table changed last, in Japan; no row while none was published. */
export async function daysSincePublication(on: Scoped<'learning.read'>, at: Date): Promise<KpiCount[]> {
  const { _max: latest } = await on.db.publicationDay.aggregate({ _max: { publishedOn: true } })
  if (latest.publishedOn === null) return []
  const days = daysBetween(latest.publishedOn.toISOString().slice(0, 10), dayInJapan(at))
  return [{ kpi: 'public_report_age_days', part: null, hits: Math.max(0, days), base: null, amount: null }]
}

function countOf({ kpi, part, hits, base, amount }: Row): KpiCount {
  return {
    kpi,
    part,
    hits: hits === null ? null : Number(hits),
    base: base === null ? null : Number(base),
    amount: amount === null ? null : Number(amount.toString()),
  }
}
