import type { CaseFacts, MoveRequest } from './facts'
import type { MoveErrorCode } from './move-errors'

/** A rule about the case itself: it can be checked before anybody fills in a form. */
export type FactGuard = (facts: CaseFacts, at: Date) => MoveErrorCode | null

/** A rule about what the person adds to the move. */
export type RequestGuard = (facts: CaseFacts, request: MoveRequest) => MoveErrorCode | null
