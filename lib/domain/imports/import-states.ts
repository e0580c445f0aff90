/** How far an import is. `stopped`: by an officer, or because nobody may run it in the name of who began it. */
export const IMPORT_STATES = [
  'mapping',
  'checked',
  'running',
  'stopped',
  'done',
  'undoing',
  'undone',
  'discarded',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** What became of a row. `same`: it is a case already; `wrong`: left out, its problems say why. */
export const IMPORT_ROW_STATES = ['waiting', 'wrong', 'made', 'same', 'undone'] as const
export type ImportRowState = (typeof IMPORT_ROW_STATES)[number]

/** A problem of one cell: its column from 0 (-1: of the row as a whole), and what is wrong with it. */
export type RowProblem = { readonly column: number; readonly code: ImportProblem }

/** What can be wrong with a cell; the words are `imports.problem_<code>`. */
export const IMPORT_PROBLEMS = [
  'unknown_word',
  'amount',
  'amount_unlikely',
  'currency',
  'date',
  'number',
  'contact',
  'too_long',
  'language',
  'nothing_told',
  'other',
] as const
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number]

/** The words of a file, read or not, are gone after so many days; an import can be undone for as long. */
export const IMPORT_KEPT_DAYS = 14

/** So many rows are taken from one file. */
export const IMPORT_ROWS_MAXIMUM = 20_000
/** 20,000 rows with a short story each fit. */
export const IMPORT_BYTES_MAXIMUM = 12 * 1024 * 1024
export const IMPORT_COLUMNS_MAXIMUM = 200

/** Whether an import may still be taken back. */
export function isUndoable(state: ImportState, startedAt: Date | null, at: Date): boolean {
  if (startedAt === null || !['done', 'stopped', 'undoing'].includes(state)) return false
  return at.getTime() - startedAt.getTime() < IMPORT_KEPT_DAYS * 86_400_000
}

/** When the words of an import that begins now are taken away. */
export function importEraseDate(at: Date): Date {
  return new Date(at.getTime() + IMPORT_KEPT_DAYS * 86_400_000)
}
