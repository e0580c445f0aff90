import type { SchemeCode } from '../schemes'

/** Who may grant or lend a worker money on the way to Japan; `family` covers relatives and friends. */
export const LENDER_KINDS = ['bank', 'family', 'sending_organization', 'broker', 'moneylender', 'other'] as const

/** The kind of lender a worker names. */
export type LenderKind = (typeof LENDER_KINDS)[number]

/** Lenders who also recruit: a debt to them binds the worker to the job. */
export const RECRUITING_LENDERS: readonly LenderKind[] = ['sending_organization', 'broker']

/**
 * The parts an organisation or person plays in a placement, and so also who may be paid.
 * `pictogram` is the drawing beside the label. Source of the terms: OTIT and ISA usage.
 */
export const PARTIES = [
  { role: 'sending_organization', pictogram: 'office' },
  { role: 'broker', pictogram: 'gobetween' },
  { role: 'training_center', pictogram: 'book' },
  { role: 'supervising_organization', pictogram: 'hall' },
  { role: 'supervising_support_organization', pictogram: 'hall' },
  { role: 'registered_support_organization', pictogram: 'headset' },
  { role: 'accepting_company', pictogram: 'factory' },
  { role: 'lender', pictogram: 'coins' },
  { role: 'authority', pictogram: 'bank' },
  { role: 'other', pictogram: 'person' },
] as const

/** The part a party plays in a placement. */
export type PartyRole = (typeof PARTIES)[number]['role']

/** All party roles in the order they are offered. */
export const PARTY_ROLES: readonly PartyRole[] = PARTIES.map((party) => party.role)

/** Whether a stored or posted text is a party role. */
export function isPartyRole(text: string): text is PartyRole {
  return PARTY_ROLES.some((role) => role === text)
}

// The body beside the employer differs by scheme: TITP Act (supervising organisation), SSW
// (registered support organisation), ESD (supervising and support organisation).
const SUPPORT_BODY_OF: Partial<Record<SchemeCode, PartyRole>> = {
  titp: 'supervising_organization',
  ssw: 'registered_support_organization',
  esd: 'supervising_support_organization',
}

const SUPPORT_BODIES: readonly PartyRole[] = Object.values(SUPPORT_BODY_OF)

/** The roles that exist under a scheme; all of them when the scheme is not known or another one. */
export function partyRolesUnder(scheme: SchemeCode | undefined): readonly PartyRole[] {
  const own = scheme === undefined ? undefined : SUPPORT_BODY_OF[scheme]
  if (own === undefined) return PARTY_ROLES
  return PARTY_ROLES.filter((role) => role === own || !SUPPORT_BODIES.includes(role))
}
