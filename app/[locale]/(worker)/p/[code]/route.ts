import { viaQuery } from '@/lib/domain/posters/poster-code'
import { toLocale } from '@/lib/i18n/locales'

/**
 * GET /{locale}/p/{code}, the address on a poster: 307 to the first page, which carries the code on to the report. Nothing is
 * looked up or kept: whether the poster still hangs is asked when a report is sent.
 */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/p/[code]'>): Promise<Response> {
  const { locale: asked, code } = await params
  const locale = toLocale(asked)
  return new Response(null, {
    status: 307,
    headers: { Location: `/${locale}${viaQuery(code)}`, 'Cache-Control': 'private, no-store' },
  })
}
