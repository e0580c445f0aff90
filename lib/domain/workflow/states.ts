/**
 * The states of a case after submission (ISO 37002:2021: receive, assess, address, conclude).
 * A draft is not a case yet.
 */
export const STATES = [
  'received',
  'triage',
  'awaiting_worker',
  'assigned',
  'investigation',
  'mediation',
  'referral_pending_consent',
  'referred',
  'remedy_agreed',
  'remedy_delivered',
  'closed',
  'reopened',
  'appeal',
] as const

/** Where a case stands. */
export type CaseState = (typeof STATES)[number]

/** Whether somebody still has to do something: every state but `closed`. */
export function isOpen(state: CaseState): boolean {
  return state !== 'closed'
}

/** Whether a stored or posted text is a state. */
export function isCaseState(text: string): text is CaseState {
  return STATES.some((state) => state === text)
}
