import 'server-only'
import type { LoggedRelease } from '@/lib/domain/statistics/disclosure/told-before'
import type { Scoped } from './within'

/** Those who may read statistics. */
export type Reading = Scoped<'statistics.read' | 'statistics.export' | 'statistics.read_public'>
/** Those who may read what was told. */
export type LogReading = Reading | Scoped<Reading['grant']['permission'] | 'system.make_microdata'>

/** The days of the newest fee rule and of the newest exchange rate, `YYYY-MM-DD`; null when there are none. */
export type BasisDays = { readonly rulesAsOf: string | null; readonly ratesAsOf: string | null }

/** What verdicts and yen of a statistic are made with. */
export async function readBasisDays(on: Reading): Promise<BasisDays> {
  const [row] = await on.db.$queryRaw<{ rules: Date | null; rates: Date | null }[]>`
    SELECT (SELECT max(created_at) FROM fee_rule) AS rules, (SELECT max(imported_at) FROM exchange_rate) AS rates`
  const day = (at: Date | null | undefined) => at?.toISOString().slice(0, 10) ?? null
  return { rulesAsOf: day(row?.rules), ratesAsOf: day(row?.rates) }
}

/** A row of the log; `seq` grows with every writing, in one order for all scopes and processes. */
export type ReleaseRow = { readonly question: string; readonly seq: number; readonly release: LoggedRelease }

/** Lets one asker of a scope at a time decide what is told next, in all processes, until the transaction ends. */
export async function lockReleases(on: LogReading, scope: string): Promise<void> {
  await on.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('statistic_release ' || ${scope}, 0))`
}

/** The next last releases of a scope that were written after `seq`, at most `upto`, oldest writing first. */
export async function listReleases(on: LogReading, scope: string, seq: number, upto: number): Promise<ReleaseRow[]> {
  const rows = await on.db.$queryRaw<{ question: string; seq: bigint; release: LoggedRelease }[]>`
    SELECT question, seq, release FROM statistic_release WHERE scope = ${scope} AND seq > ${seq} ORDER BY seq LIMIT ${upto}`
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}

/** The last writing of a scope; 0 when there is none. */
export async function lastSeq(on: LogReading, scope: string): Promise<number> {
  const [row] = await on.db.$queryRaw<{ seq: bigint | null }[]>`
    SELECT max(seq) AS seq FROM statistic_release WHERE scope = ${scope}`
  return Number(row?.seq ?? 0)
}

/** Writes the last release of a question into the log, in the place of the one before. Its new place in the order. */
export async function writeRelease(
  on: Reading,
  scope: string,
  question: string,
  release: LoggedRelease,
  day: string,
): Promise<number> {
  const { actor } = on.grant
  const id = actor.kind === 'staff' ? actor.id : null
  const [row] = await on.db.$queryRaw<{ seq: bigint }[]>`
    INSERT INTO statistic_release (scope, question, measure, version, as_of, release, told_by_kind, told_by_id, asked_on)
    VALUES (${scope}, ${question}, ${release.measure}, ${release.version}, ${release.asOf}::timestamptz, ${JSON.stringify(release)}::jsonb,
      ${actor.kind}, ${id}::uuid, ${day}::date)
    ON CONFLICT (scope, question) DO UPDATE SET seq = nextval('statistic_release_seq_seq'), version = excluded.version, as_of = excluded.as_of,
      release = excluded.release, told_at = now(), told_by_kind = excluded.told_by_kind, told_by_id = excluded.told_by_id,
      asked_on = excluded.asked_on
    RETURNING seq`
  if (!row) throw new Error('a release that was not written')
  return Number(row.seq)
}

/** Says that questions of one's own scope were asked on a day (`YYYY-MM-DD`), and which of them the log has. */
export async function markAsked(on: Reading, questions: readonly string[], day: string): Promise<ReadonlySet<string>> {
  if (questions.length === 0) return new Set()
  const rows = await on.db.$queryRaw<{ question: string }[]>`
    SELECT question FROM app.releases_asked(${[...questions]}::text[], ${day}::date)`
  return new Set(rows.map(({ question }) => question))
}

/**
 * Drops questions last asked before `unasked`; of scopes with more than `most` cells, those last asked before `unaskedWhenFull`, the
 * longest unasked first. Days as `YYYY-MM-DD`. Returns how many went.
 */
export async function dropUnaskedReleases(
  on: Scoped<'system.sweep'>,
  { unasked, unaskedWhenFull, most }: { unasked: string; unaskedWhenFull: string; most: number },
): Promise<number> {
  const [row] = await on.db.$queryRaw<{ dropped: number }[]>`
    SELECT app.drop_unasked_releases(${unasked}::date, ${unaskedWhenFull}::date, ${most}::int) AS dropped`
  return row?.dropped ?? 0
}
