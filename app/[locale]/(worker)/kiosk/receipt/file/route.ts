import { receiptFile } from '@/app/[locale]/_filing/receipt-file'
import { toLocale } from '@/lib/i18n/locales'
import { kioskFiling } from '@/app/[locale]/(worker)/kiosk/kiosk-filing'

/** GET /{locale}/kiosk/receipt/file: number and code as a text file, as long as the receipt is there. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/kiosk/receipt/file'>,
): Promise<Response> {
  return receiptFile(kioskFiling, toLocale((await params).locale))
}
