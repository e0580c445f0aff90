import { attachment } from '@/lib/http/attachment'
import type { Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { drawReceipt } from '@/lib/usecases/draw-receipt'
import type { FilingMode } from './filing-mode'
import { openFiling } from './open-filing'

/** The ticket as a picture for who has no scripts; 404 when there is none (any more). */
export async function receiptPicture(mode: FilingMode, locale: Locale): Promise<Response> {
  const filing = await openFiling(mode, locale)
  if (filing.state !== 'sent') return new Response(null, { status: 404 })
  return new Response(await drawReceipt(filing.receipt), {
    headers: {
      'Content-Type': 'image/png',
      'Content-Disposition': attachment(translatorFor(locale)('report.receipt_file_name'), 'png'),
      'Cache-Control': 'no-store',
    },
  })
}
