import 'server-only'
import { convert } from '@/lib/domain/money/convert'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate, RateBasis } from '@/lib/domain/money/exchange-rates'
import type { Money } from '@/lib/domain/money/money'

/** An amount in another currency with the rate it went through. */
export type InCurrency = {
  readonly amountMinor: bigint | null
  readonly period: string | null
  readonly basis: string | null
  readonly source: string | null
}

/** The yen and dollars of a payment as its row keeps them. */
export type LineConversion = {
  readonly jpyMinor: bigint | null
  readonly usdMinor: bigint | null
  readonly ratePeriod: string | null
  readonly rateBasis: string | null
  readonly rateSource: string | null
}

/** An amount in yen or dollars with the rate it went through; all null when there is no amount or no rate. */
export function inCurrency(
  amount: Money | null,
  to: CurrencyCode,
  rates: readonly ExchangeRate[],
  paidOn: string | null,
): InCurrency {
  const converted = amount && convert(amount, to, rates, paidOn)
  if (!converted?.ok) return { amountMinor: null, period: null, basis: null, source: null }
  const { money, rates: used } = converted.value
  if (!used) return { amountMinor: money.amountMinor, period: null, basis: null, source: null }
  return {
    amountMinor: money.amountMinor,
    period:
      used.from.rate.period === used.to.rate.period
        ? used.from.rate.period
        : `${used.from.rate.period}, ${used.to.rate.period}`,
    basis: weaker(used.from.basis, used.to.basis),
    source: [...new Set([used.from.rate.source, used.to.rate.source])].join('; '),
  }
}

/**
 * A payment in yen and dollars, at the rates of its month or at an officer's own (`override`: units of the currency for one US
 * dollar, as decimal text; then the basis is `officer`, and period and source are those of the yen).
 */
export function convertLine(
  amount: Money | null,
  rates: readonly ExchangeRate[],
  paidOn: string | null,
  override: string | null,
): LineConversion {
  const chosen = amount && override !== null ? withOverride(rates, amount.currency, override) : rates
  const jpy = inCurrency(amount, 'JPY', chosen, paidOn)
  const usd = inCurrency(amount, 'USD', chosen, paidOn)
  const converted = { jpyMinor: jpy.amountMinor, usdMinor: usd.amountMinor }
  if (amount === null || override === null)
    return { ...converted, ratePeriod: jpy.period, rateBasis: jpy.basis, rateSource: jpy.source }
  const yen = inCurrency({ amountMinor: 1n, currency: 'USD' }, 'JPY', rates, paidOn)
  return { ...converted, ratePeriod: yen.period, rateBasis: 'officer', rateSource: yen.source }
}

function withOverride(rates: readonly ExchangeRate[], currency: CurrencyCode, unitsPerUsd: string): ExchangeRate[] {
  const own = { currency, period: '2000', unitsPerUsd, source: 'officer' }
  return [...rates.filter((rate) => rate.currency !== currency), own]
}

function weaker(a: RateBasis, b: RateBasis): RateBasis {
  const order: readonly RateBasis[] = ['month', 'year', 'nearest']
  return order.indexOf(a) > order.indexOf(b) ? a : b
}
