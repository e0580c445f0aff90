import type { CaseState } from './states'

/** Why a move is refused; labels under `codes.move_error`. */
export const MOVE_ERROR_CODES = [
  'move_not_allowed',
  'actor_not_allowed',
  'not_assigned',
  'reason_missing',
  'severity_missing',
  'category_missing',
  'assignee_missing',
  'assignee_conflict',
  'same_officer',
  'question_missing',
  'not_previous_state',
  'consent_missing',
  'worker_confirmation_missing',
  'second_person_missing',
  'dangerous_body_unconfirmed',
  'body_missing',
  'data_scope_missing',
  'body_answer_missing',
  'worker_agreement_missing',
  'party_consent_missing',
  'mediation_excluded',
  'remedy_missing',
  'worker_acceptance_missing',
  'evidence_missing',
  'delivery_not_confirmed',
  'closing_code_missing',
  'closing_code_not_allowed',
  'signpost_missing',
  'pressure_question_missing',
  'reopening_reason_missing',
  'reopen_too_late',
  'appeal_too_late',
] as const

/** A reason why a move is refused. */
export type MoveErrorCode = (typeof MOVE_ERROR_CODES)[number]

/** A refused move: from where, to where, and the first rule that said no. */
export type MoveError = {
  readonly code: MoveErrorCode
  readonly from: CaseState
  readonly to: CaseState
}
