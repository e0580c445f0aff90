/**
 * Whether a request comes from a page or a service worker of ours. Browsers since 2020 say so themselves (Sec-Fetch-Site, Fetch
 * Metadata); older ones name the origin of every post.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host')
}
