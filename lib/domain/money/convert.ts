import { err, ok, type Result } from '../result'
import { minorPerMajor, type CurrencyCode } from './currencies'
import { chooseRate, type ChosenRate, type ExchangeRate } from './exchange-rates'
import type { Money } from './money'
import { decimalFrom, divideHalfUp } from './ratio'

/**
 * An amount in another currency, with the rates it went through (both against the US dollar).
 * `rates` is null when the amount already was in that currency.
 */
export type Converted = {
  readonly money: Money
  readonly rates: { readonly from: ChosenRate; readonly to: ChosenRate } | null
}

/** There is no rate at all for this currency. */
export type ConversionError = { readonly code: 'rate_missing'; readonly currency: CurrencyCode }

/**
 * Converts an amount through the US dollar at the rates of the day of payment (`YYYY`, `YYYY-MM`,
 * `YYYY-MM-DD`, or null when unknown). Exact arithmetic, rounded once, half away from zero.
 */
export function convert(
  money: Money,
  to: CurrencyCode,
  rates: readonly ExchangeRate[],
  paidOn: string | null = null,
): Result<Converted, ConversionError> {
  if (money.currency === to) return ok({ money, rates: null })
  const fromRate = chooseRate(rates, money.currency, paidOn)
  if (fromRate === null) return err({ code: 'rate_missing', currency: money.currency })
  const toRate = chooseRate(rates, to, paidOn)
  if (toRate === null) return err({ code: 'rate_missing', currency: to })
  const from = decimalFrom(fromRate.rate.unitsPerUsd)
  const into = decimalFrom(toRate.rate.unitsPerUsd)
  const amountMinor = divideHalfUp(
    money.amountMinor * into.units * 10n ** BigInt(from.scale) * minorPerMajor(to),
    from.units * 10n ** BigInt(into.scale) * minorPerMajor(money.currency),
  )
  return ok({ money: { amountMinor, currency: to }, rates: { from: fromRate, to: toRate } })
}
