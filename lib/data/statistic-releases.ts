import 'server-only'
import type { LoggedRelease } from '@/lib/domain/statistics/disclosure/told-before'
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

/** A row of the log; `seq` grows with every writing of a scope. */
export type ReleaseRow = { readonly question: string; readonly seq: bigint; readonly release: LoggedRelease }

/** Lets one asker of a scope at a time decide what is told next, in all processes, until the transaction ends. */
export async function lockReleases(on: Reading, scope: string): Promise<void> {
  await on.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('statistic_release ' || ${scope}, 0))`
}

/** The last releases of a scope that were written after `seq`, oldest writing first. */
export function listReleases(on: Reading, scope: string, seq: bigint): Promise<ReleaseRow[]> {
  return on.db.$queryRaw<ReleaseRow[]>`
    SELECT question, seq, release FROM statistic_release WHERE scope = ${scope} AND seq > ${seq} ORDER BY seq`
}

/** Writes the last release of a question into the log, in the place of the one before. */
export async function writeRelease(
  on: Reading,
  scope: string,
  question: string,
  release: LoggedRelease,
): Promise<void> {
  const { actor } = on.grant
  const id = actor.kind === 'staff' ? actor.id : null
  await on.db.$executeRaw`
    INSERT INTO statistic_release (scope, question, measure, version, as_of, release, told_by_kind, told_by_id)
    VALUES (${scope}, ${question}, ${release.measure}, ${release.version}, ${release.asOf}::timestamptz, ${JSON.stringify(release)}::jsonb,
      ${actor.kind}, ${id}::uuid)
    ON CONFLICT (scope, question) DO UPDATE SET seq = nextval('statistic_release_seq_seq'), version = excluded.version, as_of = excluded.as_of,
      release = excluded.release, told_at = now(), told_by_kind = excluded.told_by_kind, told_by_id = excluded.told_by_id`
}
