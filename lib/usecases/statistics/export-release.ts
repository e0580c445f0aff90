import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { within } from '@/lib/data/within'
import type { Words } from '@/lib/domain/statistics/definitions'
import type { ExportHow } from '@/lib/domain/statistics/export/formats'
import { releaseMetadata, type ReleaseMetadata } from '@/lib/domain/statistics/export/metadata'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { queryAddress } from '@/lib/domain/statistics/query-text'
import type { Release } from '@/lib/domain/statistics/released-table'
import { releaseFile, type NamedFile } from '@/lib/files/exports/release-file'
import { now } from '@/lib/platform/clock'
import { readRelease } from './read-release'

/** How a file is written and in which words. */
export type Writing = { readonly how: ExportHow; readonly words: Words }

/** A file on its way, and how long it is where that had to be counted beforehand. */
export type ExportedFile = NamedFile & { readonly length: number | null }

/**
 * The answer to a question as a file; the audit trail keeps who took which question in which format before the first byte leaves.
 * A CSV without its last line is counted first: only its length can then say that it is whole.
 */
export async function exportRelease(
  grant: Grant<'statistics.export'>,
  query: StatisticQuery,
  { how, words }: Writing,
): Promise<ExportedFile> {
  const release = await readRelease(grant, query)
  await within(grant, (on) =>
    appendAudit(on, grant.actor.officeId, 'statistics.export', { detail: exportDetail(release, how) }),
  )
  const write = () => releaseFile(release, { how, words, madeAt: now() })
  const isCounted = how.format === 'csv' && !how.hasEnd
  return { ...write(), length: isCounted ? await lengthOf(write()) : null }
}

/** What stands beside a file: definitions, the question, what it was made with. It has no numbers, so nobody is asked to account for it. */
export async function exportMetadata(
  grant: Grant<'statistics.export'>,
  query: StatisticQuery,
  words: Words,
): Promise<ReleaseMetadata> {
  return releaseMetadata(await readRelease(grant, query), { words, madeAt: now() })
}

/** What the trail says of an export: codes alone. */
export function exportDetail({ facts }: Release, { format }: ExportHow) {
  return {
    queryId: facts.queryId,
    question: queryAddress(facts.query).toString(),
    scope: facts.scope,
    format,
    version: facts.version,
  }
}

async function lengthOf({ body, written }: NamedFile): Promise<number | null> {
  await body.pipeTo(new WritableStream())
  return written()?.bytes ?? null
}
