import type { FileValue } from '@/lib/domain/statistics/export/csv-text'
import type { TextBatch } from '../text-batches'
import { STYLES, type Style } from './styles'

/** A row with how each cell looks; a text that stands where a number would is `s`, held back, and looks so. */
export type SheetRow = { readonly values: readonly FileValue[]; readonly styles: readonly Style[] }

/** A sheet. Rows are gone through once, when it is written. */
export type Sheet = {
  readonly name: string
  /** Widths of the columns in characters. */
  readonly widths: readonly number[]
  /** Whether the first row stays in sight and can be filtered by. */
  readonly hasHeading: boolean
  readonly rows: Iterable<SheetRow>
}

/** No program opens more (Excel specifications and limits). */
export const MOST_ROWS = 1_048_576
/** A cell holds no longer text. */
const MOST_CHARACTERS = 32_767
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const NUMERIC: readonly Style[] = ['count', 'share', 'decimal', 'yen']

/** The XML of a sheet, piece by piece. Texts stand in the cells as texts: none is ever a formula. Throws RangeError past MOST_ROWS. */
export function* sheetPieces({ widths, hasHeading, rows }: Sheet): Generator<TextBatch> {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  yield {
    text: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${hasHeading ? pane : ''}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`,
    rows: 0,
  }
  let number = 0
  for (const { values, styles } of rows) {
    number += 1
    if (number > MOST_ROWS) throw new RangeError('more rows than a sheet holds')
    let text = `<row r="${number}">`
    for (let at = 0; at < values.length; at += 1)
      text += cell(values[at] ?? null, styles[at] ?? 'plain', `${columnName(at)}${number}`)
    yield { text: `${text}</row>`, rows: hasHeading && number > 1 ? 1 : 0 }
  }
  const filter =
    hasHeading && number > 0 ? `<autoFilter ref="A1:${columnName(Math.max(0, widths.length - 1))}${number}"/>` : ''
  yield { text: `</sheetData>${filter}</worksheet>`, rows: 0 }
}

/** The letters of a column: 0 is A, 26 is AA. */
export function columnName(at: number): string {
  const letter = String.fromCodePoint(65 + (at % 26))
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}

function cell(value: FileValue, style: Style, place: string): string {
  if (value === null) return ''
  if (typeof value !== 'string') return `<c r="${place}" s="${STYLES[style]}"><v>${value}</v></c>`
  const look = NUMERIC.includes(style) ? STYLES.held : STYLES[style]
  return `<c r="${place}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
}

/** A text as XML 1.0 allows it; what it does not (control characters, halves of pairs) becomes U+FFFD. */
function xmlText(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
