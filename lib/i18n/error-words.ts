import type { Locale } from './locales'
import type { MessageParams } from './message-key'
import { withoutReadings } from './readings'

type Words = Readonly<Record<string, string>>

/**
 * The words of `errors.…` in the browser, for checks before sending; fetched only when a form finds something to check on
 * the phone itself, never with the page. Only names in braces are filled in; a message that needs more (a plural) or lives
 * in another file gives null, and the server says it after sending.
 */
export async function errorWordsFor(locale: Locale): Promise<(key: string, params?: MessageParams) => string | null> {
  const { default: words } = (await import(`./messages/${locale}/errors.json`)) as { default: Words }
  return (key, params = {}) => {
    const text = words[key]
    if (text === undefined || /\{\w+,/.test(text)) return null
    return withoutReadings(text).replace(/\{(\w+)\}/g, (braces, name: string) => String(params[name] ?? braces))
  }
}
