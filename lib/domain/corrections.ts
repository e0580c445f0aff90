import { ORIGIN_CODES, type OriginCode } from './countries'
import { SCHEME_CODES, type SchemeCode } from './schemes'

/**
 * What of a report its worker can say is wrong. Country and scheme are codes and are taken over as such, a party's name as it was
 * given; payments, debts and pay are changed in the ledger, where a change leaves what was before.
 */
export const CORRECTION_FIELDS = ['origin', 'scheme', 'party', 'payment', 'debt', 'pay'] as const

/** A fact that can be corrected; labels under `codes.correction_field`. */
export type CorrectionField = (typeof CORRECTION_FIELDS)[number]

/** What became of a proposal. */
export type CorrectionState = 'proposed' | 'accepted' | 'declined'

/** A proposal, opened. `before` and `after` are codes for country and scheme, words of the worker for the others. */
export type CaseCorrection = {
  readonly id: string
  readonly field: CorrectionField
  readonly subjectId: string | null
  readonly before: string | null
  readonly after: string
  readonly language: string
  readonly state: CorrectionState
  readonly proposedAt: Date
  readonly decidedAt: Date | null
  /** Told to the worker when declined. */
  readonly reason: string | null
}

/** More proposals than this wait for nobody: an officer has to answer some first. */
export const OPEN_CORRECTIONS_MAXIMUM = 20

/** The codes a coded fact may become; null for a fact that is words. */
export function codesOf(field: CorrectionField): readonly (OriginCode | SchemeCode)[] | null {
  if (field === 'origin') return ORIGIN_CODES
  return field === 'scheme' ? SCHEME_CODES : null
}
