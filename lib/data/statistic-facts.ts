import 'server-only'
import type { FactRow } from '@/lib/domain/statistics/columns/facts'
import type { Scoped } from './within'

type Counting = Scoped<'system.count_reports'>

/** A place in the log of changes: transaction, then report. */
export type LogPlace = { readonly change: string; readonly ref: bigint }

/** Where the log begins. */
export const LOG_START: LogPlace = { change: '0', ref: 0n }

/** Where a reading that begins now will go on the next time, and, if asked for, how many reports the log names. */
export async function readHorizon(
  on: Counting,
  counts: boolean,
): Promise<{ readonly next: LogPlace; readonly reports: number }> {
  const [row] = await on.db.$queryRaw<{ horizon: string; reports: bigint }[]>`
    SELECT horizon, reports FROM app.statistic_horizon(${counts})`
  if (!row) throw new Error('no horizon')
  return { next: { change: row.horizon, ref: 0n }, reports: Number(row.reports) }
}

/** The facts of the next reports that changed after a place; `last` is null when there are no more. */
export async function readFacts(
  on: Counting,
  after: LogPlace,
  upto: number,
): Promise<{ readonly last: LogPlace | null; readonly rows: readonly FactRow[] }> {
  const [row] = await on.db.$queryRaw<{ last_change: string | null; last_ref: bigint | null; facts: string }[]>`
    SELECT last_change, last_ref, facts FROM app.statistic_facts(${after.change}, ${after.ref}::bigint, ${upto}::int)`
  if (!row || row.last_change === null || row.last_ref === null) return { last: null, rows: [] }
  return { last: { change: row.last_change, ref: row.last_ref }, rows: JSON.parse(row.facts) as FactRow[] }
}
