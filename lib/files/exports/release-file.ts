import { cubeOf } from '@/lib/domain/statistics/export/cube'
import { CONTENT_TYPES, endingOf, exportName, type ExportHow } from '@/lib/domain/statistics/export/formats'
import { jsonStatHead } from '@/lib/domain/statistics/export/json-stat'
import { releaseMetadata, type FileBasis } from '@/lib/domain/statistics/export/metadata'
import type { FileWords } from '@/lib/domain/statistics/export/names'
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

/** How a release is written, in which words (of the language of `how`), and what it was made with. */
export type FileMaking = {
  readonly how: ExportHow
  readonly words: FileWords
  readonly basis: FileBasis
  readonly madeAt: Date
}

/** Writes a release as a file. */
export function releaseFile(release: Release, making: FileMaking): NamedFile {
  const { how } = making
  const { measures } = release.facts.query
  const name = `${exportName(measures, release.facts.queryId, release.facts.asOf)}.${endingOf(how.format)}`
  return { ...written(release, making), name, contentType: CONTENT_TYPES[how.format] }
}

function written(release: Release, { how, words, basis, madeAt }: FileMaking): FileStream {
  const metadata = () => releaseMetadata(release, { words, basis, madeAt })
  const rows = () => tidyRows(release, words.names)
  switch (how.format) {
    case 'csv':
      return csvFile(
        {
          columns: TIDY_COLUMNS,
          tags: how.hasTags ? hxlTags(release.facts.query) : null,
          hasMark: how.hasMark,
          hasEnd: how.hasEnd,
        },
        csvBatches(rows()),
      )
    case 'xlsx':
      return workbookFile([tableSheet(rows()), notesSheet(metadata(), words.words)], madeAt)
    case 'json':
      return jsonFile(metadata(), rows())
    case 'jsonstat': {
      const cube = cubeOf(release)
      return jsonStatFile(jsonStatHead(release, cube, { words, metadata: metadata() }), cube)
    }
    default:
      return how.format satisfies never
  }
}
