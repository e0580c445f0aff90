import type { Metadata } from 'next'
import { ReceiptPage } from '@/app/[locale]/_filing/receipt-page'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import * as actions from '../actions'
import { kioskFiling } from '../kiosk-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/kiosk/receipt'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('report.receipt_title') }
}

export default async function Page({ params, searchParams }: PageProps<'/[locale]/kiosk/receipt'>) {
  return (
    <ReceiptPage
      mode={kioskFiling}
      actions={actions}
      locale={toLocale((await params).locale)}
      search={await searchParams}
    />
  )
}
