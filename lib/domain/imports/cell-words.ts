import type { ImportField } from './import-fields'

/** The words that mean a code, as they are compared (`comparable`), by the list of labels; codes are words of their own. */
export type KnownWords = { readonly [list: string]: { readonly [word: string]: string } }

/** What an officer said that a word means, by field: a code, or '' for "leave it out". */
export type WordMeanings = { readonly [field: string]: { readonly [word: string]: string } }

/** A text as it is compared: without differences of case and width, without spaces and marks at its ends: "Viet Nam" is "Vietnam". */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\s]+/gu, '')
    .replace(/^[\s.*:、。]+|[\s.*:、。]+$/gu, '')
}

/** What separates several answers in one cell; a comma only where the cell as a whole means nothing. */
const SEPARATORS = /[;；|\n、]/u
const COMMAS = /[,，]/u

/** The codes in a cell, and the words in it that mean nothing to us. */
export type ReadCodes = { readonly codes: readonly string[]; readonly unknown: readonly string[] }

/** Reads the answers in a cell of a field that has codes: codes, our words for them in any staff language, or what an officer said. */
export function readCodes(field: ImportField, cell: string, known: KnownWords, meanings: WordMeanings): ReadCodes {
  const meant = (text: string): string | undefined => {
    const word = comparable(text)
    if (word === '') return ''
    const said = meanings[field.key]?.[word]
    if (said !== undefined) return said
    const code = field.codes?.find((one) => comparable(one) === word)
    return code ?? (field.labels === undefined ? undefined : allowed(field, known[field.labels]?.[word]))
  }
  const whole = meant(cell)
  if (whole !== undefined) return { codes: whole === '' ? [] : [whole], unknown: [] }
  if (field.isList !== true) return { codes: [], unknown: [cell.trim()] }
  const codes: string[] = []
  const unknown: string[] = []
  const parts = cell.split(SEPARATORS).flatMap((part) => (meant(part) === undefined ? part.split(COMMAS) : [part]))
  for (const part of parts) {
    const code = meant(part)
    if (code === undefined) unknown.push(part.trim())
    else if (code !== '' && !codes.includes(code)) codes.push(code)
  }
  return { codes, unknown }
}

function allowed(field: ImportField, code: string | undefined): string | undefined {
  return code !== undefined && (field.codes === undefined || field.codes.includes(code)) ? code : undefined
}
