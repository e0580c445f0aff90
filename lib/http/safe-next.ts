import { isLocale } from '@/lib/i18n/locales'

/** Letters, digits and what addresses of ours are made of; no backslash, no control character, no second slash in a row. */
const OWN_ADDRESS = /^\/(?:[\w.~%-]+\/?)*(?:\?[\w.~%&=+/,:-]*)?$/

/**
 * Where to go after signing in, from the address: only a page of ours in one of our languages, never another site,
 * never the sign-in or sign-out page again. Null when it is anything else.
 */
export function safeNext(next: unknown): string | null {
  if (typeof next !== 'string' || next.length > 2_000 || !OWN_ADDRESS.test(next)) return null
  const [, locale = '', room = ''] = next.split(/[/?]/)
  return isLocale(locale) && room !== '' && room !== 'sign-in' && room !== 'sign-out' ? next : null
}
