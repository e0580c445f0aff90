import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/options'

/** GET and POST /api/auth/*: next-auth's own routes (session, csrf, sign-out). */
async function handler(request: Request, context: RouteContext<'/api/auth/[...nextauth]'>): Promise<Response> {
  const answer: unknown = await NextAuth(authOptions())(request, context)
  if (answer instanceof Response) return answer
  throw new TypeError('next-auth did not answer')
}

export { handler as GET, handler as POST }
