import type { Metadata } from 'next'
import { ReceiptPage } from '@/app/[locale]/_filing/receipt-page'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import * as actions from '../actions'
import { workerFiling } from '../worker-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/report/receipt'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('report.receipt_title') }
}

export default async function Page({ params, searchParams }: PageProps<'/[locale]/report/receipt'>) {
  return (
    <ReceiptPage
      mode={workerFiling}
      actions={actions}
      locale={toLocale((await params).locale)}
      search={await searchParams}
    />
  )
}
