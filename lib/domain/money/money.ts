import type { CurrencyCode } from './currencies'

/** An amount of money: a whole number of minor units beside its ISO 4217 currency. Never a float. */
export type Money = { readonly amountMinor: bigint; readonly currency: CurrencyCode }

/** Adds two amounts of one currency. Throws a TypeError when the currencies differ. */
export function add(a: Money, b: Money): Money {
  assertSameCurrency(a, b)
  return { amountMinor: a.amountMinor + b.amountMinor, currency: a.currency }
}

/** Orders two amounts of one currency: -1, 0 or 1. Throws a TypeError when the currencies differ. */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  assertSameCurrency(a, b)
  if (a.amountMinor === b.amountMinor) return 0
  return a.amountMinor < b.amountMinor ? -1 : 1
}

/** Adds amounts of any currencies into one sum per currency, in the order they first appear. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<CurrencyCode, bigint>()
  for (const { amountMinor, currency } of amounts) {
    sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor)
  }
  return [...sums].map(([currency, amountMinor]) => ({ amountMinor, currency }))
}

// Adding dong to yen is a programmer's mistake, not a worker's: convert first.
function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new TypeError(`currency mismatch: ${a.currency} and ${b.currency}`)
  }
}
