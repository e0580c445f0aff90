import type { OriginCode } from '../countries'

/** Bodies in Japan a case can be passed to. Whom a worker can call, with numbers and hours, is in referral/directory.ts; `actsAs` there names these. */
export const JAPAN_BODY_CODES = [
  'JP_OTIT',
  'JP_OTIT_SOS',
  'JP_LSIO',
  'JP_LABOUR_BUREAU',
  'JP_LABOUR_RELATIONS',
  'JP_LEGAL_AFFAIRS',
  'JP_ISA',
  'JP_FRESC',
  'JP_HOUTERASU',
  'JP_MIRAI_ASSIST',
  'JP_POLICE',
  'JP_AMBULANCE',
  'JP_HOSPITAL_DESK',
  'JP_ONE_STOP_CENTRE',
  'JP_PENSION_OFFICE',
  'JP_PPC',
  'JP_UNION',
  'JP_NGO',
  'JP_LAWYER',
  'JP_IOM',
] as const

/** A body in Japan. */
export type JapanBodyCode = (typeof JAPAN_BODY_CODES)[number]

/** What kind of body in the country of origin can help with a matter. */
export const ORIGIN_BODY_KINDS = ['regulator', 'attache', 'embassy', 'police'] as const

/** A kind of body in the country of origin. */
export type OriginBodyKind = (typeof ORIGIN_BODY_KINDS)[number]

/**
 * Countries whose authorities may endanger their own workers. No referral to them without a second
 * confirmation and an officer's note. Myanmar: conscription and remittance orders since 2021.
 */
export const HOSTILE_ORIGINS: readonly OriginCode[] = ['MM']

/** Whether passing a case to a body of this country needs the second confirmation. */
export function needsSecondConfirmation(bodyCountry: string): boolean {
  return HOSTILE_ORIGINS.some((origin) => origin === bodyCountry)
}
