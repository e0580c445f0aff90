import { isLocale } from '@/lib/i18n/locales'

/** Letters, digits and what addresses of ours are made of; no backslash and no control character. Each character is tried once. */
const OWN_ADDRESS = /^\/[\w.~%/-]*(?:\?[\w.~%&=+/,:-]*)?$/
/** What a browser would resolve into another address: an empty segment, or one that means here or above. */
const EMPTY_OR_DOTS = /^(?:\.|%2e){0,2}$/i

/**
 * Where to go after signing in, from the address: only a page of ours in one of our languages, never another site,
 * never the sign-in or sign-out page again. Null when it is anything else.
 */
export function safeNext(next: unknown): string | null {
  if (typeof next !== 'string' || next.length > 2_000 || !OWN_ADDRESS.test(next)) return null
  const [path = ''] = next.split('?')
  const segments = path.split('/').slice(1)
  if (segments.some((segment) => EMPTY_OR_DOTS.test(segment))) return null
  const [locale = '', room = ''] = segments
  return isLocale(locale) && room !== '' && room !== 'sign-in' && room !== 'sign-out' ? next : null
}
