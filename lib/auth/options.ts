import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import { cookieName, cookieOptions } from '@/lib/access/cookies'
import { STAFF_SESSION_HOURS } from '@/lib/data/session-life'
import { env } from '@/lib/platform/env'

/**
 * next-auth carries who signed in, and nothing else: the token holds the id of a row in staff_session, no name and no right.
 * What the person may do is read fresh by lib/access/door.ts. Called as a function, because settings are read at run time.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: STAFF_SESSION_HOURS * 3600 },
    pages: { signIn: '/en/sign-in', error: '/en/sign-in' },
    cookies: { sessionToken: { name: cookieName('session'), options: cookieOptions('session') } },
    // Nobody signs in through next-auth's routes: lib/auth/sign-in.ts is the one way.
    providers: [],
    callbacks: {
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sub ?? '' }),
    },
  }
}
