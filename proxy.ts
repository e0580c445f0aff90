import { NextResponse, type NextRequest } from 'next/server'
import {
  contentSecurityPolicy,
  DATA_CONTENT_SECURITY_POLICY,
  FILE_CONTENT_SECURITY_POLICY,
  isFileAddress,
  isPublicData,
  PUBLIC_DATA_HEADERS,
  SECURITY_HEADERS,
} from '@/lib/http/security-headers'
import { tooLongAnswer } from '@/lib/http/too-long-answer'
import { localeOfTag } from '@/lib/i18n/language-tag'
import { isLocale } from '@/lib/i18n/locales'
import { preferredLocale } from '@/lib/i18n/preferred-locale'

/**
 * The doormat: a request id, the language of an address without one, and the headers of every answer.
 * It decides nothing about who may see what (that is lib/access/door.ts) and never sets a cookie. Before it, lib/web-server has
 * refused what comes from another site, and said what holds for this address (strict transport, the onion).
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  const requestId = crypto.randomUUID()
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64')
  const isData = pathname.startsWith('/api/')
  const policy = isFileAddress(pathname)
    ? FILE_CONTENT_SECURITY_POLICY
    : isData
      ? DATA_CONTENT_SECURITY_POLICY
      : contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')

  const forwarded = new Headers(request.headers)
  forwarded.set('x-request-id', requestId)
  forwarded.set('x-nonce', nonce)
  forwarded.set('x-locale', pathname.split('/')[1] ?? '')
  forwarded.set('x-path', pathname + request.nextUrl.search)
  forwarded.set('content-security-policy', policy)

  const refusal = tooLongAnswer(request)
  const answer = refusal
    ? new NextResponse(refusal.body, refusal)
    : (redirectToLocale(request) ?? NextResponse.next({ request: { headers: forwarded } }))
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) answer.headers.set(name, value)
  if (isPublicData(pathname))
    for (const [name, value] of Object.entries(PUBLIC_DATA_HEADERS)) answer.headers.set(name, value)
  answer.headers.set('Content-Security-Policy', policy)
  answer.headers.set('X-Request-Id', requestId)
  // Any page may show what somebody told us; a shared phone or a proxy must not keep it.
  if (!isData) answer.headers.set('Cache-Control', 'private, no-store')
  return answer
}

/** A language as people write it in an address: `zh`, `zh-cn`, `VI`; our own pages never begin with one. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z]{2,4})?$/iu

/** `/report` goes to `/vi/report`, `/zh-cn/report` to `/zh-Hans/report`; `/` has its own route, `/api` has no language, and a file that is not there is not a page. */
function redirectToLocale(request: NextRequest): NextResponse | null {
  const { pathname } = request.nextUrl
  const [, first = ''] = pathname.split('/')
  if (first === '' || first === 'api' || isLocale(first)) return null
  if (pathname.includes('.')) return new NextResponse(null, { status: 404 })
  const target = request.nextUrl.clone()
  const spoken = LANGUAGE_TAG.test(first) ? localeOfTag(first) : null
  target.pathname =
    spoken === null
      ? `/${preferredLocale(request.headers.get('accept-language'))}${pathname}`
      : pathname.replace(`/${first}`, `/${spoken}`)
  const answer = NextResponse.redirect(target, 307)
  answer.headers.set('Vary', 'Accept-Language')
  return answer
}

export const config = {
  // Hashed files and the icon need no request id and carry nothing personal.
  matcher: ['/((?!_next/static|_next/image|icon.svg|favicon.ico|robots.txt).*)'],
}
