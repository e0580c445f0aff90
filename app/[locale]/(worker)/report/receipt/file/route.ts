import { receiptFile } from '@/app/[locale]/_filing/receipt-file'
import { toLocale } from '@/lib/i18n/locales'
import { filingOfReceipt } from '@/app/[locale]/(worker)/report/worker-filing'

/** GET /{locale}/report/receipt/file: number and code as a text file, as long as the receipt is there. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/report/receipt/file'>,
): Promise<Response> {
  const locale = toLocale((await params).locale)
  return receiptFile(await filingOfReceipt(locale), locale)
}
