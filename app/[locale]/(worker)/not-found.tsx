import type { Metadata } from 'next'
import { Missing } from '@/components/ui/missing'
import { requestLocale } from '@/lib/i18n/request-locale'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translatorFor(await requestLocale())('errors.missing_title') }
}

export default async function NotFound() {
  const t = pageWordsFor(await requestLocale())
  return <Missing t={t} home={`/${t.locale}`} />
}
