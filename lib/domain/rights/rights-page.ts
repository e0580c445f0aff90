import { isOriginCode, type OriginCode } from '../countries'
import { ESD_STARTS_ON, SCHEME_CODES, type SchemeCode } from '../schemes'

/** The programmes that have a page; who is not sure chooses again. */
export const RIGHTS_SCHEMES = SCHEME_CODES.filter((code) => code !== 'not_sure')

/** The pair a page of rights is about, or null for one that has none. */
export function rightsPair(origin: unknown, scheme: unknown): { origin: OriginCode; scheme: SchemeCode } | null {
  if (typeof origin !== 'string' || !isOriginCode(origin)) return null
  const found = RIGHTS_SCHEMES.find((code) => code === scheme)
  return found === undefined ? null : { origin, scheme: found }
}

/** The month ('YYYY-MM') whose rules a rights page tells: this one, or the first one of a programme still to come. */
export function chargeMonth(scheme: SchemeCode, today: string): string {
  const day = scheme === 'esd' && today < ESD_STARTS_ON ? ESD_STARTS_ON : today
  return day.slice(0, 7)
}
