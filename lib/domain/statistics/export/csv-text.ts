/** A value in a file: text, a number, or null for an empty cell. */
export type FileValue = string | number | bigint | null

/** A cell that a spreadsheet would take for a formula (OWASP, CSV Injection), also in the forms of full width that it folds. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/u
const NEEDS_QUOTES = /[",\r\n]/u
/** Either; most cells are neither, and one look is enough. */
const SPECIAL = /^[=+\-@\t\r\n＝＋－＠]|[",\r\n]/

/**
 * A cell of CSV (RFC 4180). Numbers stay numbers; a text that would begin a formula is kept from it by an apostrophe.
 */
export function csvCell(value: FileValue): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  if (!SPECIAL.test(value)) return value
  const safe = FORMULA_START.test(value) ? `'${value}` : value
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
