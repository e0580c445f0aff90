import { needsSecondConfirmation } from '../grievances/bodies'
import type { GrievanceCode } from '../grievances/catalog'
import { isBlank } from './blank'
import type { CaseFacts } from './facts'
import type { RequestGuard } from './guard'
import type { CaseState } from './states'

/** Grievances whose cases are not mediated unless a second officer agrees (house rule). */
const NOT_FOR_MEDIATION: readonly GrievanceCode[] = ['violence', 'sexual_harassment_violence', 'trafficking_suspected']

/** Whether this move passes only when a colleague confirmed it, as far as the case alone tells. */
export function needsApproval(facts: CaseFacts, to: CaseState): boolean {
  if (to === 'mediation') return facts.grievances.some((code) => NOT_FOR_MEDIATION.includes(code))
  if (to === 'referred') return !facts.hasConsentForReferral
  return facts.state === 'awaiting_worker' && to === 'closed' && facts.severity === 'critical'
}

/** Consent for this body, or life at risk and a second person who agrees. */
export const hasReferralConsent: RequestGuard = (facts, request) => {
  if (facts.hasConsentForReferral) return null
  if (request.isVitalInterest !== true) return 'consent_missing'
  return hasSecondPerson(facts, request)
}

/** A state that endangers its own people gets a case only after a second look, and with a note of why. */
export const isBodySafe: RequestGuard = ({ referralBodyCountry }, request) => {
  if (referralBodyCountry === null || !needsSecondConfirmation(referralBodyCountry)) return null
  if (request.isDangerousBodyConfirmed !== true) return 'dangerous_body_unconfirmed'
  return isBlank(request.reason) ? 'reason_missing' : null
}

/** Violence and trafficking are not mediated unless a second officer agrees. */
export const isFitForMediation: RequestGuard = (facts, request) => {
  const isExcluded = facts.grievances.some((code) => NOT_FOR_MEDIATION.includes(code))
  return isExcluded && hasSecondPerson(facts, request) !== null ? 'mediation_excluded' : null
}

/** Somebody else than the person moving confirmed, under their own name. */
export const hasSecondPerson: RequestGuard = ({ approvedById }, { actorId }) =>
  approvedById === null || approvedById === actorId ? 'second_person_missing' : null
