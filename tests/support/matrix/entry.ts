/**
 * A value of a column: JSON, or of the world of the row `$case`, `$other` (a second case of its office), `$office`, `$officer`,
 * `$supervisor`, `$administrator`, `$draft` and `$link` (the hashes of its tokens), `$id:<table>` and `$world:<text>`; of a world of
 * the other office `$far_case`, `$far_office`, `$far_officer` and `$far_id:<table>`; `$me`, who tries; `$new`, an id that no row has.
 */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }
export type Values = Readonly<Record<string, Value>>

/** A way to put a row: what is other than in the row that is there already, and who may. */
export type Adding = { readonly with?: Values; readonly who: string }

/** A change of several columns at once, as policies ask for that look at what a row becomes. */
export type Act = { readonly set: Values; readonly who: string }

/** Columns by who may: who as words (words.ts), the columns with spaces between them. */
export type ColumnsByWho = Readonly<Record<string, string>>

/** One table: the row to try it with, and who may do what. Who is not named may not, and what is not named nobody may. */
export type TableEntry = {
  /** Columns that the row must have beyond what every column of its type gets. */
  readonly row?: Values
  /** One row for all worlds: reference data, and what belongs to nobody. */
  readonly isShared?: boolean
  /** One row for each office. */
  readonly isOfOffice?: boolean
  readonly read: string
  readonly add?: readonly Adding[]
  /** What may be changed alone; a column that names a member of staff, to who changes it. */
  readonly change?: ColumnsByWho
  /** Columns that name a member of staff and may be given the name of somebody else. */
  readonly nameOthers?: ColumnsByWho
  readonly acts?: Readonly<Record<string, Act>>
  /** Who may give the row to a second case of the same office. */
  readonly move?: string
  readonly remove?: string
  /** Columns that the application's role may not read although it reads others. */
  readonly hidden?: string
  /** Columns that it may not give when it puts a row. */
  readonly notGiven?: string
}

export type TableMatrix = Readonly<Record<string, TableEntry>>
