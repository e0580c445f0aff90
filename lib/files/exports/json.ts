import { EXPORT_VERSION, type ReleaseMetadata } from '@/lib/domain/statistics/export/metadata'
import { TIDY_COLUMNS } from '@/lib/domain/statistics/export/tidy-columns'
import type { TidyRow } from '@/lib/domain/statistics/export/tidy-rows'
import { fileStream, type FileStream } from './file-stream'
import { encoded, gathered, type TextBatch } from './text-batches'

/**
 * Rows as JSON: `format`, `formatVersion`, `metadata`, `rows` (objects with the columns of the CSV; held back is "s"), and at the end
 * `rowCount`. A file that was cut off is no JSON.
 */
export function jsonFile(metadata: ReleaseMetadata, rows: Iterable<TidyRow>): FileStream {
  return fileStream(encoded(gathered(jsonPieces(metadata, rows))))
}

function* jsonPieces(metadata: ReleaseMetadata, rows: Iterable<TidyRow>): Generator<TextBatch> {
  const head = `{"format":"fair-passage-statistics","formatVersion":${EXPORT_VERSION}`
  yield { text: `${head},"metadata":${JSON.stringify(metadata)},"rows":[`, rows: 0 }
  let count = 0
  for (const row of rows) {
    const fields = Object.fromEntries(TIDY_COLUMNS.map((name, at) => [name, row[at] ?? null]))
    yield { text: `${count === 0 ? '\n' : ',\n'}${JSON.stringify(fields)}`, rows: 1 }
    count += 1
  }
  yield { text: `\n],"rowCount":${count}}\n`, rows: 0 }
}
