import 'server-only'
import { catalogFor } from './catalogs'
import type { Locale } from './locales'
import { translatorFrom, type Translator } from './translator'

export type { Translator }

const plain = new Map<Locale, Translator>()
const withReadings = new Map<Locale, Translator>()

/** The words of one language. Translators are shared: compiling a message costs more than showing it. */
export function translatorFor(locale: Locale): Translator {
  return kept(plain, locale, () => translatorFrom(catalogFor(locale), locale))
}

/**
 * The same for what stands on a worker's page: with the readings of Japanese words, which the web server turns into ruby
 * (lib/i18n/readings.ts). Not for titles, files or anything of the staff.
 */
export function pageWordsFor(locale: Locale): Translator {
  return kept(withReadings, locale, () => translatorFrom(catalogFor(locale), locale, 'marked'))
}

function kept(translators: Map<Locale, Translator>, locale: Locale, make: () => Translator): Translator {
  const known = translators.get(locale)
  if (known !== undefined) return known
  const made = make()
  translators.set(locale, made)
  return made
}
