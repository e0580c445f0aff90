import { amountText, amountTokens, type AmountToken } from './amount-text'
import { lastWordsOf, valuesOf } from './amount-value'
import { CURRENCIES, type CurrencyCode } from './currencies'
import { judgeAmount } from './judge-amount'
import type { Decimal } from './ratio'

/** Two sums and the words between them are never longer than this. */
const LONGEST_TEXT = 160

/** The two ends of a remembered range, in minor units; `minMinor` is never more than `maxMinor`. */
export type AmountRange = { readonly minMinor: bigint; readonly maxMinor: bigint }

/**
 * Reads "20-25 triệu" or "20 to 25 million" as two ends; a number word at the end counts for both. Null when the text is not
 * a range, when either end has more than one reading or is no likely sum of `currency` (as judgeAmount says), or when the first
 * end is the higher one: then each end is read, and asked back, by itself.
 */
export function parseRange(text: string, currency: CurrencyCode): AmountRange | null {
  const prepared = amountText(text.slice(0, 2 * LONGEST_TEXT))
  const tokens = prepared.length > LONGEST_TEXT ? null : amountTokens(prepared)
  if (tokens === null || tokens.some((token) => isRefused(token, currency))) return null
  const cut = tokens.findIndex((token) => token.kind === 'range')
  const upper = tokens.slice(cut + 1)
  if (cut === -1 || upper.some((token) => token.kind === 'range')) return null
  const { hasSubunitInUse } = CURRENCIES[currency]
  const minMinor = onlySum(valuesOf(tokens.slice(0, cut), hasSubunitInUse, lastWordsOf(upper)), currency)
  const maxMinor = onlySum(valuesOf(upper, hasSubunitInUse), currency)
  return minMinor === null || maxMinor === null || minMinor > maxMinor ? null : { minMinor, maxMinor }
}

function isRefused(token: AmountToken, currency: CurrencyCode): boolean {
  return token.kind === 'minus' || (token.kind === 'currency' && !token.currencies.includes(currency))
}

function onlySum(values: readonly Decimal[], currency: CurrencyCode): bigint | null {
  const judged = values.length === 0 ? null : judgeAmount(values, currency)
  return judged?.ok === true ? judged.value.amountMinor : null
}
