/** What every pack says it is; a reader that finds another version knows what to expect (docs/referral-pack.md). */
export const PACK_SCHEMA = 'fair-passage/referral-pack'
export const PACK_VERSION = '1.0'

/** The languages a pack speaks: those of the bodies that get one. */
export const PACK_LANGUAGES = ['ja', 'en', 'vi'] as const
export type PackLanguage = (typeof PACK_LANGUAGES)[number]

/** The same words in every language of the pack. */
export type Labels = { readonly [language in PackLanguage]: string }

/** Words by message key; where a key has none in a language, the fallback stands. Made outside: the domain knows no catalog. */
export type Labeller = (key: string, fallback: string) => Labels

/**
 * What is said at one place. `code`: from a list of the product, with its words. `money`: minor units as digits, with how many
 * of them are behind the point. `date`: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as it was told. `text`: as given, in the language
 * named; a translation says who made it.
 */
export type PackValue =
  | { readonly type: 'code'; readonly list: string; readonly code: string; readonly labels: Labels }
  | { readonly type: 'money'; readonly minor: string; readonly currency: string; readonly digits: number }
  | { readonly type: 'date'; readonly on: string }
  | { readonly type: 'number'; readonly value: number }
  | {
      readonly type: 'text'
      readonly text: string
      readonly language: string
      readonly translation: { readonly text: string; readonly language: string; readonly by: string } | null
    }
  | {
      readonly type: 'file'
      readonly name: string
      readonly format: string
      readonly bytes: number
      readonly sha256: string
    }

/** One named value. */
export type PackField = { readonly field: string; readonly labels: Labels; readonly value: PackValue }

/** One agreed item: rows of fields, one row for a plain thing, several for a list of payments. */
export type PackSection = {
  readonly item: string
  readonly labels: Labels
  readonly rows: readonly (readonly PackField[])[]
}

/** What stands above the items: who sends what for, on what ground. Nothing of the person. */
export type PackHead = {
  readonly reference: string
  /** ISO 8601, UTC. */
  readonly madeAt: string
  readonly purpose: string
  readonly from: string
  readonly to: Labels
  /** `vital_interest`: two people decided it, because a life is at risk. */
  readonly basis: 'consent' | 'vital_interest'
  readonly consentUntil: string | null
}

/** A hand-over pack: what is written as JSON, and drawn as PDF in each language. */
export type Pack = Omit<PackHead, 'purpose' | 'to'> & {
  readonly schema: typeof PACK_SCHEMA
  readonly version: typeof PACK_VERSION
  readonly purpose: { readonly code: string; readonly labels: Labels }
  readonly to: Labels
  readonly items: readonly PackSection[]
}
