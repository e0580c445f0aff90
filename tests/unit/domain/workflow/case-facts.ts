import type { CaseFacts, MoveRequest } from '@/lib/domain/workflow/facts'

/** A case in triage about which nothing is known yet. */
export function aCaseWith(known: Partial<CaseFacts>): CaseFacts {
  return {
    state: 'triage',
    severity: null,
    grievances: [],
    assigneeId: null,
    stateBeforeAwaiting: null,
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
    closedAt: null,
    closedById: null,
    ...known,
  }
}

/** A request of the officer Hanh, who adds nothing. */
export function anOfficerAsks(added: Partial<MoveRequest> = {}): MoveRequest {
  return { role: 'caseworker', actorId: 'hanh', at: new Date('2026-11-21T00:00:00Z'), ...added }
}
