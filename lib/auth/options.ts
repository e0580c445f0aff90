import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { cookieName, cookieOptions } from '@/lib/access/cookies'
import { STAFF_SESSION_HOURS } from '@/lib/data/staff-sessions'
import { env } from '@/lib/platform/env'
import { authenticate } from './authenticate'

/**
 * next-auth carries who signed in, and nothing else: the token holds the id of a row in staff_session, no name and no right.
 * What the person may do is read fresh by lib/access/door.ts. Called as a function, because settings are read at run time.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: STAFF_SESSION_HOURS * 3600 },
    pages: { signIn: '/en/sign-in', error: '/en/sign-in' },
    cookies: { sessionToken: { name: cookieName('session'), options: cookieOptions() } },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: async (given) => {
          const signedIn = given ? await authenticate(given.email, given.password) : null
          return signedIn && { id: signedIn.sessionId }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id } : token),
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sub ?? '' }),
    },
  }
}
