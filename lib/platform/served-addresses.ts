/** The addresses this server is reached at, as origins (`https://help.example.org`), and the one a request was sent to. */
export type Served = { readonly own: string; readonly all: readonly string[]; readonly isHostKnown: boolean }

/** Hosts of this machine itself: an installation there is tried under whatever name leads to it. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/u

export type Addresses = {
  readonly PUBLIC_URL: string
  readonly ONION_URL?: string | undefined
  readonly OTHER_URLS?: readonly string[]
}

/** Every address of ours as an origin, the one people use first. */
export function originsOf({ PUBLIC_URL, ONION_URL, OTHER_URLS = [] }: Addresses): readonly string[] {
  return [PUBLIC_URL, ...(ONION_URL === undefined ? [] : [ONION_URL]), ...OTHER_URLS].map((url) => new URL(url).origin)
}

/**
 * The address a request was sent to, by its Host. A host that is none of ours is a proxy's own name, or made up: then it is the
 * address people use, so that no answer ever leads to a host that a request has named. On a machine of one's own (PUBLIC_URL is a
 * loopback address) every host is taken as it is.
 */
export function servedAt(host: string | undefined, addresses: Addresses): Served {
  const all = originsOf(addresses)
  const [first = ''] = all
  const known = all.find((origin) => new URL(origin).host === host)
  if (known !== undefined) return { own: known, all, isHostKnown: true }
  const asked = `${new URL(first).protocol}//${host ?? ''}`
  if (isLoopback(new URL(first).hostname) && URL.canParse(asked)) {
    const own = new URL(asked).origin
    // Behind a tunnel of somebody who tries us, the browser may see https.
    return { own, all: [own, own.replace(/^http:/u, 'https:')], isHostKnown: false }
  }
  return { own: first, all, isHostKnown: false }
}

/** Whether a host is this machine itself. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname)
}

export function isOnion(origin: string): boolean {
  return new URL(origin).hostname.endsWith('.onion')
}

/** Whether cookies can be marked Secure and bound to the host there. An .onion over http is encrypted by Tor itself, but no https. */
export function isSecure(origin: string): boolean {
  return origin.startsWith('https://')
}
