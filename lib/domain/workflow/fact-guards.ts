import type { FactGuard } from './guard'

/** Triage has set a severity. */
export const hasSeverity: FactGuard = ({ severity }) => (severity === null ? 'severity_missing' : null)

/** Triage has chosen at least one kind of grievance. */
export const hasCategory: FactGuard = ({ grievances }) => (grievances.length === 0 ? 'category_missing' : null)

/** A report filed by others needs the worker's own word before anything leaves the house. */
export const isConfirmedByWorker: FactGuard = ({ isProxyUnconfirmed }) =>
  isProxyUnconfirmed ? 'worker_confirmation_missing' : null

/** The body answered, or was asked again at 14, 30 and 60 days. */
export const isReferralAnswered: FactGuard = (facts) => (facts.isReferralAnswered ? null : 'body_answer_missing')

/** Both sides agree to mediation. */
export const haveBothAgreed: FactGuard = (facts) => {
  if (!facts.hasWorkerAgreedToMediation) return 'worker_agreement_missing'
  return facts.hasPartyAgreedToMediation ? null : 'party_consent_missing'
}

/** The worker agreed that the company or agency is contacted. */
export const mayContactParty: FactGuard = ({ hasConsentToContactParty }) =>
  hasConsentToContactParty ? null : 'consent_missing'

/** There is a written remedy and the worker accepted it. */
export const isRemedyAccepted: FactGuard = ({ hasRemedy, hasWorkerAcceptedRemedy }) => {
  if (!hasRemedy) return 'remedy_missing'
  return hasWorkerAcceptedRemedy ? null : 'worker_acceptance_missing'
}

/** Proof and the worker's word: both, so that a receipt signed under pressure is not enough. */
export const isDelivered: FactGuard = ({ hasDeliveryEvidence, hasWorkerConfirmedDelivery }) => {
  if (!hasDeliveryEvidence) return 'evidence_missing'
  return hasWorkerConfirmedDelivery ? null : 'delivery_not_confirmed'
}

/** How long after closing a worker can have the case opened again, in months (house rule). */
export const REOPEN_WITHIN_MONTHS = 12

/** How long after closing a worker can appeal, in days (house rule). */
export const APPEAL_WITHIN_DAYS = 60

/** Twelve months have not passed since closing. */
export const isReopenable: FactGuard = ({ closedAt }, at) => {
  if (closedAt === null) return null
  const end = new Date(closedAt)
  end.setUTCMonth(end.getUTCMonth() + REOPEN_WITHIN_MONTHS)
  return at > end ? 'reopen_too_late' : null
}

/** Sixty days have not passed since closing. */
export const isAppealable: FactGuard = ({ closedAt }, at) => {
  if (closedAt === null) return null
  const end = closedAt.getTime() + APPEAL_WITHIN_DAYS * 24 * 3_600_000
  return at.getTime() > end ? 'appeal_too_late' : null
}
