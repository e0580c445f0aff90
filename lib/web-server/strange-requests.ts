import type { IncomingMessage, ServerResponse } from 'node:http'
import { DATA_CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '@/lib/http/security-headers'

/** Methods that no browser may send and that Next cannot read (Fetch standard, "forbidden method"). */
const FORBIDDEN: ReadonlySet<string> = new Set(['TRACE', 'TRACK', 'CONNECT'])
const ALLOWED = 'GET, HEAD, POST, PUT, DELETE'

/** Answers what is no request to a site at all: an address that is no path, or whose percent signs say nothing (400), a method that is nobody's (405). Returns whether it did. */
export function answerStrange(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = '', url = '' } = request
  const status = !isPath(url) ? 400 : FORBIDDEN.has(method) ? 405 : null
  if (status === null) return false
  request.resume()
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': DATA_CONTENT_SECURITY_POLICY,
    'Content-Length': 0,
    ...(status === 405 ? { Allow: ALLOWED } : {}),
    Connection: 'close',
  })
  response.end()
  return true
}

function isPath(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return url.startsWith('/')
  } catch {
    return false
  }
}
