/** What came of a referral; labels under `referrals.outcome_<code>`. */
export const REFERRAL_OUTCOMES = [
  'in_progress',
  'money_returned',
  'order_given',
  'settled',
  'advice_given',
  'not_competent',
  'not_substantiated',
  'declined',
  'no_answer',
] as const

/** What came of a referral. */
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number]

/** How a pack was handed over by hand to a body outside; labels under `referrals.how_<code>`. */
export const SENT_HOW = ['portal', 'post', 'phone', 'email', 'in_person'] as const

/** How a pack was handed over. */
export type SentHow = (typeof SENT_HOW)[number]

/** How long the worker has to answer whether something may be passed on, in days (house rule). */
export const CONSENT_ANSWER_DAYS = 14
