import type { Money } from '@/lib/domain/money/money'
import { formatMoney } from '@/lib/i18n/format'
import type { MessageParams } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'

/** What the engine says of a finding: the name of a sentence and the values in it. */
type Explained = {
  readonly key: string
  readonly params: Readonly<Record<string, Money | string | number | undefined>>
}

/** The sentence of a finding, with amounts as the reader writes them; empty when it has no words yet. */
export function explanationText(t: Translator, { key, params }: Explained): string {
  const sentence = `fees.explain.${key}`
  return t.has(sentence) ? t(sentence, spoken(t, params)) : ''
}

function spoken(t: Translator, params: Explained['params']): MessageParams {
  const entries = Object.entries(params).flatMap(([name, value]) => {
    if (value === undefined) return []
    return [
      [name, typeof value === 'object' ? formatMoney(value.amountMinor, value.currency, t.locale) : value] as const,
    ]
  })
  return Object.fromEntries(entries)
}
