import 'server-only'
import { cookies } from 'next/headers'
import { isSecureOrigin } from '@/lib/platform/env'

/** Our cookies. All hold a random token or a signed session, are httpOnly, and none is set before somebody acts. */
export type CookieName = 'draft' | 'receipt' | 'track' | 'held' | 'filing' | 'kiosk' | 'session'

/** The name in the browser: bound to the host where we are reached over https (RFC 6265bis, __Host-). Neutral for who looks at the phone. */
export function cookieName(name: CookieName): string {
  return isSecureOrigin() ? `__Host-${name}` : name
}

/** How every cookie of ours is set; `maxAgeSeconds` left out, it ends with the browser. */
export function cookieOptions(maxAgeSeconds?: number) {
  return {
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: isSecureOrigin(),
    path: '/',
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  }
}

export async function readCookie(name: CookieName): Promise<string | undefined> {
  return (await cookies()).get(cookieName(name))?.value
}

/** Only in actions and route handlers. */
export async function setCookie(name: CookieName, value: string, maxAgeSeconds?: number): Promise<void> {
  ;(await cookies()).set(cookieName(name), value, cookieOptions(maxAgeSeconds))
}

/** Only in actions and route handlers. */
export async function clearCookie(name: CookieName): Promise<void> {
  ;(await cookies()).set(cookieName(name), '', { ...cookieOptions(), maxAge: 0 })
}
