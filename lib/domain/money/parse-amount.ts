import { err, type Result } from '../result'
import { typedText } from '../writing/typed-text'
import type { AmountError } from './amount-errors'
import { amountText, amountTokens, type AmountToken } from './amount-text'
import { lastWordsOf, valuesOf } from './amount-value'
import { CURRENCIES, type CurrencyCode } from './currencies'
import { judgeAmount } from './judge-amount'
import type { Decimal } from './ratio'

/** A typed amount is never longer than this; what is longer is not read any further. */
const LONGEST_TEXT = 80

/**
 * Reads an amount as workers write it: `1.000.000`, `1,5 triệu`, `120tr`, `25 juta`, `１０万`,
 * `1,60,000`, local digits, currency signs around it. The answer is in minor units of `currency`.
 *
 * Never guesses between two readings (`amount_ambiguous`), nor takes a sum worth less than one yen
 * (`amount_suspicious`: "120" dong is nearly always 120 million) or more than ten years of pay
 * (`amount_improbable`) for true.
 */
export function parseAmount(text: string, currency: CurrencyCode): Result<{ amountMinor: bigint }, AmountError> {
  const prepared = amountText(text.slice(0, 4 * LONGEST_TEXT))
  if (prepared === '') return err({ code: isOnlyPictures(text) ? 'amount_not_a_number' : 'amount_empty' })
  if (prepared.length > LONGEST_TEXT) {
    return err({ code: /^[\d.,' _]+$/u.test(prepared) ? 'amount_too_large' : 'amount_not_a_number' })
  }
  const tokens = amountTokens(prepared)
  if (tokens === null) return err({ code: 'amount_not_a_number' })
  const other = tokens.find((token) => token.kind === 'currency' && !token.currencies.includes(currency))
  if (other?.kind === 'currency') {
    return err({ code: 'amount_other_currency', currencies: other.currencies })
  }
  const values = readTokens(tokens, currency)
  if (values.length === 0) return err({ code: 'amount_not_a_number' })
  if (tokens.some((token) => token.kind === 'minus')) return err({ code: 'amount_negative' })
  return judgeAmount(values, currency)
}

/** Something to see was typed, but nothing of it is text: emoji. */
function isOnlyPictures(text: string): boolean {
  return typedText(text) === '' && /[^\s\p{C}\p{Z}]/u.test(text)
}

function readTokens(tokens: readonly AmountToken[], currency: CurrencyCode): Decimal[] {
  const { hasSubunitInUse } = CURRENCIES[currency]
  const cut = tokens.findIndex((token) => token.kind === 'range')
  if (cut === -1) return valuesOf(tokens, hasSubunitInUse)
  const upper = tokens.slice(cut + 1)
  if (upper.some((token) => token.kind === 'range')) return []
  const from = valuesOf(tokens.slice(0, cut), hasSubunitInUse, lastWordsOf(upper))
  const to = valuesOf(upper, hasSubunitInUse)
  return from.length === 0 || to.length === 0 ? [] : [...from, ...to]
}
