import { err, ok, type Result } from '../result'
import { amountText, amountTokens, type AmountToken } from './amount-text'
import { lastWordsOf, valuesOf } from './amount-value'
import { CURRENCIES, minorPerMajor, type CurrencyCode } from './currencies'
import { divideHalfUp, type Decimal } from './ratio'

/** The largest amount we take, in whole units of the currency (10^12 dong is about 6 billion yen). */
export const LARGEST_AMOUNT_MAJOR = 10n ** 12n

/** A typed amount is never longer than this; what is longer is not read any further. */
const LONGEST_TEXT = 80

/**
 * Why a typed amount could not be taken. `candidates` are amounts in minor units, likeliest first,
 * to offer as answers; `amount_other_currency` names what the sign beside the number stands for.
 */
export type AmountError =
  | { readonly code: 'amount_empty' }
  | { readonly code: 'amount_not_a_number' }
  | { readonly code: 'amount_negative' }
  | { readonly code: 'amount_too_large' }
  | { readonly code: 'amount_ambiguous'; readonly candidates: readonly bigint[] }
  | { readonly code: 'amount_suspicious'; readonly candidates: readonly bigint[] }
  | { readonly code: 'amount_other_currency'; readonly currencies: readonly CurrencyCode[] }

/** The codes of AmountError; labels under `codes.amount_error`. */
export const AMOUNT_ERROR_CODES = [
  'amount_empty',
  'amount_not_a_number',
  'amount_negative',
  'amount_too_large',
  'amount_ambiguous',
  'amount_suspicious',
  'amount_other_currency',
] as const satisfies readonly AmountError['code'][]

/**
 * Reads an amount as workers write it: `1.000.000`, `1,5 triệu`, `120tr`, `25 juta`, `１０万`,
 * `1,60,000`, local digits, currency signs around it. The answer is in minor units of `currency`.
 *
 * Never guesses between two readings (`amount_ambiguous`), nor takes a sum worth less than one yen
 * for true (`amount_suspicious`: "120" dong is nearly always 120 million).
 */
export function parseAmount(text: string, currency: CurrencyCode): Result<{ amountMinor: bigint }, AmountError> {
  const prepared = amountText(text.slice(0, 4 * LONGEST_TEXT))
  if (prepared === '') return err({ code: 'amount_empty' })
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
  return judge(values, currency)
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

function judge(values: readonly Decimal[], currency: CurrencyCode): Result<{ amountMinor: bigint }, AmountError> {
  const possible = new Set(values.map((value) => minorOf(value, currency)).filter(isWithinLimit(currency)))
  const [amountMinor, ...others] = possible
  if (amountMinor === undefined) return err({ code: 'amount_too_large' })
  if (others.length > 0) return err({ code: 'amount_ambiguous', candidates: [...possible] })
  if (amountMinor > 0n && amountMinor < BigInt(CURRENCIES[currency].oneYen) * minorPerMajor(currency)) {
    const meant = values.flatMap((value) => [inMillions(value), inThousands(value)])
    const candidates = [...new Set(meant.map((value) => minorOf(value, currency)))]
    return err({ code: 'amount_suspicious', candidates })
  }
  return ok({ amountMinor })
}

function isWithinLimit(currency: CurrencyCode): (minor: bigint) => boolean {
  return (minor) => minor <= LARGEST_AMOUNT_MAJOR * minorPerMajor(currency)
}

function minorOf(value: Decimal, currency: CurrencyCode): bigint {
  return divideHalfUp(value.units * minorPerMajor(currency), 10n ** BigInt(value.scale))
}

function inMillions(value: Decimal): Decimal {
  return { units: value.units * 1_000_000n, scale: value.scale }
}

function inThousands(value: Decimal): Decimal {
  return { units: value.units * 1_000n, scale: value.scale }
}
