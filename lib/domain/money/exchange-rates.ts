import type { CurrencyCode } from './currencies'

/**
 * An exchange rate: how many whole units of `currency` one US dollar bought, averaged over
 * `period` (`YYYY` or `YYYY-MM`). `unitsPerUsd` is a decimal number as text, so that nothing is
 * lost; `source` says where the row comes from.
 */
export type ExchangeRate = {
  readonly currency: CurrencyCode
  readonly period: string
  readonly unitsPerUsd: string
  readonly source: string
}

/** How near the rate is to the day of payment: its month, its year, or the nearest period we hold. */
export type RateBasis = 'month' | 'year' | 'nearest'

/** A rate with how it was found; to be kept beside every converted amount. */
export type ChosenRate = { readonly rate: ExchangeRate; readonly basis: RateBasis }

type Periods = ReadonlyMap<string, ExchangeRate>

// A list of rates is loaded once and asked many times: the index is built on the first question.
const indexes = new WeakMap<readonly ExchangeRate[], ReadonlyMap<CurrencyCode, Periods>>()

/**
 * The rate for a payment: of its month, else of its year, else of the nearest period; for an
 * unknown date the latest one. `paidOn` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 * Null when there is no rate for the currency at all.
 */
export function chooseRate(
  rates: readonly ExchangeRate[],
  currency: CurrencyCode,
  paidOn: string | null,
): ChosenRate | null {
  const periods = indexOf(rates).get(currency)
  if (periods === undefined) return null
  if (paidOn === null) {
    const latest = [...periods.values()].reduce((a, b) => (monthNumber(b) > monthNumber(a) ? b : a))
    return { rate: latest, basis: 'nearest' }
  }
  const month = paidOn.length >= 7 ? periods.get(paidOn.slice(0, 7)) : undefined
  if (month !== undefined) return { rate: month, basis: 'month' }
  const year = periods.get(paidOn.slice(0, 4))
  if (year !== undefined) return { rate: year, basis: 'year' }
  const wanted = monthNumber({ period: paidOn })
  // Of two that are as near the earlier one, so that the order of the list does not matter.
  const nearest = [...periods.values()].reduce((a, b) => {
    const farther = Math.abs(monthNumber(b) - wanted) - Math.abs(monthNumber(a) - wanted)
    return farther < 0 || (farther === 0 && b.period < a.period) ? b : a
  })
  return { rate: nearest, basis: 'nearest' }
}

function indexOf(rates: readonly ExchangeRate[]): ReadonlyMap<CurrencyCode, Periods> {
  const known = indexes.get(rates)
  if (known !== undefined) return known
  const byCurrency = new Map<CurrencyCode, Map<string, ExchangeRate>>()
  for (const rate of rates) {
    const periods = byCurrency.get(rate.currency) ?? new Map<string, ExchangeRate>()
    byCurrency.set(rate.currency, periods.set(rate.period, rate))
  }
  indexes.set(rates, byCurrency)
  return byCurrency
}

// Months since year 0; a whole year counts as its middle.
function monthNumber({ period }: { readonly period: string }): number {
  const month = period.length >= 7 ? Number(period.slice(5, 7)) : 6.5
  return Number(period.slice(0, 4)) * 12 + month
}
