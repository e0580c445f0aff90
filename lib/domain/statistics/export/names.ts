import type { Words } from '../definitions'
import type { DimensionCode, DimensionValue } from '../registry/dimensions'

/** Names of what the codes of a file stand for, in the language of its reader. */
export type FileNames = {
  readonly measure: (code: string) => string
  readonly dimension: (code: DimensionCode) => string
  /** A value of a dimension; null for the line over all. */
  readonly value: (dimension: DimensionCode | null, value: DimensionValue | null) => string
}

/** What a file says in words: definitions and notes, and names beside its codes. */
export type FileWords = { readonly words: Words; readonly names: FileNames }
