import type { CaseFacts } from './workflow/facts'
import type { MoveErrorCode } from './workflow/move-errors'
import type { CaseState } from './workflow/states'

/**
 * What an officer can state while moving a case, because it happened outside the product: what the worker said on the phone,
 * what the other side agreed to, proof that was seen. Each is written into the audit trail with the move.
 */
export const DECLARATIONS = [
  'worker_agreed',
  'party_agreed',
  'worker_accepted',
  'evidence_seen',
  'worker_confirmed',
  'body_answered',
  'asked_in_vain',
  'consent_told',
] as const

/** One thing an officer states. */
export type Declaration = (typeof DECLARATIONS)[number]

/** The declarations the form of a move offers, by where the case is and where it goes. */
export function declarationsFor(from: CaseState, to: CaseState): readonly Declaration[] {
  if (to === 'mediation') return ['worker_agreed', 'party_agreed']
  if (to === 'remedy_agreed') return ['worker_accepted']
  if (to === 'remedy_delivered') return ['evidence_seen', 'worker_confirmed']
  if (to === 'referred') return ['consent_told']
  return from === 'referred' && to !== 'awaiting_worker' ? ['body_answered', 'asked_in_vain'] : []
}

/** What an officer states for the worker: only with a note of when and how the worker said it, and with the officer as witness. */
const WITNESSED: readonly Declaration[] = ['worker_accepted', 'worker_confirmed', 'consent_told']

/** Whether what is declared needs a witness note. */
export function needsWitnessNote(declared: readonly Declaration[]): boolean {
  return declared.some((one) => WITNESSED.includes(one))
}

/** Whether the move asks what was agreed: kind and terms of the remedy. */
export function asksRemedy(to: CaseState): boolean {
  return to === 'remedy_agreed'
}

/** The facts with what the officer states; nothing stated takes a fact away. `isRemedyTold`: terms were written in the form. */
export function factsDeclared(facts: CaseFacts, declared: readonly Declaration[], isRemedyTold: boolean): CaseFacts {
  const says = (one: Declaration) => declared.includes(one)
  return {
    ...facts,
    hasWorkerAgreedToMediation: facts.hasWorkerAgreedToMediation || says('worker_agreed'),
    hasPartyAgreedToMediation: facts.hasPartyAgreedToMediation || says('party_agreed'),
    hasRemedy: facts.hasRemedy || isRemedyTold,
    hasWorkerAcceptedRemedy: facts.hasWorkerAcceptedRemedy || says('worker_accepted'),
    hasDeliveryEvidence: facts.hasDeliveryEvidence || says('evidence_seen'),
    hasWorkerConfirmedDelivery: facts.hasWorkerConfirmedDelivery || says('worker_confirmed'),
    isReferralAnswered: facts.isReferralAnswered || says('body_answered') || says('asked_in_vain'),
    hasConsentForReferral: facts.hasConsentForReferral || says('consent_told'),
  }
}

/** Rules that the form of the move itself can meet, by a declaration or a field. */
const MET_IN_THE_FORM: readonly MoveErrorCode[] = [
  'worker_agreement_missing',
  'party_consent_missing',
  'remedy_missing',
  'worker_acceptance_missing',
  'evidence_missing',
  'delivery_not_confirmed',
  'body_answer_missing',
]

/** Whether a rule still stands in the way whatever the officer fills in. */
export function isBlocking(guard: MoveErrorCode | null): boolean {
  return guard !== null && !MET_IN_THE_FORM.includes(guard)
}
