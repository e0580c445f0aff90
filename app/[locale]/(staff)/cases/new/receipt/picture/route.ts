import { receiptPicture } from '@/app/[locale]/_filing/receipt-picture'
import { toLocale } from '@/lib/i18n/locales'
import { staffFiling } from '@/app/[locale]/(staff)/cases/new/staff-filing'

/** GET /{locale}/cases/new/receipt/picture: number and code as a picture, as long as the receipt is there. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/cases/new/receipt/picture'>,
): Promise<Response> {
  return receiptPicture(staffFiling, toLocale((await params).locale))
}
