import { csvLine, type FileValue } from '@/lib/domain/statistics/export/csv-text'
import { fileStream, type FileStream } from './file-stream'
import { Tally, type Written } from './tally'
import { BATCH_CHARACTERS, type TextBatch } from './text-batches'

/** Told to a spreadsheet that it reads UTF-8; other programs do better without. */
const BYTE_ORDER_MARK = '\uFEFF'

export type CsvHow = {
  readonly columns: readonly string[]
  /** HXL tags, a line after the names; null for none. */
  readonly tags: readonly string[] | null
  readonly hasMark: boolean
  /** Whether the last line says that all is there. */
  readonly hasEnd: boolean
}

/**
 * A table as CSV (RFC 4180, UTF-8). Its last line is `# end, N rows, sha256 H`, H being the SHA-256 of every byte before that line: a
 * file without it was cut off. Batches are made when they are asked for.
 */
export function csvFile(how: CsvHow, batches: Iterable<TextBatch> | AsyncIterable<TextBatch>): FileStream {
  return fileStream(csvChunks(how, batches))
}

/** Rows as batches of text. */
export function* csvBatches(rows: Iterable<readonly FileValue[]>): Generator<TextBatch> {
  let [text, count] = ['', 0]
  for (const row of rows) {
    text += csvLine(row)
    count += 1
    if (text.length < BATCH_CHARACTERS) continue
    yield { text, rows: count }
    ;[text, count] = ['', 0]
  }
  if (count > 0) yield { text, rows: count }
}

async function* csvChunks(
  { columns, tags, hasMark, hasEnd }: CsvHow,
  batches: Iterable<TextBatch> | AsyncIterable<TextBatch>,
): AsyncGenerator<Uint8Array, Written> {
  const tally = new Tally()
  const encoder = new TextEncoder()
  const head = (hasMark ? BYTE_ORDER_MARK : '') + csvLine(columns) + (tags === null ? '' : csvLine(tags))
  yield tally.add(encoder.encode(head))
  for await (const { text, rows } of batches) yield tally.add(encoder.encode(text), rows)
  if (hasEnd) {
    const { rows, sha256 } = tally.written()
    yield tally.add(encoder.encode(`# end, ${rows} rows, sha256 ${sha256}\r\n`))
  }
  return tally.written()
}
