import 'server-only'
import { IntlMessageFormat } from 'intl-messageformat'
import { CATALOGS } from './catalogs'
import { LOCALE_FACTS, type Locale } from './locales'
import type { MessageKey, MessageParams } from './message-key'

export type Translator = {
  /** The finished sentence. A parameter the message needs and does not get throws: that is a programmer's mistake. */
  (key: MessageKey, params?: MessageParams): string
  readonly locale: Locale
  /** Whether a key built at run time (a stored code, a refusal) has words. */
  has(key: string): key is MessageKey
}

const compiled = new Map<string, IntlMessageFormat>()
const translators = new Map<Locale, Translator>()

/** The words of one language. Translators are shared: compiling a message costs more than showing it. */
export function translatorFor(locale: Locale): Translator {
  const known = translators.get(locale)
  if (known !== undefined) return known
  const catalog = CATALOGS[locale]
  const translator: Translator = Object.assign(
    (key: MessageKey, params?: MessageParams) => {
      const text = catalog[key]
      // Most messages are plain sentences: no parser, no object.
      if (!text.includes('{') && !text.includes("'")) return text
      return formatOf(locale, key, text).format<string>(params) as string
    },
    { locale, has: (key: string): key is MessageKey => Object.hasOwn(catalog, key) },
  )
  translators.set(locale, translator)
  return translator
}

function formatOf(locale: Locale, key: MessageKey, text: string): IntlMessageFormat {
  const id = `${locale} ${key}`
  const known = compiled.get(id)
  if (known !== undefined) return known
  const made = new IntlMessageFormat(text, LOCALE_FACTS[locale].intlTag, undefined, { ignoreTag: true })
  compiled.set(id, made)
  return made
}
