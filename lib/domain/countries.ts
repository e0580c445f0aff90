import type { CurrencyCode } from './money/currencies'

/**
 * Countries of origin offered to workers: the largest groups of foreign workers in Japan first
 * (notification status of October 2025), then the other countries with an SSW arrangement.
 * ISO 3166-1 alpha-2; `OTHER` is ours. `defaultCurrency` is what the amount field proposes: where
 * we hold no rates for the national currency, US dollars.
 */
export const ORIGINS = [
  { code: 'VN', defaultCurrency: 'VND' },
  { code: 'CN', defaultCurrency: 'CNY' },
  { code: 'PH', defaultCurrency: 'PHP' },
  { code: 'NP', defaultCurrency: 'NPR' },
  { code: 'ID', defaultCurrency: 'IDR' },
  { code: 'MM', defaultCurrency: 'MMK' },
  { code: 'KH', defaultCurrency: 'USD' }, // people count in dollars and riel; dollars for large sums
  { code: 'TH', defaultCurrency: 'THB' },
  { code: 'LK', defaultCurrency: 'LKR' },
  { code: 'BD', defaultCurrency: 'BDT' },
  { code: 'MN', defaultCurrency: 'MNT' },
  { code: 'LA', defaultCurrency: 'LAK' },
  { code: 'IN', defaultCurrency: 'INR' },
  { code: 'PK', defaultCurrency: 'USD' },
  { code: 'UZ', defaultCurrency: 'USD' },
  { code: 'OTHER', defaultCurrency: 'USD' },
] as const satisfies readonly { code: string; defaultCurrency: CurrencyCode }[]

/** A country a worker comes from: ISO 3166-1 alpha-2, or `OTHER`. */
export type OriginCode = (typeof ORIGINS)[number]['code']

/** All origin codes in the order they are offered. */
export const ORIGIN_CODES: readonly OriginCode[] = ORIGINS.map((origin) => origin.code)

/** Countries of destination. Only Japan so far; the stored value is ISO 3166-1 alpha-2. */
export const DESTINATION_CODES = ['JP'] as const

/** A country a worker goes to. */
export type DestinationCode = (typeof DESTINATION_CODES)[number]

/** Whether a stored or posted text is an origin code. */
export function isOriginCode(text: string): text is OriginCode {
  return ORIGIN_CODES.some((code) => code === text)
}

/** The money that somebody in `origin` means who names none; null where we hold no rates for it, or two are in use. */
export function homeCurrencyOf(origin: OriginCode): CurrencyCode | null {
  const proposed = defaultCurrencyOf(origin)
  return proposed === 'USD' ? null : proposed
}

/** The currency an amount field proposes to a worker from `origin`. */
export function defaultCurrencyOf(origin: OriginCode): CurrencyCode {
  const found = ORIGINS.find((row) => row.code === origin)
  if (found === undefined) throw new TypeError(`unknown origin: ${origin}`)
  return found.defaultCurrency
}
