import { receiptFile } from '@/app/[locale]/_filing/receipt-file'
import { toLocale } from '@/lib/i18n/locales'
import { staffFiling } from '@/app/[locale]/(staff)/cases/new/staff-filing'

/** GET /{locale}/cases/new/receipt/file: number and code as a text file, as long as the receipt is there. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/cases/new/receipt/file'>,
): Promise<Response> {
  return receiptFile(staffFiling, toLocale((await params).locale))
}
