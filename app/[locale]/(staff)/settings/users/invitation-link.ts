import 'server-only'
import type { Locale } from '@/lib/i18n/locales'
import { env } from '@/lib/platform/env'

/** The whole address of a link, as it is handed over. */
export function invitationLink(locale: Locale, token: string): string {
  return new URL(`/${locale}/invitation/${token}`, env().PUBLIC_URL).href
}
