import type { AmountError } from '@/lib/domain/money/amount-errors'

/** The words for an amount that could not be taken; nothing typed is no error. */
export const AMOUNT_MESSAGES = {
  amount_not_a_number: 'errors.amount_unreadable',
  amount_negative: 'errors.amount_negative',
  amount_zero: 'errors.amount_zero',
  amount_decimals: 'errors.amount_decimals',
  amount_too_large: 'errors.amount_too_large',
  amount_ambiguous: 'report.amount_ambiguous',
  amount_suspicious: 'report.amount_suspicious',
  amount_improbable: 'report.amount_improbable',
  amount_low_pay: 'report.amount_low_pay',
  amount_other_currency: 'report.amount_other_currency',
} as const satisfies Record<Exclude<AmountError['code'], 'amount_empty'>, string>
