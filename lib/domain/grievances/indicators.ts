/**
 * The eleven ILO indicators of forced labour (2012; same list in the revision of November 2025).
 * No single one proves forced labour: software flags, a person concludes. Staff words; never shown
 * on a worker's screen.
 */
export const INDICATOR_CODES = [
  'abuse_of_vulnerability',
  'deception',
  'restriction_of_movement',
  'isolation',
  'physical_sexual_violence',
  'intimidation_threats',
  'retention_of_identity_documents',
  'withholding_of_wages',
  'debt_bondage',
  'abusive_conditions',
  'excessive_overtime',
] as const

/** A sign of forced labour. */
export type IndicatorCode = (typeof INDICATOR_CODES)[number]
