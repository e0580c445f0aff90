/**
 * The first day of Employment for Skill Development, which takes over from the technical intern
 * programme. Source: ESD Act and Ordinance 4 of 30 September 2025; in force 1 April 2027.
 * The three schemes then run side by side.
 */
export const ESD_STARTS_ON = '2027-04-01'

/**
 * The status under which a worker is placed in Japan: technical intern training, specified
 * skilled worker, employment for skill development (also chosen before its start by people being
 * recruited for it), engineer or humanities specialist, any other work, or not known.
 * A scheme belongs to a placement, not to a person.
 */
export const SCHEME_CODES = ['titp', 'ssw', 'esd', 'engineer_humanities', 'other_migrant_worker', 'not_sure'] as const

/** The scheme of a placement. */
export type SchemeCode = (typeof SCHEME_CODES)[number]

/** Whether a stored or posted text is a scheme code. */
export function isSchemeCode(text: string): text is SchemeCode {
  return SCHEME_CODES.some((code) => code === text)
}
