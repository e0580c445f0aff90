import type { Metadata } from 'next'
import { ReceiptPage } from '@/app/[locale]/_filing/receipt-page'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import * as actions from '../actions'
import { filingOfReceipt, waitingFiling } from '../worker-filing'

export async function generateMetadata({ params }: PageProps<'/[locale]/report/receipt'>): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('report.receipt_title') }
}

export default async function Page({ params, searchParams }: PageProps<'/[locale]/report/receipt'>) {
  const locale = toLocale((await params).locale)
  const mode = await filingOfReceipt(locale)
  // "I have kept it" is about the receipt that is seen, whatever another tab has taken up meanwhile.
  const keepTicketAction = mode === waitingFiling ? actions.keepWaitingTicketAction : actions.keepTicketAction
  return (
    <ReceiptPage mode={mode} actions={{ ...actions, keepTicketAction }} locale={locale} search={await searchParams} />
  )
}
