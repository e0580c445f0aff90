import { receiptPicture } from '@/app/[locale]/_filing/receipt-picture'
import { toLocale } from '@/lib/i18n/locales'
import { workerFiling } from '@/app/[locale]/(worker)/report/worker-filing'

/** GET /{locale}/report/receipt/picture: number and code as a picture, as long as the receipt is there. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/report/receipt/picture'>,
): Promise<Response> {
  return receiptPicture(workerFiling, toLocale((await params).locale))
}
