import type { Metadata } from 'next'
import { DeletePage } from '@/app/[locale]/_filing/delete-page'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import * as actions from '../actions'
import { workerFiling } from '../worker-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/report/delete'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('report.delete_title') }
}

export default async function Page({ params }: PageProps<'/[locale]/report/delete'>) {
  return <DeletePage mode={workerFiling} actions={actions} locale={toLocale((await params).locale)} />
}
