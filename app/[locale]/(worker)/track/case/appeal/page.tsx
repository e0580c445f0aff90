import type { Metadata } from 'next'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { ComeBackPage } from '../_come-back/come-back-page'
import { appealAction } from './actions'

type Props = PageProps<'/[locale]/track/case/appeal'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Asks that another officer looks at a case that has ended, within sixty days. */
export default async function AppealPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  return <ComeBackPage locale={locale} way="appeal" action={appealAction.bind(null, locale)} />
}
