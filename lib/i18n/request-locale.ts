import 'server-only'
import { headers } from 'next/headers'
import { toLocale, type Locale } from './locales'

/** The locale of this request's address, for files that Next gives no params (not-found). proxy.ts puts it there. */
export async function requestLocale(): Promise<Locale> {
  return toLocale((await headers()).get('x-locale') ?? '')
}
