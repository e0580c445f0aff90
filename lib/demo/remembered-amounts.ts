import type { Money } from '@/lib/domain/money/money'
import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import type { Random } from './random'
import { typedAmount, unitsOf } from './survey/money-forms'

const HOW_WELL = { exact: 55, about: 35, range: 10 } as const

/** An amount as somebody tells it: to the coin, about, or between two ends, of which it is the lower. */
export function rememberedAmount(
  { amountMinor, currency }: Money,
  random: Random,
): Pick<FeeLineAnswer, 'amountText' | 'amountMinor' | 'amountMaxText' | 'amountMaxMinor' | 'currency' | 'precision'> {
  const precision = random.weighted(HOW_WELL)
  const told = {
    amountText: typedAmount(amountMinor, currency, random),
    amountMinor: amountMinor.toString(),
    currency,
    precision,
  }
  if (precision !== 'range') return told
  const upper = amountMinor + upTo(amountMinor / BigInt(random.int(4, 10)), currency)
  return { ...told, amountMaxText: typedAmount(upper, currency, random), amountMaxMinor: upper.toString() }
}

/** The part of a payment that came back. */
export function typedRefund(
  { amountMinor, currency }: Money,
  random: Random,
): Pick<FeeLineAnswer, 'refundedText' | 'refundedMinor'> {
  const part = upTo((amountMinor * BigInt(random.int(1, 5))) / 10n, currency)
  const back = part < amountMinor ? part : amountMinor
  return { refundedText: typedAmount(back, currency, random), refundedMinor: back.toString() }
}

/** The next round amount of a currency, at least one unit. */
export function upTo(amountMinor: bigint, currency: Money['currency']): bigint {
  const unit = unitsOf(currency)[0] ?? 1n
  return (amountMinor / unit + 1n) * unit
}
