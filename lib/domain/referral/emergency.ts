import type { DestinationCode } from '../countries'

/** The numbers for life in danger of a country, as dialled there. */
export type EmergencyNumbers = {
  readonly police: string
  readonly ambulance: string
  /** How it is known; nobody dials them to try. */
  readonly source: string
  readonly checkedOn: string
}

/** Danger to life: police, and ambulance or fire. Day and night, free, in Japanese. General knowledge, no page read. */
export const EMERGENCY_NUMBERS: Readonly<Record<DestinationCode, EmergencyNumbers>> = {
  JP: { police: '110', ambulance: '119', source: 'Known to everybody in Japan', checkedOn: '2026-11-20' },
}
