import type { IncomingMessage, ServerResponse } from 'node:http'
import { DATA_CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '@/lib/http/security-headers'
import { escaped } from './escaped'

/** Methods that no browser may send and that Next cannot read (Fetch standard, "forbidden method"). */
const FORBIDDEN: ReadonlySet<string> = new Set(['TRACE', 'TRACK', 'CONNECT'])
const ALLOWED = 'GET, HEAD, POST, PUT, DELETE'

/**
 * Answers what is no request to a site at all: an address that is no path, or whose percent signs say nothing (400), a method that is
 * nobody's (405). Whoever opened a broken link reads so. Returns whether it did.
 */
export function answerStrange(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = '', url = '' } = request
  const status = !isPath(url) ? 400 : FORBIDDEN.has(method) ? 405 : null
  if (status === null) return false
  request.resume()
  if (status === 400 && method === 'GET' && url.startsWith('/') && !url.startsWith('/api/')) sayBroken(response, url)
  else {
    response.writeHead(status, {
      ...SECURITY_HEADERS,
      'Content-Security-Policy': DATA_CONTENT_SECURITY_POLICY,
      'Content-Length': 0,
      ...(status === 405 ? { Allow: ALLOWED } : {}),
      Connection: 'close',
    })
    response.end()
  }
  return true
}

function sayBroken(response: ServerResponse, address: string): void {
  // The words are read when they are needed, which is never on most days.
  void import('./written-page').then(
    ({ wordsAt, WRITTEN_PAGE_POLICY, writtenPage }) => {
      const t = wordsAt(address)
      response.writeHead(400, {
        ...SECURITY_HEADERS,
        'Content-Security-Policy': WRITTEN_PAGE_POLICY,
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'private, no-store',
        Connection: 'close',
      })
      response.end(writtenPage(t, 'errors.missing_heading', `<p>${escaped(t('errors.missing_lead'))}</p>`))
    },
    () => response.destroy(),
  )
}

function isPath(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return url.startsWith('/')
  } catch {
    return false
  }
}
