import { receiptPicture } from '@/app/[locale]/_filing/receipt-picture'
import { toLocale } from '@/lib/i18n/locales'
import { filingOfReceipt } from '@/app/[locale]/(worker)/report/worker-filing'

/** GET /{locale}/report/receipt/picture: number and code as a picture, as long as the receipt is there. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/report/receipt/picture'>,
): Promise<Response> {
  const locale = toLocale((await params).locale)
  return receiptPicture(await filingOfReceipt(locale), locale)
}
