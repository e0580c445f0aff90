import type { Metadata } from 'next'
import { CheckPage } from '@/app/[locale]/_filing/check-page'
import { stepTitle } from '@/components/report/report-progress'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import * as actions from '../actions'
import { workerFiling } from '../worker-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/report/check'>): Promise<Metadata> {
  return { title: stepTitle(translatorFor(toLocale((await params).locale)), 'check') }
}

export default async function Page({ params, searchParams }: PageProps<'/[locale]/report/check'>) {
  return (
    <CheckPage
      mode={workerFiling}
      actions={actions}
      locale={toLocale((await params).locale)}
      search={await searchParams}
    />
  )
}
