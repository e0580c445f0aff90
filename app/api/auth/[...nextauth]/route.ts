import NextAuth from 'next-auth'
import { NextResponse } from 'next/server'
import { authOptions } from '@/lib/auth/options'

/** The one of next-auth's routes that reads and changes nothing. */
const OPEN_ROUTE = 'session'

/**
 * GET /api/auth/session: next-auth's own. The others are not there: signing in and out are actions of ours, which slow guesses
 * down, end the session in the database and write to the audit trail (lib/auth/sign-in.ts). The cookies that next-auth would set
 * while answering are for its own forms, which nobody sees: none is.
 */
export async function GET(request: Request, context: RouteContext<'/api/auth/[...nextauth]'>): Promise<Response> {
  const { nextauth } = await context.params
  if (nextauth.length !== 1 || nextauth[0] !== OPEN_ROUTE) return new NextResponse(null, { status: 404 })
  const answer: unknown = await NextAuth(authOptions())(request, context)
  if (!(answer instanceof Response)) throw new TypeError('next-auth did not answer')
  const quiet = new Response(answer.body, answer)
  quiet.headers.delete('set-cookie')
  return quiet
}

/** POST /api/auth/*: nothing is there. */
export function POST(): NextResponse {
  return new NextResponse(null, { status: 404 })
}
