import { convert } from '../money/convert'
import type { CurrencyCode } from '../money/currencies'
import type { ExchangeRate } from '../money/exchange-rates'
import type { Money } from '../money/money'

/** Money paid towards something, and when ('YYYY-MM-DD'). */
export type Paid = { readonly amount: Money; readonly paidOn: string }

/** What has come of an instalment: minor units of its currency, yen, and whether it is more than was agreed. */
export type ArrivedSum = {
  readonly arrivedMinor: bigint
  readonly arrivedJpy: bigint | null
  readonly isAboveAgreed: boolean
}

/**
 * What a worker's answer means in figures. `told` is the sum so far, in whatever currency it was told; null: all of it. Yen at the
 * rates of the months in which it was paid: the sum is taken from the payments in their order, what no payment covers at
 * `today`'s month. A sum in another currency is converted at `today`'s month; null when we have no rate for it.
 */
export function arrivedSum(
  agreed: Money,
  told: Money | null,
  payments: readonly Paid[],
  rates: readonly ExchangeRate[],
  today: string,
): ArrivedSum | null {
  const sum = told === null ? agreed : inCurrencyOf(agreed.currency, told, rates, today)
  if (sum === null) return null
  const isAboveAgreed = sum.amountMinor > agreed.amountMinor
  return { arrivedMinor: sum.amountMinor, arrivedJpy: yenOf(sum, payments, rates, today), isAboveAgreed }
}

function inCurrencyOf(currency: CurrencyCode, money: Money, rates: readonly ExchangeRate[], day: string): Money | null {
  const converted = convert(money, currency, rates, day)
  return converted.ok ? converted.value.money : null
}

/** A sum in yen, each part of it at the rate of the month it was paid in; null when a rate is missing. */
export function yenOf(
  sum: Money,
  payments: readonly Paid[],
  rates: readonly ExchangeRate[],
  today: string,
): bigint | null {
  let left = sum.amountMinor
  let yen = 0n
  const parts = payments
    .filter(({ amount }) => amount.currency === sum.currency)
    .toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1))
  for (const { amount, paidOn } of [...parts, { amount: sum, paidOn: today }]) {
    if (left <= 0n) break
    const amountMinor = amount.amountMinor < left ? amount.amountMinor : left
    const converted = convert({ amountMinor, currency: sum.currency }, 'JPY', rates, paidOn)
    if (!converted.ok) return null
    yen += converted.value.money.amountMinor
    left -= amountMinor
  }
  return yen
}
