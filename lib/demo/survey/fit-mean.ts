import { convert } from '@/lib/domain/money/convert'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { Money } from '@/lib/domain/money/money'
import { divideHalfUp } from '@/lib/domain/money/ratio'
import type { Random } from '../random'
import { unitsOf } from './money-forms'

/**
 * A sum somebody is about to tell: its currency, the month or year whose rate counts, and how large it is beside the mean.
 * `rates` where an officer will not go by the official ones.
 */
export type Teller = {
  readonly currency: CurrencyCode
  readonly paidOn: string
  readonly weight: number
  readonly rates?: readonly ExchangeRate[]
}

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
  const amounts = tellers.map((teller) => {
    const yen = Math.max(LEAST_SHARE_OF_MEAN, (teller.weight / weights) * tellers.length) * meanJpy
    return roundedTo(unitsOf(teller.currency)[0] ?? 1n, fromYen(BigInt(Math.round(yen)), teller, rates))
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
function inYen(amountMinor: bigint, teller: Teller, rates: readonly ExchangeRate[]): bigint {
  return converted({ amountMinor, currency: teller.currency }, 'JPY', teller, rates)
}

function fromYen(yen: bigint, teller: Teller, rates: readonly ExchangeRate[]): bigint {
  return converted({ amountMinor: yen, currency: 'JPY' }, teller.currency, teller, rates)
}

function converted(money: Money, to: CurrencyCode, teller: Teller, rates: readonly ExchangeRate[]): bigint {
  const result = convert(money, to, teller.rates ?? rates, teller.paidOn)
  if (!result.ok) throw new Error(`no rate for ${result.error.currency}: load the exchange rates first`)
  return result.value.money.amountMinor
}

function roundedTo(unit: bigint, amount: bigint): bigint {
  const units = divideHalfUp(amount, unit)
  return (units === 0n ? 1n : units) * unit
}

function clamp(value: bigint, limit: bigint): bigint {
  if (value > limit) return limit
  return value < -limit ? -limit : value
}
