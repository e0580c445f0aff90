import { csvCell, csvLine, type FileValue } from '@/lib/domain/statistics/export/csv-text'
import { ByteRows, type ByteBatch, type KnownText } from './byte-rows'
import { fileStream, type FileStream } from './file-stream'
import { Tally, type Written } from './tally'

/** Told to a spreadsheet that it reads UTF-8; other programs do better without. */
const BYTE_ORDER_MARK = '\uFEFF'

export type CsvHow = {
  readonly columns: readonly string[]
  /** HXL tags, a line after the names, without quotes: they are a comment to those who know no HXL; null for none. */
  readonly tags: readonly string[] | null
  readonly hasMark: boolean
  /** Whether the last line says that all is there. */
  readonly hasEnd: boolean
}

/**
 * A table as CSV (RFC 4180, UTF-8). Its last line is `# end, N rows, sha256 H`, H being the SHA-256 of every byte before that line: a
 * file without it was cut off. Batches are made when they are asked for.
 */
export function csvFile(how: CsvHow, batches: Iterable<ByteBatch> | AsyncIterable<ByteBatch>): FileStream {
  return fileStream(csvChunks(how, batches))
}

/** So many different texts of a column are kept as bytes; any others are encoded each time. */
const MOST_KNOWN = 1000
const COMMA = 0x2c

/** A column while its rows are written: its texts with what stands before them, and that of the row above. */
type ColumnTexts = { readonly known: Map<string, KnownText>; above: string | null; aboveKnown: KnownText }

/** Rows as bytes. Codes and names, which come again, are encoded once. */
export function* csvBatches(rows: Iterable<readonly FileValue[]>): Generator<ByteBatch> {
  const bytes = new ByteRows()
  const end = bytes.know('\r\n')
  const columns: ColumnTexts[] = []
  for (const row of rows) {
    while (columns.length < row.length) columns.push({ known: new Map(), above: null, aboveKnown: 0 })
    for (let at = 0; at < row.length; at += 1) {
      const value = row[at] ?? null
      if (typeof value === 'string') putText(bytes, columns[at] as ColumnTexts, at === 0 ? '' : ',', value)
      else {
        if (at > 0) bytes.putByte(COMMA)
        if (value !== null) bytes.putNumber(value)
      }
    }
    bytes.put(end)
    if (bytes.endRow()) yield bytes.take()
  }
  const rest = bytes.take()
  if (rest.rows > 0) yield rest
}

function putText(bytes: ByteRows, column: ColumnTexts, before: string, value: string): void {
  // Most cells are as the one above.
  if (column.above !== value) {
    let text = column.known.get(value)
    if (text === undefined) {
      const cell = before + csvCell(value)
      if (column.known.size >= MOST_KNOWN) {
        bytes.putText(cell)
        return
      }
      text = bytes.know(cell)
      column.known.set(value, text)
    }
    column.above = value
    column.aboveKnown = text
  }
  bytes.put(column.aboveKnown)
}

async function* csvChunks(
  { columns, tags, hasMark, hasEnd }: CsvHow,
  batches: Iterable<ByteBatch> | AsyncIterable<ByteBatch>,
): AsyncGenerator<Uint8Array, Written> {
  const tally = new Tally()
  const encoder = new TextEncoder()
  const head = (hasMark ? BYTE_ORDER_MARK : '') + csvLine(columns) + (tags === null ? '' : `${tags.join(',')}\r\n`)
  yield tally.add(encoder.encode(head))
  for await (const { bytes, rows } of batches) yield tally.add(bytes, rows)
  if (hasEnd) {
    const { rows, sha256 } = tally.written()
    yield tally.add(encoder.encode(`# end, ${rows} rows, sha256 ${sha256}\r\n`))
  }
  return tally.written()
}
