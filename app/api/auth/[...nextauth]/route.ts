import NextAuth from 'next-auth'
import { NextResponse } from 'next/server'
import { authOptions } from '@/lib/auth/options'

/** The two of next-auth's routes that read and change nothing. */
const OPEN_ROUTES = ['session', 'csrf']

/**
 * GET /api/auth/session and /api/auth/csrf: next-auth's own. The others are not there: signing in and out are actions of ours,
 * which slow guesses down, end the session in the database and write to the audit trail (lib/auth/sign-in.ts).
 */
export async function GET(request: Request, context: RouteContext<'/api/auth/[...nextauth]'>): Promise<Response> {
  const { nextauth } = await context.params
  if (nextauth.length !== 1 || !OPEN_ROUTES.includes(nextauth[0] ?? '')) return new NextResponse(null, { status: 404 })
  const answer: unknown = await NextAuth(authOptions())(request, context)
  if (answer instanceof Response) return answer
  throw new TypeError('next-auth did not answer')
}

/** POST /api/auth/*: nothing is there. */
export function POST(): NextResponse {
  return new NextResponse(null, { status: 404 })
}
