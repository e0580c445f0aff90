import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { Money } from '@/lib/domain/money/money'
import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import { formatMoney, formatMonth, moneyInWords } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** An amount said back, with the big ones in words too: "120,000,000 ₫ (120 million)". */
export function sayMoney({ amountMinor, currency }: Money, t: Translator): string {
  const amount = formatMoney(amountMinor, currency, t.locale)
  const words = moneyInWords(amountMinor, currency, t.locale)
  return words === null ? amount : t('common.amount_with_words', { amount, words })
}

/** The amount of a payment as it is remembered; null when none was told. */
export function sayFeeAmount(line: FeeLineAnswer, t: Translator): string | null {
  const money = moneyOf(line.amountMinor, line.currency)
  if (money === null) return null
  const amount = sayMoney(money, t)
  return line.precision === 'about' ? t('common.about_amount', { amount }) : amount
}

/** Kept digits as money; null when either half is missing. */
export function moneyOf(amountMinor: string | undefined, currency: CurrencyCode | undefined): Money | null {
  return amountMinor === undefined || currency === undefined ? null : { amountMinor: BigInt(amountMinor), currency }
}

/** A date known as a year or as a month, in words. */
export function sayPartialDate(date: string, t: Translator): string {
  return date.length === 4 ? date : formatMonth(date.slice(0, 7), t.locale)
}
