import { receiptPicture } from '@/app/[locale]/_filing/receipt-picture'
import { toLocale } from '@/lib/i18n/locales'
import { kioskFiling } from '@/app/[locale]/(worker)/kiosk/kiosk-filing'

/** GET /{locale}/kiosk/receipt/picture: number and code as a picture, as long as the receipt is there. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/kiosk/receipt/picture'>,
): Promise<Response> {
  return receiptPicture(kioskFiling, toLocale((await params).locale))
}
