import { isLocale, type Locale } from '@/lib/i18n/locales'

/** The language of the page's address. */
export function localeOfPage(): Locale {
  const [, first = ''] = location.pathname.split('/')
  return isLocale(first) ? first : 'en'
}
