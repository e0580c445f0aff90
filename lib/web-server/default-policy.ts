import type { ServerResponse } from 'node:http'
import { defaultPolicyScript } from '@/lib/http/script-policy'

const HEAD = Buffer.from('<head>')

/** Whether a page needs its policy script and its head has not come yet. */
export function isHeadWanted(beginning: Buffer, response: ServerResponse): boolean {
  return scriptFor(response) !== null && !beginning.includes(HEAD)
}

/**
 * A staff page with the script that makes its policy for Trusted Types, before every script of the framework: React puts whatever a
 * layout names behind them. Its hydration passes over what it does not know in the head.
 */
export function withDefaultPolicy(html: Buffer, response: ServerResponse): Buffer {
  const script = scriptFor(response)
  const place = html.indexOf(HEAD)
  if (script === null || place === -1) return html
  response.removeHeader('Content-Length')
  response.removeHeader('ETag')
  const after = place + HEAD.length
  return Buffer.concat([html.subarray(0, after), Buffer.from(script), html.subarray(after)])
}

function scriptFor(response: ServerResponse): string | null {
  // A file to keep is no page: whoever opens it later reads it as it was made.
  if (response.hasHeader('content-disposition')) return null
  const policy = response.getHeader('content-security-policy')
  return typeof policy === 'string' ? defaultPolicyScript(policy) : null
}
