import 'server-only'
import type { Scoped } from './within'

/** Those who may read statistics. */
export type Reading = Scoped<'statistics.read' | 'statistics.export' | 'statistics.read_public'>

/** The days of the newest fee rule and of the newest exchange rate, `YYYY-MM-DD`; null when there are none. */
export type BasisDays = { readonly rulesAsOf: string | null; readonly ratesAsOf: string | null }

/** What verdicts and yen of a statistic are made with. */
export async function readBasisDays(on: Reading): Promise<BasisDays> {
  const [row] = await on.db.$queryRaw<{ rules: Date | null; rates: Date | null }[]>`
    SELECT (SELECT max(created_at) FROM fee_rule) AS rules, (SELECT max(imported_at) FROM exchange_rate) AS rates`
  const day = (at: Date | null | undefined) => at?.toISOString().slice(0, 10) ?? null
  return { rulesAsOf: day(row?.rules), ratesAsOf: day(row?.rates) }
}
