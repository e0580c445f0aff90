import { minorPerMajor, type CurrencyCode } from '@/lib/domain/money/currencies'
import type { Random } from '../random'
import type { DemoCountry } from './figure'

/** How people of a country count large sums, and how often in each currency. */
export const CURRENCIES_OF: Readonly<Record<DemoCountry, Readonly<Partial<Record<CurrencyCode, number>>>>> = {
  VN: { VND: 92, USD: 8 },
  CN: { CNY: 100 },
  ID: { IDR: 100 },
  PH: { PHP: 100 },
  MM: { MMK: 55, USD: 45 },
  KH: { USD: 80, KHR: 20 },
}

/** What small sums are paid in at home; its units are small enough to bring a mean out to the yen. */
export const HOME_CURRENCY_OF: Readonly<Record<DemoCountry, CurrencyCode>> = {
  VN: 'VND',
  CN: 'CNY',
  ID: 'IDR',
  PH: 'PHP',
  MM: 'MMK',
  KH: 'KHR',
}

/**
 * Whole units that amounts are told in: first the round ones people remember, then finer ones that a few
 * are told in, so that the mean of a country comes out to the yen.
 */
export const UNITS_OF: Readonly<
  Partial<Record<CurrencyCode, readonly [round: bigint, finer: bigint, finest: bigint]>>
> = {
  VND: [1_000_000n, 50_000n, 1_000n],
  CNY: [500n, 10n, 1n],
  IDR: [500_000n, 10_000n, 500n],
  PHP: [1_000n, 50n, 1n],
  MMK: [50_000n, 1_000n, 100n],
  KHR: [100_000n, 5_000n, 100n],
  USD: [50n, 5n, 1n],
}

/** The units of a currency of the demonstration, in minor units. */
export function unitsOf(currency: CurrencyCode): readonly bigint[] {
  const units = UNITS_OF[currency]
  if (!units) throw new TypeError(`no amounts in ${currency} in the demonstration`)
  return units.map((unit) => unit * minorPerMajor(currency))
}

/** An amount as its country writes it: `156 triệu`, `25.500.000`, `3.5万`, `85,000`. */
export function typedAmount(amountMinor: bigint, currency: CurrencyCode, random: Random): string {
  const whole = amountMinor / minorPerMajor(currency)
  const grouped = (mark: string) => whole.toString().replace(/\B(?=(\d{3})+$)/gu, mark)
  const isWords = random.chance(0.4)
  if (currency === 'VND') return isWords && whole % 1_000_000n === 0n ? `${whole / 1_000_000n} triệu` : grouped('.')
  if (currency === 'IDR') return isWords && whole % 1_000_000n === 0n ? `${whole / 1_000_000n} juta` : grouped('.')
  if (currency === 'CNY')
    return isWords && whole % 1_000n === 0n && whole >= 10_000n ? `${Number(whole) / 10_000}万` : whole.toString()
  return isWords ? whole.toString() : grouped(',')
}
