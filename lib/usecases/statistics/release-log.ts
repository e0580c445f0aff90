import 'server-only'
import { listReleases, lockReleases, writeRelease, type Reading } from '@/lib/data/statistic-releases'
import { LOG_THRESHOLD } from '@/lib/domain/statistics/disclosure/over-time'
import { protect } from '@/lib/domain/statistics/disclosure/protect'
import { ToldBefore, type LoggedRelease } from '@/lib/domain/statistics/disclosure/told-before'
import type { StatisticQuery, StatisticScope } from '@/lib/domain/statistics/query'
import { canonicalText } from '@/lib/domain/statistics/query-text'
import type { RawTable } from '@/lib/domain/statistics/raw-table'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { ReleasedTable } from '@/lib/domain/statistics/released-table'

/** What was told in a scope, and to everybody, as far as this process has read the log. */
type ReadLog = { readonly before: ToldBefore; readonly read: Map<string, bigint>; readonly texts: Map<string, string> }

declare global {
  var fairPassageReleases: Map<string, ReadLog> | undefined
}

function logOf(scope: string): ReadLog {
  const logs = (globalThis.fairPassageReleases ??= new Map())
  const known = logs.get(scope)
  if (known !== undefined) return known
  const fresh: ReadLog = { before: new ToldBefore(), read: new Map(), texts: new Map() }
  logs.set(scope, fresh)
  return fresh
}

/** Forgets what was read of the log; the next question reads it anew. */
export function forgetReleases(): void {
  globalThis.fairPassageReleases = undefined
}

/** The name of a scope in the log and in what a release says of itself. */
export function scopeName({ isPublic, officeId }: StatisticScope): string {
  return isPublic ? 'public' : (officeId ?? 'all')
}

/**
 * Decides what is told of tables after everything that was told before, and writes it into the log. One asker of a scope at a time:
 * two at once could tell by halves.
 */
export async function tellTables(
  on: Reading,
  scope: StatisticScope,
  tables: readonly RawTable[],
): Promise<ReleasedTable[]> {
  const name = scopeName(scope)
  await lockReleases(on, name)
  const log = logOf(name)
  try {
    // Whoever may read more than the public knows what is public, too.
    for (const one of new Set(['public', name])) await readOn(on, log, one)
    const released: ReleasedTable[] = []
    for (const table of tables) released.push(await tell(on, log, scope, table))
    return released
  } catch (error) {
    // What was put in for a transaction that did not happen was not told.
    globalThis.fairPassageReleases?.delete(name)
    throw error
  }
}

async function readOn(on: Reading, log: ReadLog, scope: string): Promise<void> {
  for (const { question, seq, release } of await listReleases(on, scope, log.read.get(scope) ?? 0n)) {
    log.before.add(`${scope} ${question}`, release)
    log.texts.set(`${scope} ${question}`, textOf(release))
    log.read.set(scope, seq)
  }
}

async function tell(on: Reading, log: ReadLog, scope: StatisticScope, table: RawTable): Promise<ReleasedTable> {
  const measure = measureOf(table.measure)
  if (measure === null) throw new TypeError(`no measure ${table.measure}`)
  const asked = withinOffice({ ...table.query, measures: [table.measure] }, scope)
  const question = canonicalText({ ...asked, threshold: LOG_THRESHOLD, rounding: 1 })
  const key = `${scopeName(scope)} ${question}`
  const { released, logged } = protect({ ...table, query: asked }, measure, key, log.before)
  const text = textOf(logged)
  if (log.texts.get(key) !== text) {
    await writeRelease(on, scopeName(scope), question, logged)
    log.before.add(key, logged)
    log.texts.set(key, text)
  }
  return released
}

// Two releases with the same text tell the same.
function textOf({ cells }: LoggedRelease): string {
  return JSON.stringify(
    cells.map(({ row, column, level, told, heldSince, cell }) => [
      row,
      column,
      level,
      told,
      heldSince,
      cell.sum,
      cell.value,
    ]),
  )
}

// What is told of one office is of a part of what is told of all.
function withinOffice(query: StatisticQuery, { officeId }: StatisticScope): StatisticQuery {
  if (officeId === null) return query
  const filters = query.filters.filter(({ dimension }) => dimension !== 'office')
  return { ...query, filters: [...filters, { dimension: 'office', values: [officeId] }] }
}
