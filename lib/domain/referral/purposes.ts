/** What somebody else is asked for; labels under `codes.referral_purpose`. A consent is for one of them. */
export const REFERRAL_PURPOSES = [
  'handle_complaint',
  'inspect_workplace',
  'legal_help',
  'get_money_back',
  'protect_worker',
  'health_care',
] as const

/** What somebody else is asked for. */
export type ReferralPurpose = (typeof REFERRAL_PURPOSES)[number]

/** Whether a stored word is a purpose that this version knows. */
export function isReferralPurpose(word: string): word is ReferralPurpose {
  return (REFERRAL_PURPOSES as readonly string[]).includes(word)
}
