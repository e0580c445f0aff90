import { comparable, type WordMeanings } from './cell-words'
import { IMPORT_FIELDS, importField } from './import-fields'

/** How the rows of a file are read. */
export type ImportMapping = {
  /** By column: the key of its field, or '' for one that is not read. */
  readonly columns: readonly string[]
  readonly meanings: WordMeanings
  /** How the reports reached the office, and what the workers read where no column says it. */
  readonly channel: 'ngo' | 'phone' | 'paper'
  readonly language: string
  /** How the workers said yes, where a column says that they did. */
  readonly consentMethod: 'told_to_officer' | 'paper' | 'voice'
  /** The currency of amounts without one; '' for that of the worker's country. */
  readonly currency: string
}

/**
 * Which field each heading means: the key of a field or one of the words for it (`aliases`: comparable word to key). The first column
 * of two with the same meaning counts.
 */
export function guessColumns(headings: readonly string[], aliases: Readonly<Record<string, string>>): string[] {
  const taken = new Set<string>()
  return headings.map((heading) => {
    const word = comparable(heading)
    const key = IMPORT_FIELDS.find((field) => comparable(field.key) === word)?.key ?? aliases[word] ?? ''
    if (key === '' || taken.has(key)) return ''
    taken.add(key)
    return key
  })
}

/** Fields that two columns claim: each may have one only. */
export function claimedTwice(columns: readonly string[]): readonly string[] {
  const claimed = columns.filter((key) => importField(key) !== undefined)
  return [...new Set(claimed.filter((key, index) => claimed.indexOf(key) !== index))]
}
