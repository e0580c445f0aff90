import { labelOf } from '@/components/report/labels'
import { LOCALE_FACTS } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** The name of a country by its code: ours where we have one, otherwise the one of the reader's language. */
export function countryName(t: Translator, code: string): string {
  for (const list of ['origin', 'destination']) {
    const own = labelOf(t, list, code)
    if (own !== code) return own
  }
  if (!/^[A-Z]{2}$/u.test(code)) return code
  return new Intl.DisplayNames([LOCALE_FACTS[t.locale].intlTag], { type: 'region' }).of(code) ?? code
}

/** A word of the register by a code; codes of other rooms (regimes, programmes) stand in English where a language has none. */
export function registerWord(t: Translator, kind: 'regime' | 'programme', code: string): string {
  const key = `parties.${kind}_${code}`
  return t.has(key) ? t(key) : code
}

/** How a licence stands. */
export function licenceStatus(t: Translator, status: string): string {
  const key = `open_data.org_status_${status}`
  return t.has(key) ? t(key) : t('open_data.org_status_unknown')
}

/** "from … to …" of two days that may be unknown; empty when both are. */
export function periodText(t: Translator, fromOn: string | null, toOn: string | null): string {
  const part = (key: MessageKey, day: string | null) =>
    day === null ? [] : [t(key, { day: /^\d{4}-\d{2}-\d{2}$/u.test(day) ? formatDay(day, t.locale) : day })]
  return [...part('open_data.org_from', fromOn), ...part('open_data.org_to', toOn)].join(' ')
}
