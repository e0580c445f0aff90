import { ESD_STARTS_ON, type SchemeCode } from '../schemes'

/** The month ('YYYY-MM') whose rules a rights page tells: this one, or the first one of a programme still to come. */
export function chargeMonth(scheme: SchemeCode, today: string): string {
  const day = scheme === 'esd' && today < ESD_STARTS_ON ? ESD_STARTS_ON : today
  return day.slice(0, 7)
}
