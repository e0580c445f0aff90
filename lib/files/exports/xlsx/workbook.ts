import { Zip, ZipDeflate } from 'fflate'
import { fileStream, type FileStream } from '../file-stream'
import { Tally, type Written } from '../tally'
import { gathered, type TextBatch } from '../text-batches'
import { sheetPieces, type Sheet } from './sheet'
import { STYLES_XML } from './styles'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const LEVEL = 6

/**
 * A workbook (ECMA-376, transitional), zipped while it is written: one row is held at a time. Rows counted are those under a heading.
 * The list of its parts stands at the end of the file: one that was cut off opens nowhere.
 */
export function workbookFile(sheets: readonly Sheet[], madeAt: Date): FileStream {
  return fileStream(zipped(partsOf(sheets), madeAt))
}

function* partsOf(sheets: readonly Sheet[]): Generator<readonly [path: string, pieces: Iterable<TextBatch>]> {
  const each = (text: (number: number, sheet: Sheet) => string) =>
    sheets.map((sheet, at) => text(at + 1, sheet)).join('')
  const fixed: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((number, { name }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES_XML,
  }
  for (const [path, xml] of Object.entries(fixed)) yield [path, [{ text: DECLARED + xml, rows: 0 }]]
  for (const [at, sheet] of sheets.entries()) yield [`xl/worksheets/sheet${at + 1}.xml`, sheetPieces(sheet)]
}

function* zipped(parts: ReturnType<typeof partsOf>, madeAt: Date): Generator<Uint8Array, Written> {
  const tally = new Tally()
  const encoder = new TextEncoder()
  const made: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    if (bytes.length > 0) made.push(bytes)
  })
  for (const [path, pieces] of parts) {
    const part = new ZipDeflate(path, { level: LEVEL })
    part.mtime = madeAt
    zip.add(part)
    for (const { text, rows } of gathered(pieces)) {
      part.push(encoder.encode(text))
      yield* taken(rows)
    }
    part.push(new Uint8Array(0), true)
    yield* taken(0)
  }
  zip.end()
  yield* taken(0)
  return tally.written()

  function* taken(rows: number): Generator<Uint8Array> {
    tally.add(new Uint8Array(0), rows)
    for (const bytes of made.splice(0)) yield tally.add(bytes)
  }
}
