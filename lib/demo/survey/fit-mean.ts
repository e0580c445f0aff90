import { convert } from '@/lib/domain/money/convert'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { Money } from '@/lib/domain/money/money'
import { divideHalfUp } from '@/lib/domain/money/ratio'
import type { Random } from '../random'
import { unitsOf } from './money-forms'

/** A sum somebody is about to tell: its currency, the month whose rate counts, and how large it is beside the mean. */
export type Teller = { readonly currency: CurrencyCode; readonly month: string; readonly weight: number }

/** Nobody in a large group bends a sum by more than this many units of a size. */
const STEPS_AT_MOST = 3n
const LEAST_SHARE_OF_MEAN = 0.12

/**
 * One amount for each teller, in local currency, rounded as people round, whose mean is `meanJpy` to the yen once
 * each went through the product's own rates. Sums first follow the weights; then a few are told more finely.
 * The order is that of `tellers`.
 */
export function fitToMean(
  tellers: readonly Teller[],
  meanJpy: number,
  rates: readonly ExchangeRate[],
  random: Random,
): Money[] {
  if (tellers.length === 0) return []
  const weights = tellers.reduce((sum, { weight }) => sum + weight, 0)
  const target = BigInt(meanJpy) * BigInt(tellers.length)
  const amounts = tellers.map(({ currency, month, weight }) => {
    const yen = Math.max(LEAST_SHARE_OF_MEAN, (weight / weights) * tellers.length) * meanJpy
    return roundedTo(unitsOf(currency)[0] ?? 1n, fromYen(BigInt(Math.round(yen)), currency, month, rates))
  })
  const yenOf = (index: number) => inYen(amounts[index] ?? 0n, tellers[index] as Teller, rates)
  let missing = target - amounts.reduce((sum, _, index) => sum + yenOf(index), 0n)
  for (let size = 0; size < 3; size += 1) {
    for (const index of random.shuffled([...tellers.keys()])) {
      const teller = tellers[index] as Teller
      const unit = unitsOf(teller.currency)[size] ?? 1n
      const before = yenOf(index)
      const unitJpy = inYen(unit, teller, rates)
      const limit = size === 2 ? STEPS_AT_MOST * 20n : STEPS_AT_MOST + BigInt(Math.floor(20 / tellers.length))
      const steps = unitJpy === 0n ? 0n : clamp(missing / unitJpy, limit)
      if (steps === 0n) continue
      const bent = (amounts[index] ?? 0n) + steps * unit
      if (bent <= 0n) continue
      amounts[index] = bent
      missing -= yenOf(index) - before
    }
  }
  return amounts.map((amountMinor, index) => ({ amountMinor, currency: (tellers[index] as Teller).currency }))
}

/** An amount in yen at the rate of its month: the way the product will go. */
export function inYen(
  amountMinor: bigint,
  { currency, month }: Pick<Teller, 'currency' | 'month'>,
  rates: readonly ExchangeRate[],
): bigint {
  const converted = convert({ amountMinor, currency }, 'JPY', rates, month)
  if (!converted.ok) throw new Error(`no rate for ${converted.error.currency}: load the exchange rates first`)
  return converted.value.money.amountMinor
}

function fromYen(yen: bigint, currency: CurrencyCode, month: string, rates: readonly ExchangeRate[]): bigint {
  const converted = convert({ amountMinor: yen, currency: 'JPY' }, currency, rates, month)
  if (!converted.ok) throw new Error(`no rate for ${converted.error.currency}: load the exchange rates first`)
  return converted.value.money.amountMinor
}

function roundedTo(unit: bigint, amount: bigint): bigint {
  const units = divideHalfUp(amount, unit)
  return (units === 0n ? 1n : units) * unit
}

function clamp(value: bigint, limit: bigint): bigint {
  if (value > limit) return limit
  return value < -limit ? -limit : value
}
