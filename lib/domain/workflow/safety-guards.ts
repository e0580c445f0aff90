import { needsSecondConfirmation } from '../grievances/bodies'
import type { GrievanceCode } from '../grievances/catalog'
import type { RequestGuard } from './guard'

/** Grievances whose cases are not mediated unless a second officer agrees (house rule). */
const NOT_FOR_MEDIATION: readonly GrievanceCode[] = ['violence', 'sexual_harassment_violence', 'trafficking_suspected']

/** Consent for this body, or life at risk and a second person who agrees. */
export const hasReferralConsent: RequestGuard = (facts, request) => {
  if (facts.hasConsentForReferral) return null
  if (request.isVitalInterest !== true) return 'consent_missing'
  return hasSecondPerson(facts, request)
}

/** A state that endangers its own people gets a case only after a second look. */
export const isBodySafe: RequestGuard = ({ referralBodyCountry }, request) => {
  if (referralBodyCountry === null || !needsSecondConfirmation(referralBodyCountry)) return null
  return request.isDangerousBodyConfirmed === true ? null : 'dangerous_body_unconfirmed'
}

/** Violence and trafficking are not mediated unless a second officer agrees. */
export const isFitForMediation: RequestGuard = (facts, request) => {
  const isExcluded = facts.grievances.some((code) => NOT_FOR_MEDIATION.includes(code))
  return isExcluded && hasSecondPerson(facts, request) !== null ? 'mediation_excluded' : null
}

/** Somebody else than the person moving agreed. */
export const hasSecondPerson: RequestGuard = (_facts, { secondPersonId, actorId }) =>
  secondPersonId === undefined || secondPersonId === actorId ? 'second_person_missing' : null
