import type { CurrencyCode } from '@/lib/domain/money/currencies'
import { sumByCurrency, type Money } from '@/lib/domain/money/money'
import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import { formatMoney, formatMonth, moneyInWords } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** An amount said back, with the big ones in words too: "120,000,000 ₫ (120 million)". */
export function sayMoney({ amountMinor, currency }: Money, t: Translator): string {
  const amount = formatMoney(amountMinor, currency, t.locale)
  const words = moneyInWords(amountMinor, currency, t.locale)
  return words === null ? amount : t('common.amount_with_words', { amount, words })
}

/** An amount as somebody remembers it. `typed` is what stood in the field, where no number could be read or none was meant. */
export type Remembered = {
  readonly amount: Money | null
  readonly maxMinor: bigint | null
  readonly precision: string | null
  readonly typed: string | null
}

/** How much, as vague as it is remembered: "about ₱40,000", "from ¥200,000 to ¥250,000"; null when nothing was said. */
export function sayRemembered({ amount, maxMinor, precision, typed }: Remembered, t: Translator): string | null {
  if (precision === 'forgotten' || amount === null) {
    const forgotten = precision === 'forgotten' ? t('common.amount_forgotten') : null
    const words = typed === null || typed === '' ? null : `“${typed}”`
    return [forgotten, words].filter((part) => part !== null).join(' ') || null
  }
  if (maxMinor !== null && maxMinor > amount.amountMinor) {
    const max = { amountMinor: maxMinor, currency: amount.currency }
    return t('common.amount_range', { low: sayMoney(amount, t), high: sayMoney(max, t) })
  }
  const said = sayMoney(amount, t)
  return precision === 'exact' || precision === null ? said : t('common.about_amount', { amount: said })
}

/** The amount of a payment as it is remembered; null when none was told. */
export function sayFeeAmount(line: FeeLineAnswer, t: Translator): string | null {
  const remembered = {
    amount: moneyOf(line.amountMinor, line.currency),
    maxMinor: line.amountMaxMinor === undefined ? null : BigInt(line.amountMaxMinor),
    precision: line.precision ?? null,
    typed: line.amountText ?? line.amountMaxText ?? null,
  }
  return sayRemembered(remembered, t)
}

/** The sums of several payments, one for each currency; where an amount is a range, from the lower ends to the upper ones. */
export function saySums(paid: readonly Pick<Remembered, 'amount' | 'maxMinor'>[], t: Translator): string[] {
  const known = paid.flatMap(({ amount, maxMinor }) => (amount === null ? [] : [{ amount, maxMinor }]))
  const low = sumByCurrency(known.map(({ amount }) => amount))
  const high = sumByCurrency(
    known.map(({ amount, maxMinor }) => ({ ...amount, amountMinor: maxMinor ?? amount.amountMinor })),
  )
  return low.flatMap((amount, index) => {
    const maxMinor = high[index]?.amountMinor ?? null
    return sayRemembered({ amount, maxMinor, precision: 'exact', typed: null }, t) ?? []
  })
}

/** Kept digits as money; null when either half is missing. */
export function moneyOf(amountMinor: string | undefined, currency: CurrencyCode | undefined): Money | null {
  return amountMinor === undefined || currency === undefined ? null : { amountMinor: BigInt(amountMinor), currency }
}

/** A date known as a year or as a month, in words. */
export function sayPartialDate(date: string, t: Translator): string {
  return date.length === 4 ? date : formatMonth(date.slice(0, 7), t.locale)
}
