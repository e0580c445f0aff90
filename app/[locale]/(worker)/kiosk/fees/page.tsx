import type { Metadata } from 'next'
import { FeeListPage } from '@/app/[locale]/_filing/fee-list-page'
import { stepTitle } from '@/components/report/report-progress'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { kioskFiling } from '../kiosk-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/kiosk/fees'>): Promise<Metadata> {
  return { title: stepTitle(translatorFor(toLocale((await params).locale)), 'fees') }
}

export default async function FeesPage({ params, searchParams }: PageProps<'/[locale]/kiosk/fees'>) {
  return <FeeListPage mode={kioskFiling} locale={toLocale((await params).locale)} search={await searchParams} />
}
