/** What the checker says, by the beginning of the key: only these words travel to a phone for use without network. */
const BEGINNINGS = [
  'fees.',
  'codes.destination.',
  'codes.fee_category.',
  'codes.fee_group.',
  'codes.origin.',
  'codes.party_role.',
  'codes.scheme.',
  'codes.verdict.',
  'common.about_amount',
  'common.amount',
  'common.change',
  'common.check_sign',
  'common.currency',
  'common.errors_',
  'common.forget',
  'common.month',
  'common.no',
  'common.year',
  'common.yes',
  'errors.amount_',
  'errors.check_answer',
  'errors.month_',
  'errors.year_required',
  'report.amount_',
  'report.month_',
  'report.year_',
] as const

/** Whether the checker may need a message. */
export function isOfflineWord(key: string): boolean {
  return BEGINNINGS.some((beginning) => key.startsWith(beginning))
}
