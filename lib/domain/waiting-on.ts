import type { CaseState } from './workflow/states'

/** Whose turn it is on a case; labels under `cases.waiting_`. */
export const WAITING_ON = ['officer', 'worker', 'body', 'party'] as const
export type WaitingOn = (typeof WAITING_ON)[number]

/** `bodyWaits`: a referral was sent, not answered and not taken back; `partyWaits`: a party was asked, or owes a payment. */
export type OpenRequests = { readonly bodyWaits: boolean; readonly partyWaits: boolean }

/**
 * Whom a case waits for; null when it is closed. The state comes first, where it says it all. The database keeps the column by
 * the same rule (app.waiting_on), whoever changes what it follows from.
 */
export function waitingOn(state: CaseState, { bodyWaits, partyWaits }: OpenRequests): WaitingOn | null {
  if (state === 'closed') return null
  if (state === 'awaiting_worker') return 'worker'
  if (state === 'referred' && bodyWaits) return 'body'
  if (partyWaits || state === 'remedy_agreed') return 'party'
  return bodyWaits ? 'body' : 'officer'
}

/** Whether a stored text is one of them. */
export function isWaitingOn(text: string): text is WaitingOn {
  return (WAITING_ON as readonly string[]).includes(text)
}
