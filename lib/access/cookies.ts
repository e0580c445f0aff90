import 'server-only'
import { cookies, headers } from 'next/headers'
import { env, isSecureOrigin } from '@/lib/platform/env'
import { isSecure, servedAt } from '@/lib/platform/served-addresses'

/**
 * Our cookies, and which requests from other sites carry them. All hold a random token or a signed session, are httpOnly, and none is
 * set before somebody acts. `strict`: a link on another site opens the page as if the cookie were not there. `lax` where that would
 * harm: a mail to staff leads to a case (session), a link to us must find the report that was begun instead of beginning another
 * (draft), and the provider of an office leads back to the sign-in that was begun here (office). Neither makes a browser carry a cookie with a post from another site.
 */
const SAME_SITE = {
  draft: 'lax',
  receipt: 'strict',
  track: 'strict',
  held: 'strict',
  filing: 'strict',
  kiosk: 'strict',
  session: 'lax',
  office: 'lax',
} as const satisfies Record<string, 'lax' | 'strict'>

export type CookieName = keyof typeof SAME_SITE

/** The name in the browser: bound to the host where we are reached over https (RFC 6265bis, __Host-). Neutral for who looks at the phone. */
export function cookieName(name: CookieName, isHttps = isSecureOrigin()): string {
  return isHttps ? `__Host-${name}` : name
}

/** How a cookie of ours is set; `maxAgeSeconds` left out, it ends with the browser. No domain: no other host gets it. */
export function cookieOptions(name: CookieName, isHttps = isSecureOrigin(), maxAgeSeconds?: number) {
  return {
    httpOnly: true,
    sameSite: SAME_SITE[name],
    secure: isHttps,
    path: '/',
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  }
}

export async function readCookie(name: CookieName): Promise<string | undefined> {
  return (await cookies()).get(cookieName(name, await isHttpsHere()))?.value
}

/** Only in actions and route handlers. */
export async function setCookie(name: CookieName, value: string, maxAgeSeconds?: number): Promise<void> {
  const isHttps = await isHttpsHere()
  ;(await cookies()).set(cookieName(name, isHttps), value, cookieOptions(name, isHttps, maxAgeSeconds))
}

/** Only in actions and route handlers. */
export async function clearCookie(name: CookieName): Promise<void> {
  const isHttps = await isHttpsHere()
  ;(await cookies()).set(cookieName(name, isHttps), '', cookieOptions(name, isHttps, 0))
}

/** Whether the address of this request is https. An .onion over http beside an https address is told by its host. */
async function isHttpsHere(): Promise<boolean> {
  const addresses = env()
  if (addresses.ONION_URL === undefined && addresses.OTHER_URLS.length === 0) return isSecureOrigin()
  return isSecure(servedAt((await headers()).get('host') ?? undefined, addresses).own)
}
