import type { IncomingMessage, ServerResponse } from 'node:http'
import { DATA_CONTENT_SECURITY_POLICY, SECURITY_HEADERS, STRICT_TRANSPORT_SECURITY } from '@/lib/http/security-headers'
import { isOnion, isSecure, type Addresses } from '@/lib/platform/served-addresses'

/** What proxy.ts does not see (its matcher): files of the build, ours and the icons. */
const FILES = /^\/(?:_next\/|assets\/|icon\.svg|favicon\.ico|robots\.txt)/u

/**
 * What every answer says, whatever comes after: pages put their own policy over it (proxy.ts). Strict transport only where this
 * address is https: an .onion or a try on this machine over http must stay reachable. On the open address, Tor Browser is told of
 * the onion service (Onion-Location).
 */
export function standingHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  own: string,
  { ONION_URL }: Addresses,
): void {
  const address = request.url ?? '/'
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  if (isSecure(own) && !isOnion(own)) response.setHeader('Strict-Transport-Security', STRICT_TRANSPORT_SECURITY)
  if (FILES.test(address)) {
    // A picture opened by itself is a document: it may load and run nothing.
    response.setHeader('Content-Security-Policy', DATA_CONTENT_SECURITY_POLICY)
    return
  }
  if (ONION_URL !== undefined && isSecure(own) && !isOnion(own) && !address.startsWith('/api/'))
    response.setHeader('Onion-Location', onionAddress(ONION_URL, address))
}

/** The same place there. What a client sends as an address may be none (`//`, a whole other address). */
function onionAddress(onion: string, address: string): string {
  const { origin } = new URL(onion)
  return /^\/(?!\/)[\w.~%/?&=+,:@-]*$/u.test(address) ? origin + address : `${origin}/`
}
