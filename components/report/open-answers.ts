import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currencies'
import type { ErrorMessage, FormState } from '@/lib/http/form-state'
import { formatDay, formatMoney } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { sayMoney, sayPartialDate } from './amount-words'

/**
 * The state with what only a language can say: likely amounts and dates as answers to tap, and dates in words.
 * Schemas leave them as minor units, currency codes and ISO dates in the params of an issue.
 */
export function withOpenAnswers(state: FormState, t: Translator): FormState {
  if (state.status !== 'invalid') return state
  const errors = Object.entries(state.errors).map(([field, list]) => [field, list.map((error) => opened(error, t))])
  return { ...state, errors: Object.fromEntries(errors) as typeof state.errors }
}

function opened(error: ErrorMessage, t: Translator): ErrorMessage {
  const { currency, likely, typed, date, likelyDate } = error.params ?? {}
  if (typeof date === 'string') {
    const day = date.length === 10 ? formatDay(date, t.locale) : sayPartialDate(date, t)
    const said = { ...error, params: { date: day, year: date.slice(0, 4) } }
    return typeof likelyDate === 'string' ? { ...said, likely: [{ value: likelyDate, text: day }] } : said
  }
  if (typeof currency !== 'string' || !isCurrencyCode(currency) || typeof likely !== 'string' || likely === '')
    return error
  const amounts = likely.split(' ')
  return {
    key: error.key,
    params: { typed: String(typed), amount: typedMoney(String(typed), currency, t) },
    likely: amounts.map((value) => ({ value, text: sayMoney({ amountMinor: BigInt(value), currency }, t) })),
  }
}

// Bare digits get the sign of the currency, "120 ₫"; anything else is repeated as typed.
function typedMoney(typed: string, currency: CurrencyCode, t: Translator): string {
  return /^\d{1,15}$/u.test(typed) ? formatMoney(0n, currency, t.locale).replace('0', typed) : typed
}
