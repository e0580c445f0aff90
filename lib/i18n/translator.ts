import { IntlMessageFormat } from 'intl-messageformat'
import { LOCALE_FACTS, type Locale } from './locales'
import type { MessageKey, MessageParams } from './message-key'
import { markedReadings, withoutReadings } from './readings'

export type Translator = {
  /** The finished sentence. A parameter the message needs and does not get throws: that is a programmer's mistake. */
  (key: MessageKey, params?: MessageParams): string
  readonly locale: Locale
  /** Whether a key built at run time (a stored code, a refusal) has words. */
  has(key: string): key is MessageKey
}

/**
 * A translator over the words it is given; also in the browser, where a page may bring a part of the catalog along. A key
 * that the part lacks is shown as it is. Readings are left out unless they are asked for: text with readings is for the HTML
 * of worker pages only, where `shownReadings` makes them visible.
 */
export function translatorFrom(
  catalog: Readonly<Record<string, string>>,
  locale: Locale,
  readings: 'left_out' | 'marked' = 'left_out',
): Translator {
  const read = readings === 'marked' ? markedReadings : withoutReadings
  const compiled = new Map<string, IntlMessageFormat>()
  const formatOf = (key: string, text: string): IntlMessageFormat => {
    const known = compiled.get(key)
    if (known !== undefined) return known
    const made = new IntlMessageFormat(text, LOCALE_FACTS[locale].intlTag, undefined, { ignoreTag: true })
    compiled.set(key, made)
    return made
  }
  return Object.assign(
    (key: MessageKey, params?: MessageParams) => {
      const text = read(catalog[key] ?? key)
      // Most messages are plain sentences: no parser, no object.
      if (!text.includes('{') && !text.includes("'")) return text
      return formatOf(key, text).format<string>(params) as string
    },
    { locale, has: (key: string): key is MessageKey => Object.hasOwn(catalog, key) },
  )
}
