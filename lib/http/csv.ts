/** Told to a spreadsheet that it reads UTF-8; other programs do better without. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A cell that a spreadsheet would take for a formula (OWASP, CSV Injection). */
const FORMULA_START = /^[=+\-@\t\r]/u
const NEEDS_QUOTES = /[",\r\n]/u

/**
 * A table as CSV (RFC 4180): a line of column names, CRLF at every end. Numbers stay numbers; text that would start a
 * formula is kept from it by an apostrophe; null is an empty cell.
 */
export function csvText(
  columns: readonly string[],
  rows: readonly (readonly (string | number | bigint | null)[])[],
): string {
  return [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

function cellText(value: string | number | bigint | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = FORMULA_START.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
