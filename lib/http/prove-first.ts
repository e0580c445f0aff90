import { proveAgainPath } from '@/lib/access/step-up'
import { DEFAULT_LOCALE, isStaffLocale } from '@/lib/i18n/locales'
import { problem } from './problem'
import { safeNext } from './safe-next'

/**
 * The answer to who did not prove lately who it is: a browser that follows a link comes to the page that asks, and from there back to
 * the page with the link; a program is told.
 */
export function proveFirst(request: Request): Response {
  if (!(request.headers.get('accept') ?? '').includes('text/html')) return problem(401, 'prove_again')
  const from = pathOf(request.headers.get('referer'))
  const next = safeNext(from)
  const [, named = ''] = (next ?? '').split('/')
  const locale = isStaffLocale(named) ? named : DEFAULT_LOCALE
  return new Response(null, {
    status: 303,
    headers: { Location: proveAgainPath(locale, next ?? `/${locale}/settings/account`), 'Cache-Control': 'no-store' },
  })
}

function pathOf(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return ''
  const { pathname, search } = new URL(referer)
  return pathname + search
}
