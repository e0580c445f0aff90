import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { lastSeq, listReleases, lockReleases, type LogReading, type Reading } from '@/lib/data/statistic-releases'
import { within } from '@/lib/data/within'
import { breather } from './breathe'
import { releaseText } from './release-text'
import { ToldLog } from './told-log'

/** Those who may read statistics. */
export type ReadingGrant = Grant<'statistics.read'> | Grant<'statistics.export'> | Grant<'statistics.read_public'>
/** Those who may read what was told. */
type LogGrant = ReadingGrant | Grant<'system.make_microdata'>

/** Releases read at once; one has as many cells as its table. */
const PAGE = 200

declare global {
  var fairPassageReleases: Map<string, ToldLog> | undefined
}

/** What this process knows of the log of a scope. */
export function logOf(scope: string): ToldLog {
  const logs = (globalThis.fairPassageReleases ??= new Map())
  const known = logs.get(scope)
  if (known !== undefined) return known
  const fresh = new ToldLog()
  logs.set(scope, fresh)
  return fresh
}

/** Forgets what was read of the log, or of one scope; the next question reads it anew. */
export function forgetReleases(scope?: string): void {
  if (scope === undefined) globalThis.fairPassageReleases = undefined
  else globalThis.fairPassageReleases?.delete(scope)
}

/** Whoever may read more than the public knows what is public, too. */
function scopesKnownTo(scope: string): string[] {
  return [...new Set(['public', scope])]
}

/** Reads what is new in the log, a page in each transaction: however long the log has grown, each page read stays read. */
export async function readNew(grant: LogGrant, log: ToldLog, scope: string): Promise<void> {
  const inPage = <T>(work: (on: LogReading) => Promise<T>) => within<LogGrant['permission'], T>(grant, work)
  for (const one of scopesKnownTo(scope)) while (await inPage((on) => readPage(on, log, one)));
}

/** The same within a transaction that has the lock. */
export async function readNewOn(on: Reading, log: ToldLog, scope: string): Promise<void> {
  for (const one of scopesKnownTo(scope)) while (await readPage(on, log, one));
}

/** Lets nobody tell anything more to whoever knows a scope, until the transaction ends. */
export async function lockScopes(on: LogReading, scope: string): Promise<void> {
  for (const one of scopesKnownTo(scope)) await lockReleases(on, one)
}

/** Whether others wrote since. */
export async function hasNew(on: LogReading, log: ToldLog, scope: string): Promise<boolean> {
  for (const one of scopesKnownTo(scope)) if ((await lastSeq(on, one)) > log.readTo(one)) return true
  return false
}

async function readPage(on: LogReading, log: ToldLog, scope: string): Promise<boolean> {
  const rows = await listReleases(on, scope, log.readTo(scope), PAGE)
  const breathe = breather()
  for (const { question, seq, release } of rows) {
    log.put(`${scope} ${question}`, { release, seq, text: releaseText(release) })
    log.hasRead(scope, seq)
    await breathe()
  }
  return rows.length === PAGE
}
