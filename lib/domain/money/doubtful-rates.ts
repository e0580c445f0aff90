import type { CurrencyCode } from './currencies'

/**
 * Official rates that are known not to be what people get: from which period on. The kyat has had a fixed reference rate of the
 * Central Bank of Myanmar since April 2022 (Global New Light of Myanmar, April and August 2022), far from the rate of the street.
 */
const FIXED_BY_ORDER: Partial<Record<CurrencyCode, string>> = { MMK: '2022-04' }

/** Whether an amount that went through this official rate may be far from what was paid: an officer's own rate never is. */
export function isDoubtfulRate(rate: {
  readonly currency: CurrencyCode
  readonly period: string
  readonly basis: string
}): boolean {
  const from = FIXED_BY_ORDER[rate.currency]
  return from !== undefined && rate.basis !== 'officer' && rate.period >= from.slice(0, rate.period.length)
}
