/** A table of texts: its headings, and each further row with the line it begins at in the file (from 1). */
export type Table = {
  readonly headings: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly format: 'csv' | 'xlsx'
  readonly encoding: string
}

/**
 * Why a file is not a table for us. `not_text`: in no encoding we know; `quotes`: a quotation mark that is not closed, at `line`;
 * `damaged`: not a whole workbook; `empty`: no row below the headings.
 */
export type TableError = {
  readonly code: 'not_text' | 'quotes' | 'damaged' | 'empty' | 'too_many_rows' | 'too_many_columns'
  readonly line?: number
}

/** The lines of a file before its headings are told from its rows. */
export type TableLines = {
  readonly lines: Table['rows']
  readonly format: Table['format']
  readonly encoding: string
}

/** The lines of one sheet of a workbook. */
export type SheetLines = TableLines & { readonly sheet: string }

/** A table of a file with several: `sheet` is its name in the workbook, null in a text. */
export type NamedTable = Table & { readonly sheet: string | null }
