import type { Option } from '@/components/form/select-field'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import { formatMoney } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { currenciesFor } from '@/lib/schemas/report/amount-input'

/** The currencies of the list beside an amount, the likeliest first: "VND ₫". Short, so that the amount keeps its room on a phone. */
export function currencyOptions(t: Translator, proposed: CurrencyCode): Option[] {
  return currenciesFor(proposed).map((value) => {
    const sign = formatMoney(0n, value, t.locale).replace(/[\d\s]/gu, '')
    return { value, text: sign === value ? value : `${value} ${sign}` }
  })
}
