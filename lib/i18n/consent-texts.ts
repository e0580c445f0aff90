/**
 * Version of the information page a person agrees to. Stored with every consent, so that it is known
 * later what was read. Change it in the same commit as the words of `common.information_…`.
 */
export const CONSENT_TEXT_VERSION = '2026-11-21'
