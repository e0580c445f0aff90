import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { clearCookie, readCookie, setCookie } from '@/lib/access/cookies'
import { STAFF_SESSION_HOURS } from '@/lib/data/session-life'
import { env } from '@/lib/platform/env'

/** The id of the staff session in this request's next-auth token; null when there is none or it is not ours. */
export async function readSessionId(): Promise<string | null> {
  const token = await readCookie('session')
  if (!token) return null
  try {
    const decoded = await decode({ token, secret: env().AUTH_SECRET })
    return decoded?.sub ?? null
  } catch {
    return null
  }
}

/**
 * Puts the session into the browser as the next-auth token that its own sign-in route would set. The form posts to an action,
 * because next-auth's route needs a cookie from an earlier request and a script to read it.
 */
export async function writeSession(sessionId: string): Promise<void> {
  const maxAge = STAFF_SESSION_HOURS * 3600
  await setCookie('session', await encode({ token: { sub: sessionId }, secret: env().AUTH_SECRET, maxAge }))
}

export async function clearSession(): Promise<void> {
  await clearCookie('session')
}
