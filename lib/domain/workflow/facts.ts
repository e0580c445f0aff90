import type { GrievanceCode } from '../grievances/catalog'
import type { Severity } from '../severity-levels'
import type { ClosingCode, ReopeningReason } from './outcomes'
import type { CaseState } from './states'

/** Who moves a case. Both staff roles count as officer; a supervisor may act on anyone's case. */
export type ActorRole = 'worker' | 'caseworker' | 'supervisor' | 'system'

/**
 * What the rules need to know about a case; loaded by the use case before it asks.
 * Ids are staff ids. Instants are null when the thing has not happened.
 */
export type CaseFacts = {
  readonly state: CaseState
  readonly severity: Severity | null
  readonly grievances: readonly GrievanceCode[]
  readonly assigneeId: string | null
  /** Where the case stood before it waited for the worker; null when it does not wait. */
  readonly stateBeforeAwaiting: CaseState | null
  /** Filed by family or an NGO and not yet confirmed by the worker. */
  readonly isProxyUnconfirmed: boolean
  /** The worker's agreement that the company or agency is contacted, valid now. */
  readonly hasConsentToContactParty: boolean
  /** The agreement to send this case to the chosen body, for this purpose and scope, valid now. */
  readonly hasConsentForReferral: boolean
  /** ISO alpha-2 country of the chosen referral body; null before one is chosen. */
  readonly referralBodyCountry: string | null
  /** The body answered, or the follow-ups at 14, 30 and 60 days are all done. */
  readonly isReferralAnswered: boolean
  readonly hasWorkerAgreedToMediation: boolean
  readonly hasPartyAgreedToMediation: boolean
  /** The colleague who confirmed this move for the person moving; null when nobody has. */
  readonly approvedById: string | null
  /** A remedy of this round is written down in the worker's language and waives no legal claim. */
  readonly hasRemedy: boolean
  readonly hasWorkerAcceptedRemedy: boolean
  /** A receipt or other proof that the remedy arrived. */
  readonly hasDeliveryEvidence: boolean
  readonly hasWorkerConfirmedDelivery: boolean
  readonly closedAt: Date | null
  /** Who decided to close; an appeal goes to somebody else. */
  readonly closedById: string | null
}

/** What a person adds when asking for a move; the form asks for what the move needs. */
export type MoveRequest = {
  readonly role: ActorRole
  /** Staff id of the person moving; null for a worker or the system. */
  readonly actorId: string | null
  readonly at: Date
  readonly reason?: string | undefined
  readonly closingCode?: ClosingCode | undefined
  readonly reopeningReason?: ReopeningReason | undefined
  readonly assigneeId?: string | undefined
  /** The assignee declared a tie to a party of the case. */
  readonly hasAssigneeConflict?: boolean | undefined
  /** The plan includes contact with the company or agency. */
  readonly contactsParty?: boolean | undefined
  readonly bodyCode?: string | undefined
  readonly dataScope?: readonly string[] | undefined
  /** Life is at risk: send without consent, with a colleague's confirmation. */
  readonly isVitalInterest?: boolean | undefined
  readonly isDangerousBodyConfirmed?: boolean | undefined
  /** Which other body the worker was told of. */
  readonly signpost?: string | undefined
  readonly question?: string | undefined
  /** The worker was asked privately whether somebody makes them stop. */
  readonly wasAskedAboutPressure?: boolean | undefined
}

/** What a move asks for: a field of MoveRequest, or a colleague's confirmation, which is given elsewhere. */
export type RequestField = Exclude<keyof MoveRequest, 'role' | 'actorId' | 'at'> | 'approval'
