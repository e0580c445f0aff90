import { preferredLocale } from '@/lib/i18n/preferred-locale'

/**
 * GET /: the first page in the reader's language.
 * 307 to `/{locale}`; nothing is stored, so the next visitor of the same phone is asked their own browser again.
 */
export function GET(request: Request): Response {
  const locale = preferredLocale(request.headers.get('accept-language'))
  return new Response(null, {
    status: 307,
    headers: { Location: `/${locale}`, Vary: 'Accept-Language', 'Cache-Control': 'private, no-store' },
  })
}
