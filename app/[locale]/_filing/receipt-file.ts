import { ticketText } from '@/components/report/receipt-view'
import { attachment } from '@/lib/http/attachment'
import type { Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import type { FilingMode } from './filing-mode'
import { openFiling } from './open-filing'

/** The ticket as a text file; 404 when there is none (any more). */
export async function receiptFile(mode: FilingMode, locale: Locale): Promise<Response> {
  const t = translatorFor(locale)
  const filing = await openFiling(mode, locale)
  if (filing.state !== 'sent') return new Response(null, { status: 404 })
  return new Response(ticketText(t, filing.receipt.number, filing.receipt.code), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': attachment(t('report.receipt_file_name'), 'txt'),
      'Cache-Control': 'no-store',
    },
  })
}
