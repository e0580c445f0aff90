import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { currentStaff } from '@/lib/access/door'
import { grantStaff, type Grant } from '@/lib/access/grant'
import type { StaffPermission } from '@/lib/access/policy'
import { logFailure } from '@/lib/platform/logger'
import { problem } from './problem'

export type RouteRequest<P extends StaffPermission, Params> = {
  readonly grant: Grant<P>
  readonly params: Params
  readonly query: URLSearchParams
}

/**
 * A route of the API for staff: who asks, may they, then the handler. Nobody signed in: 401. Without the right: 404, the
 * same as an address that does not exist. What the handler throws is logged and answered with a number, never with its message.
 */
export function defineRoute<P extends StaffPermission, Params>(
  { permission }: { readonly permission: P },
  handle: (request: RouteRequest<P, Params>) => Promise<Response>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    try {
      const actor = await currentStaff()
      if (!actor) return problem(401, 'not_signed_in')
      const grant = grantStaff(actor, permission)
      if (!grant) return problem(404, 'not_found')
      return await handle({ grant, params: await context.params, query: new URL(request.url).searchParams })
    } catch (error) {
      unstable_rethrow(error)
      return problem(500, 'unexpected', { reference: logFailure(error, { permission }) })
    }
  }
}
