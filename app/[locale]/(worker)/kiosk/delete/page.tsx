import type { Metadata } from 'next'
import { DeletePage } from '@/app/[locale]/_filing/delete-page'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import * as actions from '../actions'
import { kioskFiling } from '../kiosk-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/kiosk/delete'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('report.delete_title') }
}

export default async function Page({ params }: PageProps<'/[locale]/kiosk/delete'>) {
  return <DeletePage mode={kioskFiling} actions={actions} locale={toLocale((await params).locale)} />
}
