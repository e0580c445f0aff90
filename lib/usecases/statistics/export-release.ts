import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { readFileBasis } from '@/lib/data/statistic-basis'
import { within } from '@/lib/data/within'
import type { ExportHow } from '@/lib/domain/statistics/export/formats'
import { releaseMetadata, type ReleaseMetadata } from '@/lib/domain/statistics/export/metadata'
import type { FileWords } from '@/lib/domain/statistics/export/names'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { queryAddress } from '@/lib/domain/statistics/query-text'
import { countTidyRows } from '@/lib/domain/statistics/export/tidy-rows'
import type { Release } from '@/lib/domain/statistics/released-table'
import { releaseFile, type NamedFile } from '@/lib/files/exports/release-file'
import { now } from '@/lib/platform/clock'
import { readRelease } from './read-release'

/** How a file is written and in which words. */
export type Writing = { readonly how: ExportHow; readonly words: FileWords }

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
  const basis = await within(grant, async (on) => {
    await appendAudit(on, grant.actor.officeId, 'statistics.export', { detail: exportDetail(release, how) })
    return readFileBasis(on, release.facts.asOf)
  })
  const madeAt = now()
  const write = () => releaseFile(release, { how, words, basis, madeAt })
  const isCounted = how.format === 'csv' && !how.hasEnd
  return { ...write(), length: isCounted ? await lengthOf(write()) : null }
}

/** What stands beside a file: definitions, the question, what it was made with. It has no numbers, so nobody is asked to account for it. */
export async function exportMetadata(
  grant: Grant<'statistics.export'>,
  query: StatisticQuery,
  words: FileWords,
): Promise<ReleaseMetadata> {
  const release = await readRelease(grant, query)
  const basis = await within(grant, (on) => readFileBasis(on, release.facts.asOf))
  return releaseMetadata(release, { words, basis, madeAt: now() })
}

/** What the trail says of an export: codes alone. Filters are codes as well; no question has a word of a person. */
export function exportDetail(release: Release, { format, language }: ExportHow) {
  const { facts } = release
  return {
    queryId: facts.queryId,
    question: queryAddress(facts.query).toString(),
    scope: facts.scope,
    format,
    language,
    rows: countTidyRows(release),
    smallestCell: facts.query.threshold,
    version: facts.version,
  }
}

async function lengthOf({ body, written }: NamedFile): Promise<number | null> {
  await body.pipeTo(new WritableStream())
  return written()?.bytes ?? null
}
