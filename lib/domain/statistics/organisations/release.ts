import type { OrganisationReply } from './public-organisation'

/** Whether an organisation may be shown with numbers. `withdrawn`: it was, or was asked for, and is not any more. */
export const RELEASE_STATES = ['asked', 'approved', 'refused', 'withdrawn'] as const
export type ReleaseState = (typeof RELEASE_STATES)[number]

/** What an administrator does with one. */
export const RELEASE_DECISIONS = ['approve', 'refuse', 'withdraw'] as const
export type ReleaseDecision = (typeof RELEASE_DECISIONS)[number]

/** What was asked and decided about an organisation. */
export type StoredRelease = {
  readonly id: string
  readonly partyId: string
  readonly state: ReleaseState
  readonly version: number
  readonly askedByName: string
  readonly askedAt: Date
  readonly askNote: string
  readonly decidedByName: string | null
  readonly decidedAt: Date | null
  readonly decideNote: string | null
  readonly informedOn: string | null
  readonly reply: OrganisationReply | null
}

/** The state after a decision; null when it cannot be taken any more. */
export function stateAfter(state: ReleaseState, decision: ReleaseDecision): ReleaseState | null {
  if (decision === 'withdraw') return state === 'asked' || state === 'approved' ? 'withdrawn' : null
  if (state !== 'asked') return null
  return decision === 'approve' ? 'approved' : 'refused'
}
