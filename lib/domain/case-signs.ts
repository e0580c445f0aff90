import type { StaffName } from './case-file'

/** What an officer can make of a sign; labels under `cases.judgement`. Never the software. */
export const JUDGEMENTS = ['present', 'absent', 'unclear'] as const
export type Judgement = (typeof JUDGEMENTS)[number]

/** A sign of forced labour that answers raised or an officer saw, and the last judgement on it. */
export type IndicatorFinding = {
  readonly id: string
  readonly indicator: string
  /** Grievances whose answers raised it; empty where an officer added it. */
  readonly raisedBy: readonly string[]
  readonly judgement: string | null
  readonly judgedBy: StaffName | null
  readonly judgedAt: Date | null
  /** How often it was judged. */
  readonly version: number
}

/** One judgement with its reason; the sealed reason opened. */
export type SignJudgement = {
  readonly id: string
  readonly indicator: string
  readonly version: number
  readonly judgement: string
  readonly reason: string
  readonly by: StaffName | null
  readonly at: Date
}
