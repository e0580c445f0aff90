import type { Metadata } from 'next'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { ComeBackPage } from '../_come-back/come-back-page'
import { reopenAction } from './actions'

type Props = PageProps<'/[locale]/track/case/reopen'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Opens a case that has ended again, within a year. */
export default async function ReopenPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  return <ComeBackPage locale={locale} way="reopen" action={reopenAction.bind(null, locale)} />
}
