import { readCodes, type KnownWords } from '@/lib/domain/imports/cell-words'
import { importField } from '@/lib/domain/imports/import-fields'
import type { ImportMapping } from '@/lib/domain/imports/import-mapping'
import type { RowProblem } from '@/lib/domain/imports/import-states'

/** The cells of a row as the fields of the screens they belong to; a payment's screen is `fees 2 amount`. */
export type ReadCells = {
  readonly fields: Readonly<Record<string, Record<string, string | string[]>>>
  /** Where the fields of a screen stand in the file: columns from 0. */
  readonly columnsOf: (screen: string) => Readonly<Record<string, number>>
  readonly language: string
  readonly reference: string
  readonly problems: readonly RowProblem[]
  /** Words in cells of coded fields that mean nothing to us, by field. */
  readonly unknown: readonly { readonly field: string; readonly word: string }[]
}

/** Sorts the cells of a row by the columns' fields, with codes in place of the words for them. Empty cells say nothing. */
export function readCells(cells: readonly string[], mapping: ImportMapping, known: KnownWords): ReadCells {
  const fields: Record<string, Record<string, string | string[]>> = {}
  const columns: Record<string, Record<string, number>> = {}
  const problems: RowProblem[] = []
  const unknown: { field: string; word: string }[] = []
  let { language } = mapping
  let reference = ''
  mapping.columns.forEach((key, column) => {
    const field = importField(key)
    const cell = cells[column]?.trim() ?? ''
    if (field === undefined || cell === '') return
    const isCoded = field.codes !== undefined || field.labels !== undefined
    const read = isCoded ? readCodes(field, cell, known, mapping.meanings) : null
    if (read !== null && read.unknown.length > 0) {
      problems.push({ column, code: field.key === 'language' ? 'language' : 'unknown_word' })
      unknown.push(...read.unknown.map((word) => ({ field: field.key, word })))
      return
    }
    if (field.key === 'reference') reference = cell
    else if (field.key === 'language') language = read?.codes[0] ?? language
    if (field.step === undefined) return
    const screen = field.fee === undefined ? field.step : `fees ${field.fee} ${field.screen}`
    const value = read === null ? cell : field.isList === true ? [...read.codes] : (read.codes[0] ?? '')
    if (value.length === 0) return
    ;(fields[screen] ??= {})[field.name] = value
    ;(columns[screen] ??= {})[field.name] = column
  })
  // The channel is asked on one screen and travels to the next.
  const channel = fields['contact']?.['channel']
  if (channel !== undefined && fields['contact_details'] !== undefined) fields['contact_details']['channel'] = channel
  return { fields, columnsOf: (screen) => columns[screen] ?? {}, language, reference, problems, unknown }
}
