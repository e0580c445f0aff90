import type { Severity } from '../severity-levels'
import type { JapanBodyCode, OriginBodyKind } from './bodies'
import type { IndicatorCode } from './indicators'

/** The screen groups of four choices each; `staff` is not offered to workers. */
export const GRIEVANCE_GROUPS = [
  'money',
  'work',
  'freedom',
  'treatment',
  'promise',
  'health',
  'voice',
  'staff',
] as const

/** A group of grievances that stand together on the screen. */
export type GrievanceGroup = (typeof GRIEVANCE_GROUPS)[number]

/**
 * One kind of grievance.
 * - `indicators`: forced-labour signs it may point to; a flag for officers, never a finding.
 * - `defaultSeverity`: where triage starts; an officer may change it with a reason.
 * - `referJapan`, `referOrigin`: bodies to consider first.
 * - `isSpecialCare`: reveals special-care information (APPI art. 2(3): health, creed, having
 *   suffered a crime) or union activity, so it needs a consent of its own.
 * - `canEndanger`: an answer that leads to the danger screen.
 */
export type GrievanceRow = {
  readonly code: string
  readonly group: GrievanceGroup
  readonly pictogram: string
  readonly defaultSeverity: Severity
  readonly indicators: readonly IndicatorCode[]
  readonly referJapan: readonly JapanBodyCode[]
  readonly referOrigin: readonly OriginBodyKind[]
  readonly isSpecialCare: boolean
  readonly canEndanger: boolean
}
