import type { Words } from '@/lib/domain/statistics/definitions'
import { cubeOf } from '@/lib/domain/statistics/export/cube'
import { CONTENT_TYPES, endingOf, exportName, type ExportHow } from '@/lib/domain/statistics/export/formats'
import { jsonStatHead } from '@/lib/domain/statistics/export/json-stat'
import { releaseMetadata } from '@/lib/domain/statistics/export/metadata'
import { hxlTags, TIDY_COLUMNS } from '@/lib/domain/statistics/export/tidy-columns'
import { tidyRows } from '@/lib/domain/statistics/export/tidy-rows'
import type { Release } from '@/lib/domain/statistics/released-table'
import { csvBatches, csvFile } from './csv'
import type { FileStream } from './file-stream'
import { jsonFile } from './json'
import { jsonStatFile } from './json-stat'
import { notesSheet, tableSheet } from './xlsx/release-sheets'
import { workbookFile } from './xlsx/workbook'

/** A file with its name and kind. */
export type NamedFile = FileStream & { readonly name: string; readonly contentType: string }

/** Writes a release as a file. `words` are of the language of `how`. */
export function releaseFile(
  release: Release,
  { how, words, madeAt }: { readonly how: ExportHow; readonly words: Words; readonly madeAt: Date },
): NamedFile {
  const { measures } = release.facts.query
  const name = `${exportName(measures, release.facts.queryId, release.facts.asOf)}.${endingOf(how.format)}`
  return { ...written(release, how, words, madeAt), name, contentType: CONTENT_TYPES[how.format] }
}

function written(release: Release, how: ExportHow, words: Words, madeAt: Date): FileStream {
  const metadata = () => releaseMetadata(release, { words, madeAt })
  switch (how.format) {
    case 'csv':
      return csvFile(
        {
          columns: TIDY_COLUMNS,
          tags: how.hasTags ? hxlTags(release.facts.query) : null,
          hasMark: how.hasMark,
          hasEnd: how.hasEnd,
        },
        csvBatches(tidyRows(release)),
      )
    case 'xlsx':
      return workbookFile([tableSheet(release), notesSheet(metadata(), words)], madeAt)
    case 'json':
      return jsonFile(metadata(), tidyRows(release))
    case 'jsonstat': {
      const cube = cubeOf(release)
      return jsonStatFile(jsonStatHead(release, cube, { words, metadata: metadata() }), cube)
    }
    default:
      return how.format satisfies never
  }
}
