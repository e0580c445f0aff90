import type { Explanation, ExplanationKey } from '@/lib/domain/fees/assessment/explain'
import { formatMoney } from '@/lib/i18n/format'
import type { MessageParams } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'

/** What a finding comes to in one or two sentences: what the rule allows, and what follows, with amounts as the reader writes them. */
export function explanationText(t: Translator, { key, notes, params }: Explanation): string {
  return [key, ...notes].map((each) => sentence(t, each, params)).join(' ')
}

/** What the rule allows, alone. */
export function limitText(t: Translator, { key, params }: Explanation): string {
  return sentence(t, key, params)
}

function sentence(t: Translator, key: ExplanationKey, params: Explanation['params']): string {
  const name = `fees.explain.${key}`
  return t.has(name) ? t(name, spoken(t, params)) : ''
}

function spoken(t: Translator, params: Explanation['params']): MessageParams {
  const { months, ...rest } = params
  const said = Object.entries(rest).map(([name, value]) => [
    name,
    typeof value === 'object' ? formatMoney(value.amountMinor, value.currency, t.locale) : value,
  ])
  // Decimal text in a rule; a number, for the plural.
  return { ...Object.fromEntries(said), ...(months !== undefined && { months: Number(months) }) }
}
