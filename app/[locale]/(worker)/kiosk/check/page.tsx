import type { Metadata } from 'next'
import { CheckPage } from '@/app/[locale]/_filing/check-page'
import { stepTitle } from '@/components/report/report-progress'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import * as actions from '../actions'
import { kioskFiling } from '../kiosk-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/kiosk/check'>): Promise<Metadata> {
  return { title: stepTitle(translatorFor(toLocale((await params).locale)), 'check') }
}

export default async function Page({ params, searchParams }: PageProps<'/[locale]/kiosk/check'>) {
  return (
    <CheckPage
      mode={kioskFiling}
      actions={actions}
      locale={toLocale((await params).locale)}
      search={await searchParams}
    />
  )
}
