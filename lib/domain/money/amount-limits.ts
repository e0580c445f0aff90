import { CURRENCIES, type CurrencyCode } from './currencies'
import type { Decimal } from './ratio'

/** Ten years of 300,000 yen a month, a usual full pay of our workers: more is nearly always a slip with the zeros. */
export const TEN_YEARS_PAY_YEN = 36_000_000n

/** A hundred years of that pay: nobody paid or owes it for a job, so it is refused even when confirmed. */
export const LARGEST_AMOUNT_YEN = 10n * TEN_YEARS_PAY_YEN

/** An amount of this many yen about, in whole units of the currency. */
export function wholeUnitsOf(yen: bigint, currency: CurrencyCode): bigint {
  return (yen * BigInt(CURRENCIES[currency].tenThousandYen)) / 10_000n
}

/** Whether an amount in whole units is worth less than so many yen, about. */
export function isLessThanYen(value: Decimal, yen: bigint, currency: CurrencyCode): boolean {
  return value.units * 10_000n < yen * BigInt(CURRENCIES[currency].tenThousandYen) * 10n ** BigInt(value.scale)
}

/** Whether an amount in whole units is worth more than so many yen, about. */
export function isMoreThanYen(value: Decimal, yen: bigint, currency: CurrencyCode): boolean {
  return value.units * 10_000n > yen * BigInt(CURRENCIES[currency].tenThousandYen) * 10n ** BigInt(value.scale)
}
