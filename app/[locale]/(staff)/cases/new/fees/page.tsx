import type { Metadata } from 'next'
import { FeeListPage } from '@/app/[locale]/_filing/fee-list-page'
import { stepTitle } from '@/components/report/report-progress'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { staffFiling } from '../staff-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/cases/new/fees'>): Promise<Metadata> {
  return { title: stepTitle(translatorFor(toLocale((await params).locale)), 'fees') }
}

export default async function FeesPage({ params, searchParams }: PageProps<'/[locale]/cases/new/fees'>) {
  return <FeeListPage mode={staffFiling} locale={toLocale((await params).locale)} search={await searchParams} />
}
