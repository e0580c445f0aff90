import 'server-only'
import { catalogFor } from './catalogs'
import type { Locale } from './locales'
import { translatorFrom, type Translator } from './translator'

export type { Translator }

const translators = new Map<Locale, Translator>()

/** The words of one language. Translators are shared: compiling a message costs more than showing it. */
export function translatorFor(locale: Locale): Translator {
  const known = translators.get(locale)
  if (known !== undefined) return known
  const translator = translatorFrom(catalogFor(locale), locale)
  translators.set(locale, translator)
  return translator
}
