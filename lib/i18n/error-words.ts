import type { Locale } from './locales'
import type { MessageParams } from './message-key'

// Fetched only when a form finds something to check on the phone itself, never with the page.
const LOADERS: Readonly<Record<Locale, () => Promise<{ default: Readonly<Record<string, string>> }>>> = {
  en: () => import('./messages/en/errors.json'),
  vi: () => import('./messages/vi/errors.json'),
}

/**
 * The words of `errors.…` in the browser, for checks before sending. Only names in braces are filled in; a message
 * that needs more (a plural) or lives in another file gives null, and the server says it after sending.
 */
export async function errorWordsFor(locale: Locale): Promise<(key: string, params?: MessageParams) => string | null> {
  const { default: words } = await LOADERS[locale]()
  return (key, params = {}) => {
    const text = words[key]
    if (text === undefined || /\{\w+,/.test(text)) return null
    return text.replace(/\{(\w+)\}/g, (braces, name: string) => String(params[name] ?? braces))
  }
}
