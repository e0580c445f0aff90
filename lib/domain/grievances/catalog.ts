import { COMMON_GRIEVANCES } from './common-grievances'
import { FURTHER_GRIEVANCES } from './further-grievances'
import type { GrievanceGroup, GrievanceRow } from './grievance-row'
import type { IndicatorCode } from './indicators'

/** Every kind of grievance; adding one is one entry in its file and a label in each messages file. */
export const GRIEVANCES = [...COMMON_GRIEVANCES, ...FURTHER_GRIEVANCES] as const

/** What happened, as a stored code. */
export type GrievanceCode = (typeof GRIEVANCES)[number]['code']

/** A grievance with all it says about itself. */
export type Grievance = GrievanceRow & { readonly code: GrievanceCode }

/** All grievance codes in the order of the screen. */
export const GRIEVANCE_CODES: readonly GrievanceCode[] = GRIEVANCES.map((row) => row.code)

/** The grievances a worker can choose. Trafficking is an officer's word, never a worker's. */
export const WORKER_GRIEVANCES: readonly Grievance[] = GRIEVANCES.filter((row) => row.group !== 'staff')

/** Whether a stored or posted text is a grievance code. */
export function isGrievanceCode(text: string): text is GrievanceCode {
  return GRIEVANCE_CODES.some((code) => code === text)
}

/** The entry of a grievance. */
export function grievance(code: GrievanceCode): Grievance {
  const found = GRIEVANCES.find((row) => row.code === code)
  if (found === undefined) throw new TypeError(`unknown grievance: ${code}`)
  return found
}

/** The worker's choices of one screen group. */
export function grievancesIn(group: GrievanceGroup): readonly Grievance[] {
  return WORKER_GRIEVANCES.filter((row) => row.group === group)
}

/** The different forced-labour signs that several grievances point to together. */
export function indicatorsOf(codes: readonly GrievanceCode[]): readonly IndicatorCode[] {
  return [...new Set(codes.flatMap((code) => grievance(code).indicators))]
}
