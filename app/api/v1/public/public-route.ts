import { createHash } from 'node:crypto'
import { doorGrant } from '@/lib/access/door'
import { networkOf } from '@/lib/http/network-address'
import { problem } from '@/lib/http/problem'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { logFailure } from '@/lib/platform/logger'
import { mayGo } from '@/lib/usecases/abuse/may-go'

/** Seconds that others may keep an answer; see lib/usecases/open-data/read-publication.ts for the rest of the five minutes. */
export const PUBLIC_MAX_AGE_S = 120

/** What a route answers with; `fileName` makes a browser keep it. */
export type PublicBody = {
  readonly text: string | Uint8Array<ArrayBuffer>
  readonly type: string
  readonly fileName?: string
}

/** The numbers are still being counted: whoever asks is told to come again. */
export const NOT_YET = Symbol('not yet')

type Asked<Params> = { readonly params: Params; readonly query: URLSearchParams; readonly t: Translator }

/**
 * A route of the public interface: anybody, from any site, without a cookie. `?lang=` says the language of labels (English
 * otherwise). 304 when the tag is known; 400 for a language we do not have, 404 `not_found`, 429 `slow_down`, 503 `not_yet` with a
 * `Retry-After`. Headers for other sites are set by proxy.ts.
 */
export function definePublicRoute<Params>(
  handle: (asked: Asked<Params>) => Promise<PublicBody | typeof NOT_YET | null>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    try {
      const query = new URL(request.url).searchParams
      const locale = localeOf(query)
      if (locale === null) return problem(400, 'language_unknown')
      const network = networkOf(request.headers.get('x-forwarded-for'))
      if (!(await mayGo(doorGrant(), 'public_data', network))) return problem(429, 'slow_down')
      const body = await handle({ params: await context.params, query, t: translatorFor(locale) })
      if (body === NOT_YET) return problem(503, 'not_yet')
      return body === null ? problem(404, 'not_found') : answer(request, body)
    } catch (error) {
      return problem(500, 'unexpected', { reference: logFailure(error, { route: '/api/v1/public' }) })
    }
  }
}

/** An answer in JSON. */
export function publicJson(value: unknown): PublicBody {
  return { text: `${JSON.stringify(value)}\n`, type: 'application/json; charset=utf-8' }
}

/** What a browser asks before a script of another site asks with a tag. */
export function OPTIONS(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  })
}

function answer(request: Request, { text, type, fileName }: PublicBody): Response {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers: Record<string, string> = {
    ETag: tag,
    'Cache-Control': `public, max-age=${PUBLIC_MAX_AGE_S}`,
    'Access-Control-Expose-Headers': 'ETag',
  }
  if (isKnown(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  headers['Content-Type'] = type
  if (fileName !== undefined) headers['Content-Disposition'] = `attachment; filename="${fileName}"`
  return new Response(text, { headers })
}

// Weak comparison (RFC 9110, 13.1.2): what was compressed on the way has a weak tag.
function isKnown(header: string | null, tag: string): boolean {
  const tags = (header ?? '').split(',').map((one) => one.trim().replace(/^W\//u, ''))
  return tags.includes('*') || tags.includes(tag)
}

function localeOf(query: URLSearchParams): Locale | null {
  const asked = query.get('lang') ?? 'en'
  return isLocale(asked) ? asked : null
}
