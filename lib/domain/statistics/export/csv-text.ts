/** A value in a file: text, a number, or null for an empty cell. */
export type FileValue = string | number | bigint | null

/** What a spreadsheet begins a formula with (OWASP, CSV Injection), also in the forms of full width that it folds. */
const STARTS = '=+\\-@＝＋－＠'
/**
 * Where a formula would begin: at the start of a text, or after a sign that a spreadsheet of another country takes for the end of a cell
 * or of a line, whatever the quotes say. A tab or an end of line at the start is skipped by some before they look.
 */
const FORMULA = new RegExp(`^(?=[${STARTS}\\t\\r\\n])|(?<=[;\\t\\r\\n])(?=[${STARTS}])`, 'gu')
/** `#` too: readers that are told of comments cut a line there. */
const NEEDS_QUOTES = /["#\r\n,;\t]/u
/** Either; most cells are neither, and one look is enough. */
const SPECIAL = new RegExp(`^[${STARTS}]|["#\\r\\n,;\\t]`, 'u')

/**
 * A cell of CSV (RFC 4180). Numbers stay numbers; a text that would begin a formula is kept from it by an apostrophe.
 */
export function csvCell(value: FileValue): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  if (!SPECIAL.test(value)) return value
  const safe = value.replaceAll(FORMULA, "'")
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A line of CSV with its end. */
export function csvLine(values: readonly FileValue[]): string {
  let line = ''
  for (let at = 0; at < values.length; at += 1) {
    if (at > 0) line += ','
    line += csvCell(values[at] ?? null)
  }
  return `${line}\r\n`
}
