import type { Metadata } from 'next'
import { DeletePage } from '@/app/[locale]/_filing/delete-page'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import * as actions from '../actions'
import { staffFiling } from '../staff-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/cases/new/delete'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('report.delete_title') }
}

export default async function Page({ params }: PageProps<'/[locale]/cases/new/delete'>) {
  return <DeletePage mode={staffFiling} actions={actions} locale={toLocale((await params).locale)} />
}
