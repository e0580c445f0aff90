import type { Served } from '@/lib/platform/served-addresses'

/**
 * Where a request says it comes from: a page of ours, somewhere else, or nothing at all. `ours` is never said by a browser for a
 * page of somebody else: Sec-Fetch-Site and Origin cannot be set by a page (Fetch standard, forbidden request headers), and what
 * contradicts itself is from elsewhere.
 */
export type ToldOrigin = 'ours' | 'elsewhere' | 'untold'

type Told = (name: string) => string | null

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request with this method may change something, so that its origin must be known. */
export function isUnsafe(method: string | undefined): boolean {
  return !SAFE_METHODS.has((method ?? 'GET').toUpperCase())
}

/**
 * Judges an unsafe request. `Origin: null` is what Tor Browser and every browser sends from a page that may name no referrer: then
 * Sec-Fetch-Site decides (browsers since 2020), else nothing was told. Firefox before version 70 (2019) names no origin of a form,
 * but its page.
 */
export function toldOrigin(told: Told, served: Served): ToldOrigin {
  const site = told('sec-fetch-site')
  // `same-site` is another host under the same registered name: not ours.
  if (site !== null && site !== 'same-origin' && site !== 'none') return 'elsewhere'
  const origin = told('origin')
  if (origin !== null && origin !== 'null') return isServed(origin, served) ? 'ours' : 'elsewhere'
  if (site === 'same-origin') return 'ours'
  const referrer = told('referer')
  if (origin === null && site === null && referrer !== null)
    return isServed(originOf(referrer), served) ? 'ours' : 'elsewhere'
  return 'untold'
}

/** Of several addresses of ours, each is a site of its own; only behind a proxy that hides which was asked any of them will do. */
function isServed(origin: string, { own, all, isHostKnown }: Served): boolean {
  return isHostKnown ? origin === own : all.includes(origin)
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : ''
}

/** What a page of another site may put into itself of ours: the open numbers, which are for everybody. */
const FOR_EVERYBODY = /^\/api\/v1\/public(?:\/|$)/u
const INSIDE_A_PAGE = new Set(['frame', 'iframe', 'object', 'embed', 'fencedframe'])

/**
 * Whether another site only leads here (a link) or pulls something of ours into its own page, where it could measure it: pictures,
 * scripts, frames, requests (resource isolation by Fetch Metadata). Browsers that say nothing are let through; CORP and
 * frame-ancestors hold for them.
 */
export function isPulledIn(told: Told, pathname: string): boolean {
  const site = told('sec-fetch-site')
  if (site !== 'cross-site' && site !== 'same-site') return false
  if (FOR_EVERYBODY.test(pathname)) return false
  return told('sec-fetch-mode') !== 'navigate' || INSIDE_A_PAGE.has(told('sec-fetch-dest') ?? '')
}
