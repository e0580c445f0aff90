import 'server-only'
import type { Words } from '@/lib/domain/statistics/definitions'
import type { ExportHow } from '@/lib/domain/statistics/export/formats'
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
  words: Words,
): Promise<WrittenPublication> {
  const { release, publishedOn } = await readPublication(publication)
  const { body, contentType, name } = releaseFile(release, { how, words, madeAt: new Date(`${publishedOn}T00:00:00Z`) })
  const ending = name.slice(name.indexOf('.'))
  return {
    bytes: new Uint8Array(await new Response(body).arrayBuffer()),
    contentType,
    name: `${publication.name}-${publishedOn}${ending}`,
  }
}
