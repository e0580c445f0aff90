import type { CaseFacts } from './facts'

/** The part of the facts that a worker's own moves depend on. */
export type WorkerFacts = Pick<CaseFacts, 'state' | 'severity' | 'stateBeforeAwaiting' | 'closedAt'>

/**
 * The facts for a move that the worker makes. What only an officer's move asks for stays at "no", so that a rule that comes to
 * need it refuses instead of letting pass.
 */
export function factsForWorker(known: WorkerFacts): CaseFacts {
  return {
    ...known,
    grievances: [],
    assigneeId: null,
    isProxyUnconfirmed: false,
    hasConsentToContactParty: false,
    hasConsentForReferral: false,
    referralBodyCountry: null,
    isReferralAnswered: false,
    hasWorkerAgreedToMediation: false,
    hasPartyAgreedToMediation: false,
    approvedById: null,
    hasRemedy: false,
    hasWorkerAcceptedRemedy: false,
    hasDeliveryEvidence: false,
    hasWorkerConfirmedDelivery: false,
    closedById: null,
  }
}
