/** What may be said without network, by the beginning of the key: only these words travel to a phone. */
const BEGINNINGS = [
  'fees.',
  'offline.',
  'report.',
  'rights.',
  'codes.collateral',
  'codes.consent_kind',
  'codes.contact_channel',
  'codes.danger',
  'codes.destination',
  'codes.fee_category',
  'codes.fee_group',
  'codes.grievance_group',
  'codes.grievance_worker',
  'codes.lender_kind',
  'codes.origin',
  'codes.party_role',
  'codes.payer',
  'codes.payment_method',
  'codes.precision',
  'codes.rate_period',
  'codes.receipt',
  'codes.scheme',
  'codes.station',
  'codes.told_before_signing',
  'codes.verdict',
  'common.',
  'errors.',
] as const

/** Words of pages that need the network in any case. */
const NOT_NEEDED = ['rights.info', 'common.safety_', 'common.sign_in'] as const

/** Whether a page without network may need a message. */
export function isOfflineWord(key: string): boolean {
  return BEGINNINGS.some((beginning) => key.startsWith(beginning)) && !NOT_NEEDED.some((other) => key.startsWith(other))
}
