/**
 * The separate things a worker may agree to; none is ticked beforehand, silence is not consent:
 * keep the complaint, keep special-care information, be contacted, let us contact the company or
 * agency, send to a named body, use without name in statistics.
 */
export const CONSENT_KINDS = [
  'keep_complaint',
  'keep_special_care',
  'contact_worker',
  'contact_party',
  'send_to_body',
  'statistics',
] as const

/** One thing a worker may agree to. */
export type ConsentKind = (typeof CONSENT_KINDS)[number]

/** A consent runs out after this many days unless it names another date (house rule). */
export const CONSENT_DEFAULT_DAYS = 90

/** The dates of a consent that decide whether it still holds. */
export type ConsentDates = {
  readonly givenAt: Date
  readonly expiresAt: Date | null
  readonly withdrawnAt: Date | null
}

/** Whether a consent holds at an instant: given, not run out, not withdrawn. */
export function isConsentValid(consent: ConsentDates, at: Date): boolean {
  if (consent.givenAt > at) return false
  if (consent.withdrawnAt !== null && consent.withdrawnAt <= at) return false
  return consent.expiresAt === null || at < consent.expiresAt
}

/**
 * Version of the information page a person agrees to. Stored with every consent, so that it is known later what was read.
 * Change it in the same commit as the words of `common.information_…`.
 */
export const CONSENT_TEXT_VERSION = '2026-11-21'

/** What is not agreed to be kept is erased after this many days, like a draft (domain notes, part 10, retention). */
export const DRAFT_KEEPING_DAYS = 30
