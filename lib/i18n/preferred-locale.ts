import { localeOfTag } from './language-tag'
import { DEFAULT_LOCALE, type Locale } from './locales'

/**
 * The best language for an Accept-Language header (RFC 9110, section 12.5.4): highest weight first,
 * equal weights in the order written, a region falls back to its language (lib/i18n/language-tag.ts).
 * Weight 0 means "not this one". Without a match: the default language.
 */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .slice(0, 30)
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { tag, weight: weight === undefined ? 1 : Number(weight.trim().slice(2)) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wanted) {
    const found = localeOfTag(tag)
    if (found !== null) return found
  }
  return DEFAULT_LOCALE
}
