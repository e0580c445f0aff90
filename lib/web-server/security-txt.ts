import type { IncomingMessage, ServerResponse } from 'node:http'

const ADDRESS = '/.well-known/security.txt'
/** RFC 9116 asks for a day after which nobody relies on it, less than a year away. */
const GOOD_FOR_MS = 180 * 86_400_000

type Told = { readonly SECURITY_CONTACT?: string | undefined; readonly PUBLIC_URL: string }

/**
 * GET /.well-known/security.txt (RFC 9116): whom to tell about holes, where the operator has named somebody; otherwise nothing is
 * there. Whether the request was for it; it is answered then.
 */
export function answerSecurityText(request: IncomingMessage, response: ServerResponse, told: Told, at: Date): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (request.url !== ADDRESS || !isRead || told.SECURITY_CONTACT === undefined) return false
  const expires = new Date(at.getTime() + GOOD_FOR_MS).toISOString().replace(/\.\d+Z$/u, 'Z')
  const lines = [
    `Contact: ${told.SECURITY_CONTACT}`,
    `Expires: ${expires}`,
    `Canonical: ${new URL(ADDRESS, told.PUBLIC_URL).href}`,
  ]
  const body = `${lines.join('\n')}\n`
  response.writeHead(200, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'public, max-age=3600',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
  return true
}
