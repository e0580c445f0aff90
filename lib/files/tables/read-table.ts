import 'server-only'
import { parse } from 'csv-parse/sync'
import { IMPORT_COLUMNS_MAXIMUM, IMPORT_ROWS_MAXIMUM } from '@/lib/domain/imports/import-states'
import { err, ok, type Result } from '@/lib/domain/result'
import { decodeText } from './decode-text'
import { readSheets } from './read-sheet'
import type { NamedTable, Table, TableError, TableLines } from './table'

/** More sheets of one workbook are not offered. */
const SHEETS_MAXIMUM = 20

/** Reads a CSV text or the first sheet with something in it of an XLSX workbook; what it is, its bytes say. */
export async function readTable(bytes: Buffer): Promise<Result<Table, TableError>> {
  const tables = await readTables(bytes)
  const [first] = tables.ok ? tables.value : []
  return tables.ok ? (first === undefined ? err({ code: 'empty' }) : ok(first)) : tables
}

/**
 * Reads a CSV text, or every sheet of an XLSX workbook that has rows below its headings, in their order. A sheet that is no table
 * for us is left out when another one is; when none is, the first says why not.
 */
export async function readTables(bytes: Buffer): Promise<Result<readonly NamedTable[], TableError>> {
  const isZip = bytes.length > 3 && bytes.readUInt32LE(0) === 0x04034b50
  const read: Result<readonly (TableLines & { readonly sheet: string | null })[], TableError> = isZip
    ? await readSheets(bytes)
    : asOnly(readCsv(bytes))
  if (!read.ok) return read
  const tables = read.value.slice(0, SHEETS_MAXIMUM).map((one) => ({ sheet: one.sheet, table: tableOf(one) }))
  const good = tables.flatMap(({ sheet, table }) => (table.ok ? [{ ...table.value, sheet }] : []))
  // They are kept in one go: the limit is that of the file.
  if (good.reduce((sum, { rows }) => sum + rows.length, 0) > IMPORT_ROWS_MAXIMUM) return err({ code: 'too_many_rows' })
  if (good.length > 0) return ok(good)
  const wrong = tables.find(({ table }) => !table.ok && table.error.code !== 'empty') ?? tables[0]
  return wrong && !wrong.table.ok ? wrong.table : err({ code: 'empty' })
}

function asOnly(
  read: Result<TableLines, TableError>,
): Result<readonly (TableLines & { readonly sheet: null })[], TableError> {
  return read.ok ? ok([{ ...read.value, sheet: null }]) : read
}

/** Rows without anything in them are left out. */
function tableOf({ lines, encoding, format }: TableLines): Result<Table, TableError> {
  const [first, ...others] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (first === undefined || others.length === 0) return err({ code: 'empty' })
  if (others.length > IMPORT_ROWS_MAXIMUM) return err({ code: 'too_many_rows' })
  const headings = withoutEmptyEnd(first.cells)
  const width = others.reduce((most, { cells }) => Math.max(most, withoutEmptyEnd(cells).length), headings.length)
  if (width > IMPORT_COLUMNS_MAXIMUM) return err({ code: 'too_many_columns' })
  const wide = (cells: readonly string[]) => Array.from({ length: width }, (_, column) => shown(cells[column] ?? ''))
  return ok({
    headings: wide(headings),
    rows: others.map(({ line, cells }) => ({ line, cells: wide(cells) })),
    format,
    encoding,
  })
}

function readCsv(bytes: Buffer): Result<TableLines, TableError> {
  const decoded = decodeText(bytes)
  if (decoded === null) return err({ code: 'not_text' })
  const { text, encoding } = decoded
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      to: IMPORT_ROWS_MAXIMUM + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    let before = 0
    const lines = records.map(({ record, info }) => {
      // The parser counts to the end of a record; one that holds line breaks begins earlier.
      const breaks = record.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/gu)?.length ?? 0), 0)
      const line = Math.max(before + 1, info.lines - breaks)
      before = info.lines
      return { line, cells: record }
    })
    return ok({ lines, encoding, format: 'csv' })
  } catch (error) {
    const lines = (error as { lines?: unknown }).lines
    return err({ code: 'quotes', ...(typeof lines === 'number' ? { line: lines } : {}) })
  }
}

/** Comma, semicolon (where a comma is in numbers) or tab: what the first line has most of, outside quotation marks. */
function delimiterOf(text: string): string {
  const first = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/u.exec(text)?.[0] ?? '').replaceAll(/"(?:[^"]|"")*"/gu, '')
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }))
  return counted.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ','
}

/** A cell that a spreadsheet was kept from taking for a formula (lib/http/csv.ts) loses its apostrophe again; nothing here is computed. */
function shown(cell: string): string {
  return /^'[=+\-@\t]/u.test(cell) ? cell.slice(1).trim() : cell.trim()
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
}
