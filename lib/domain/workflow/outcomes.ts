/** Why a case was closed. */
export const CLOSING_CODES = [
  'remedied_full',
  'remedied_partial',
  'remedy_refused_by_party',
  'referred_confirmed_outcome',
  'referred_no_feedback',
  'authority_proceeding',
  'not_substantiated',
  'inadmissible_signposted',
  'duplicate_merged',
  'withdrawn_free',
  'withdrawn_suspected_pressure',
  'worker_unreachable',
  'returned_home_followup',
] as const

/** Why a case was closed. */
export type ClosingCode = (typeof CLOSING_CODES)[number]

/** Closing codes of a worker who stops the case; the second keeps a protective watch. */
export const WITHDRAWAL_CODES: readonly ClosingCode[] = ['withdrawn_free', 'withdrawn_suspected_pressure']

/** What may put a wrong right. */
export const REMEDY_TYPES = [
  'fee_repayment',
  'debt_settlement',
  'wage_payment',
  'document_return',
  'transfer',
  'reinstatement',
  'medical_compensation',
  'housing_fix',
  'apology',
  'sanction_of_party',
  'policy_change',
  'safe_return',
  'other',
] as const

/** One way to put a wrong right. */
export type RemedyType = (typeof REMEDY_TYPES)[number]

/** Why a closed case is opened again. */
export const REOPENING_REASONS = ['new_fact', 'remedy_not_delivered', 'retaliation'] as const

/** Why a closed case is opened again. */
export type ReopeningReason = (typeof REOPENING_REASONS)[number]
