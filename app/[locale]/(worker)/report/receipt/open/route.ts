import { setCookie } from '@/lib/access/cookies'
import { RECEIPT_HOURS } from '@/lib/data/drafts'
import { isSameOrigin } from '@/lib/http/same-origin'
import { toLocale } from '@/lib/i18n/locales'
import { isToken } from '@/lib/platform/token'

/**
 * POST /{locale}/report/receipt/open: a phone whose waiting report was sent takes up its receipt. The token comes in the post and
 * goes into a cookie of its own, for as long as a receipt is usually shown: the phone has the token still, and an unfinished
 * report of this browser stays where it is. The token is in no address. 303 to the receipt, also with a token that leads nowhere:
 * the receipt page knows.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<'/[locale]/report/receipt/open'>,
): Promise<Response> {
  const locale = toLocale((await params).locale)
  const token = isSameOrigin(request.headers) ? (await request.formData().catch(() => null))?.get('token') : null
  if (typeof token === 'string' && isToken(token)) await setCookie('receipt', token, RECEIPT_HOURS * 3600)
  return new Response(null, { status: 303, headers: { Location: `/${locale}/report/receipt` } })
}
