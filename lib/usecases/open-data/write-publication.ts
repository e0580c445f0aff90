import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { readFileBasis } from '@/lib/data/statistic-basis'
import { within } from '@/lib/data/within'
import type { ExportHow } from '@/lib/domain/statistics/export/formats'
import type { FileWords } from '@/lib/domain/statistics/export/names'
import type { Publication } from '@/lib/domain/statistics/publications'
import { releaseFile } from '@/lib/files/exports/release-file'
import { readPublication } from './read-publication'

/** A written file, whole: public tables are small. */
export type WrittenPublication = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly contentType: string
  readonly name: string
}

/** A public table as a file. Its day is the day of its numbers, so that the same numbers are the same bytes. */
export async function writePublication(
  publication: Publication,
  how: ExportHow,
  words: FileWords,
): Promise<WrittenPublication> {
  const { release, publishedOn } = await readPublication(publication)
  const grant = grantOpen({ kind: 'reporter', caseId: null }, 'statistics.read_public')
  // Rules and rates of the day itself count: their days are in what makes a table another one.
  const basis = await within(grant, (on) => readFileBasis(on, new Date(`${publishedOn}T24:00:00Z`)))
  const madeAt = new Date(`${publishedOn}T00:00:00Z`)
  const { body, contentType, name } = releaseFile(release, { how, words, basis, madeAt })
  const ending = name.slice(name.indexOf('.'))
  return {
    bytes: new Uint8Array(await new Response(body).arrayBuffer()),
    contentType,
    name: `${publication.name}-${publishedOn}${ending}`,
  }
}
