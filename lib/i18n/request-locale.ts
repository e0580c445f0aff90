import 'server-only'
import { headers } from 'next/headers'
import { toLocale, type Locale } from './locales'
import { isStaffAddress } from './staff-address'
import { pageWordsFor, translatorFor, type Translator } from './translate'

/** The locale of this request's address, for files that Next gives no params (not-found). proxy.ts puts it there. */
export async function requestLocale(): Promise<Locale> {
  return toLocale((await headers()).get('x-locale') ?? '')
}

/** This request's address with its question part, as the browser sent it. */
export async function requestPath(): Promise<string> {
  return (await headers()).get('x-path') ?? '/'
}

/** The words of the page that is being made, for parts that both sides use: with readings on a worker's page. */
export async function requestWords(locale: Locale): Promise<Translator> {
  return isStaffAddress(await requestPath()) ? translatorFor(locale) : pageWordsFor(locale)
}
