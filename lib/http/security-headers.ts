import { withStaffTypes } from './script-policy'

/**
 * The content security policy of one page. Scripts run only with this request's nonce (Next puts it on its own
 * scripts when it finds it in the request's policy header); styles come from files, never from attributes.
 * Development needs eval for React's stack traces, inline styles and HTML from text for Next's overlay, and a socket for reloading;
 * nothing else differs, and the browser tests run against the production policy.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
  return isDevelopment ? policy : withStaffTypes(policy)
}

/** For answers that are data: nothing in them may load, run or be framed. */
export const DATA_CONTENT_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"

/** For a file that somebody sent: opened all the same, it may load and run nothing. */
export const FILE_CONTENT_SECURITY_POLICY = "sandbox; default-src 'none'"

/**
 * The addresses of such files: of the office and what it is shown of them, of the worker's own case, of what another office
 * shared, and of the packs, which carry words as they were given.
 */
const FILE_ADDRESSES: readonly RegExp[] = [
  /^\/[^/]+\/(?:cases\/[^/]+|track\/case)\/files\/[0-9a-f-]{36}(?:\/(?:preview|sound))?$/,
  /^\/[^/]+\/referrals\/[0-9a-f-]{36}\/(?:files\/[0-9a-f-]{36}|pack\/[a-z]{2,3})$/,
  /^\/[^/]+\/cases\/[^/]+\/referrals\/[0-9a-f-]{36}\/pack\/[0-9a-f-]{36}$/,
]

export function isFileAddress(pathname: string): boolean {
  return FILE_ADDRESSES.some((address) => address.test(pathname))
}

/**
 * Sent with every answer.
 * `same-origin` and not `no-referrer`: with `no-referrer` a browser sends `Origin: null` when a form is posted
 * without scripts (Fetch standard, "append a request Origin header"), and Next then refuses the action as
 * coming from elsewhere. Other sites get no referrer either way.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-DNS-Prefetch-Control': 'off',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  // The microphone is for voice notes, and only when somebody presses the button; a photo comes through the phone's own camera.
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(self), midi=(), payment=(), usb=()',
}

/** Two years, RFC 6797. Only for requests that came over https: a test on http://localhost must stay reachable. */
export const STRICT_TRANSPORT_SECURITY = 'max-age=63072000; includeSubDomains'

const PUBLIC_DATA = /^\/api\/v1\/public(?:\/|$)/u

/**
 * For the public interface alone: its answers are the same for everybody, carry no cookie, and may be read by scripts of any site
 * (CORS, Fetch standard; Cross-Origin-Resource-Policy).
 */
export function isPublicData(pathname: string): boolean {
  return PUBLIC_DATA.test(pathname)
}

/** Instead of those above, for the public interface. */
export const PUBLIC_DATA_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}
