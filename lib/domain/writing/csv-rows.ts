/** One record of a CSV text with the number of the line it begins on, the first line being 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

/** The records of a text; `unclosedAt` is the line of a quotation mark that nothing closes, or null. */
export type CsvText = { readonly rows: readonly CsvRow[]; readonly unclosedAt: number | null }

/**
 * Reads CSV (RFC 4180): cells in quotation marks may hold commas, line ends and doubled quotation marks. Lines may end as on
 * any system, a byte order mark is left out, and so are empty lines. Cells are trimmed.
 */
export function readCsv(text: string): CsvText {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let startedAt = 1
  let quotedFrom: number | null = null
  const endRow = () => {
    const row = { line: startedAt, cells: [...cells, cell].map((part) => part.trim()) }
    if (row.cells.some((part) => part !== '')) rows.push(row)
    cells = []
    cell = ''
  }
  const letters = text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n')
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at]
    if (letter === '\n') line += 1
    if (quotedFrom !== null) {
      if (letter !== '"') cell += letter
      else if (letters[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quotedFrom = null
    } else if (letter === '"' && cell.trim() === '') {
      cell = ''
      quotedFrom = line
    } else if (letter === ',') {
      cells.push(cell)
      cell = ''
    } else if (letter === '\n') {
      endRow()
      startedAt = line
    } else cell += letter
  }
  endRow()
  return { rows, unclosedAt: quotedFrom }
}
