import sharp from 'sharp'
import type { Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import type { FilingMode } from './filing-mode'
import { openFiling } from './open-filing'
import { ticketSvg } from './ticket-svg'

/**
 * The ticket as a picture for who has no scripts: the mark, the number and the code, nothing that says what it is about. Its signs
 * are drawn from our own shapes, because a server may have no fonts. 404 when there is no ticket (any more).
 */
export async function receiptPicture(mode: FilingMode, locale: Locale): Promise<Response> {
  const filing = await openFiling(mode, locale)
  if (filing.state !== 'sent') return new Response(null, { status: 404 })
  const { number, code } = filing.receipt
  const png = await sharp(Buffer.from(ticketSvg(number, code)))
    .png({ palette: true })
    .toBuffer()
  return new Response(new Uint8Array(png), {
    headers: {
      'Content-Type': 'image/png',
      'Content-Disposition': `attachment; filename="${translatorFor(locale)('report.receipt_file_name')}.png"`,
      'Cache-Control': 'no-store',
    },
  })
}
