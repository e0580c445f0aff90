import { allowsPartyContact, type ConsentDates } from '../consents'
import type { CaseState } from '../workflow/states'

/** What decides whether a party of a case may be asked. */
export type AskFacts = {
  readonly state: CaseState
  readonly stateBeforeAwaiting: CaseState | null
  /** The worker does not want it kept. */
  readonly isToBeErased: boolean
  /** Somebody else filed it, and the worker has not said yes to that. */
  readonly isProxyUnconfirmed: boolean
  readonly consents: readonly (ConsentDates & { readonly kind: string; readonly purpose: string | null })[]
}

/** Why no party may be asked; labels under `answers.refused_…`. */
export const ASK_REFUSALS = ['case_closed', 'not_triaged', 'worker_confirmation_missing', 'consent_missing'] as const
export type AskRefusal = (typeof ASK_REFUSALS)[number]

const BEFORE_TRIAGE: readonly (CaseState | null)[] = ['received', 'triage']

/**
 * Why no party may be asked at an instant; null when one may. Nothing leaves the house of what the worker has ended, of what nobody
 * has looked at for danger yet, or of what the worker may not know of.
 */
export function whyNotAsk(facts: AskFacts, at: Date): AskRefusal | null {
  if (facts.state === 'closed' || facts.isToBeErased) return 'case_closed'
  if (BEFORE_TRIAGE.includes(facts.state === 'awaiting_worker' ? facts.stateBeforeAwaiting : facts.state))
    return 'not_triaged'
  if (facts.isProxyUnconfirmed) return 'worker_confirmation_missing'
  return facts.consents.some((consent) => allowsPartyContact(consent, at)) ? null : 'consent_missing'
}
