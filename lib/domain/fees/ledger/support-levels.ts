/**
 * How well a payment is supported, the strongest first; an officer rates it and says why. Word with detail and the pattern of
 * peers are enough for a repayment claim where nobody has papers (repayment guidance, domain notes part 5). Labels under
 * `codes.support_level`.
 */
export const SUPPORT_LEVELS = [
  'receipt',
  'bank_record',
  'contract',
  'witness',
  'word_with_detail',
  'peers_pattern',
  'word_only',
] as const
export type SupportLevel = (typeof SUPPORT_LEVELS)[number]
