import 'server-only'
import type { KpiCount } from '@/lib/domain/learning/shown-kpis'
import type { Scoped } from './within'

type Row = {
  readonly kpi: string
  readonly part: string | null
  readonly hits: bigint | null
  readonly base: bigint | null
  readonly amount: { toString: () => string } | null
}

/** Which cases are measured: of one office or of all (null), received from `fromAt` on and before `toAt`. */
export type MeasuredCases = {
  readonly officeId: string | null
  readonly fromAt: Date | null
  readonly toAt: Date | null
}

/** The counts behind every measure; formulas in app.kpi_counts. Refused by the database for another office than the own. */
export async function countKpis(
  on: Scoped<'learning.read'>,
  { officeId, fromAt, toAt }: MeasuredCases,
  at: Date,
): Promise<KpiCount[]> {
  const rows = await on.db.$queryRaw<Row[]>`
    SELECT kpi, part, hits, base, amount FROM app.kpi_counts(${officeId}::uuid, ${fromAt}::timestamptz, ${toAt}::timestamptz, ${at}::timestamptz)`
  return rows.map(countOf)
}

/** The same of every other office than this one, each for itself; nothing for whoever is no administrator. */
export async function countOtherOffices(
  on: Scoped<'learning.read'>,
  { officeId, fromAt, toAt }: MeasuredCases & { readonly officeId: string },
  at: Date,
): Promise<KpiCount[][]> {
  const rows = await on.db.$queryRaw<(Row & { office: string })[]>`
    SELECT office_id AS office, kpi, part, hits, base, amount
      FROM app.kpi_counts_by_office(${fromAt}::timestamptz, ${toAt}::timestamptz, ${at}::timestamptz) WHERE office_id <> ${officeId}::uuid`
  const byOffice = new Map<string, KpiCount[]>()
  for (const row of rows) byOffice.set(row.office, [...(byOffice.get(row.office) ?? []), countOf(row)])
  return [...byOffice.values()]
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
