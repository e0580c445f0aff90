import type { CurrencyCode } from './currencies'

/**
 * Why a typed amount could not be taken. `candidates` are amounts in minor units, likeliest first,
 * to offer as answers; `amount_other_currency` names what the sign beside the number stands for.
 */
export type AmountError =
  | { readonly code: 'amount_empty' }
  | { readonly code: 'amount_not_a_number' }
  | { readonly code: 'amount_negative' }
  | { readonly code: 'amount_zero' }
  | { readonly code: 'amount_decimals' }
  | { readonly code: 'amount_too_large' }
  | { readonly code: 'amount_ambiguous'; readonly candidates: readonly bigint[] }
  | { readonly code: 'amount_suspicious'; readonly candidates: readonly bigint[] }
  | { readonly code: 'amount_improbable'; readonly candidates: readonly bigint[] }
  | { readonly code: 'amount_low_pay'; readonly candidates: readonly bigint[] }
  | { readonly code: 'amount_other_currency'; readonly currencies: readonly CurrencyCode[] }

/** The codes of AmountError; labels under `codes.amount_error`. */
export const AMOUNT_ERROR_CODES = [
  'amount_empty',
  'amount_not_a_number',
  'amount_negative',
  'amount_zero',
  'amount_decimals',
  'amount_too_large',
  'amount_ambiguous',
  'amount_suspicious',
  'amount_improbable',
  'amount_low_pay',
  'amount_other_currency',
] as const satisfies readonly AmountError['code'][]
