/**
 * What a record can tell. `quasi`: what somebody may know about a reporter, and find the record by; recoded until every combination
 * is that of k records. `sensitive` and `amount`: what nobody outside knows. Labels under `statistics.microdata_column_<code>`.
 * There is no id, no day, no name, no word of a person, no organisation.
 */
export const QUASI_COLUMNS = [
  'origin',
  'sex',
  'age_band',
  'scheme',
  'sector',
  'language',
  'received',
  'office',
] as const
export type QuasiColumn = (typeof QUASI_COLUMNS)[number]

export const SENSITIVE_COLUMNS = ['grievances', 'severity', 'paid', 'fee_verdict', 'in_debt', 'outcome'] as const
export type SensitiveColumn = (typeof SENSITIVE_COLUMNS)[number]

/** Whole yen, to two significant digits, top-coded. */
export const AMOUNT_COLUMNS = [
  'paid_total',
  'paid_sending',
  'paid_broker',
  'above_cap',
  'recruitment_cost',
  'debt',
  'claimed',
  'repaid',
] as const
export type AmountColumn = (typeof AMOUNT_COLUMNS)[number]

export type MicrodataColumn = QuasiColumn | SensitiveColumn | AmountColumn
export const MICRODATA_COLUMNS: readonly MicrodataColumn[] = [...QUASI_COLUMNS, ...SENSITIVE_COLUMNS, ...AMOUNT_COLUMNS]

/**
 * The column of which every combination must hold several values. Grievances tell of health, of crimes suffered and of union activity,
 * which is special-care information (APPI art. 2(3)); the others are not.
 */
export const DIVERSE_COLUMN: SensitiveColumn = 'grievances'

/** Columns of a choice by what they are, in the order of the file. */
export function columnsBy(chosen: readonly string[]): {
  readonly quasi: readonly QuasiColumn[]
  readonly sensitive: readonly SensitiveColumn[]
  readonly amounts: readonly AmountColumn[]
} {
  return {
    quasi: QUASI_COLUMNS.filter((column) => chosen.includes(column)),
    sensitive: SENSITIVE_COLUMNS.filter((column) => chosen.includes(column)),
    amounts: AMOUNT_COLUMNS.filter((column) => chosen.includes(column)),
  }
}
