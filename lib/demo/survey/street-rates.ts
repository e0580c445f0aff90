import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { Teller } from './fit-mean'

/** Since 2022 the official rate of the kyat stands still while people pay much more for a dollar; an invented round rate of those years. */
const STREET_RATE = { currency: 'MMK', unitsPerUsd: '3200', fromYear: '2022' } as const

/** The rate of the street for a payment that an official rate does not fit; null for all others. */
export function streetRateOf({ currency, paidOn }: Pick<Teller, 'currency' | 'paidOn'>): string | null {
  return currency === STREET_RATE.currency && paidOn >= STREET_RATE.fromYear ? STREET_RATE.unitsPerUsd : null
}

/** The rates with one currency at another rate at all times, as the product converts with an officer's own. */
export function withStreetRate(
  rates: readonly ExchangeRate[],
  currency: CurrencyCode,
  unitsPerUsd: string,
): ExchangeRate[] {
  return [
    ...rates.filter((rate) => rate.currency !== currency),
    { currency, period: '2000', unitsPerUsd, source: 'street' },
  ]
}
