import { csvLine, type FileValue } from '@/lib/domain/statistics/export/csv-text'

/** Told to a spreadsheet that it reads UTF-8; other programs do better without. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A small table as CSV (RFC 4180): a line of column names, CRLF at every end. Large ones are streamed (lib/files/exports/csv.ts). */
export function csvText(columns: readonly string[], rows: readonly (readonly FileValue[])[]): string {
  return [columns, ...rows].map(csvLine).join('')
}
