import type { IncomingMessage, ServerResponse } from 'node:http'
import { DATA_CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '@/lib/http/security-headers'
import { escaped } from './escaped'
import { wordsAt, WRITTEN_PAGE_POLICY, writtenPage } from './written-page'

const PROBLEMS = { 413: ['Too large', 'too_large'], 503: ['Not available now', 'unavailable'] } as const
const WORDS = { 413: 'errors.too_long_page', 503: 'errors.too_busy' } as const
/** When it is worth another try, in seconds. */
const RETRY_SECONDS = 30

/** Says that a body is too long (413), or that too many files come at this moment (503): programs a problem, people a page. Done when it is on its way. */
export function sayRefusal(request: IncomingMessage, response: ServerResponse, status: 413 | 503): Promise<void> {
  const isData = request.url?.startsWith('/api/') === true
  const body = isData ? problem(status) : page(request.url ?? '/', status)
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': isData ? DATA_CONTENT_SECURITY_POLICY : WRITTEN_PAGE_POLICY,
    'Content-Type': isData ? 'application/problem+json' : 'text/html; charset=utf-8',
    'Cache-Control': 'private, no-store',
    // What is still on its way is no next request.
    Connection: 'close',
    ...(status === 503 ? { 'Retry-After': String(RETRY_SECONDS) } : {}),
  })
  return new Promise((resolve) => {
    response.once('close', resolve)
    response.end(body, () => resolve())
  })
}

function problem(status: 413 | 503): string {
  const [title, code] = PROBLEMS[status]
  return JSON.stringify({ type: 'about:blank', title, status, code })
}

function page(address: string, status: 413 | 503): string {
  const t = wordsAt(address)
  return writtenPage(t, 'errors.failed_heading', `<p>${escaped(t(WORDS[status]))}</p>`)
}
