import { redirect } from 'next/navigation'
import { PARTY_LOCALES } from '@/lib/domain/answers/request'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'

/** The words of a party's page; in a language that it does not have, the same page in English. */
export function partyWords(language: string, path: string): Translator {
  const locale = toLocale(language)
  if (!(PARTY_LOCALES as readonly string[]).includes(locale)) redirect(`/en${path}`)
  return translatorFor(locale)
}
