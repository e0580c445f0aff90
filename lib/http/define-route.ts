import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { currentStaff } from '@/lib/access/door'
import { grantStaff, type Grant } from '@/lib/access/grant'
import type { StaffPermission } from '@/lib/access/policy'
import { noteRefusal } from '@/lib/access/refuse'
import { hasProvedLately } from '@/lib/access/step-up'
import { logFailure } from '@/lib/platform/logger'
import { problem } from './problem'
import { proveFirst } from './prove-first'

export type RouteRequest<P extends StaffPermission, Params> = {
  readonly grant: Grant<P>
  readonly params: Params
  readonly query: URLSearchParams
}

/**
 * A route of the API for staff: who asks, may they, then the handler. Nobody signed in: 401. Without the right: 404, the
 * same as an address that does not exist. `isProven`: what leaves the house in bulk asks again who it is. What the handler throws is logged and answered with a number, never with its message.
 */
export function defineRoute<P extends StaffPermission, Params>(
  { permission, isProven = false }: { readonly permission: P; readonly isProven?: boolean },
  handle: (request: RouteRequest<P, Params>) => Promise<Response>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    try {
      const actor = await currentStaff()
      if (!actor) return problem(401, 'not_signed_in')
      const grant = grantStaff(actor, permission)
      if (!grant) {
        await noteRefusal(actor, permission)
        return problem(404, 'not_found')
      }
      if (isProven && !(await hasProvedLately(grant))) return proveFirst(request)
      return await handle({ grant, params: await context.params, query: new URL(request.url).searchParams })
    } catch (error) {
      unstable_rethrow(error)
      return problem(500, 'unexpected', { reference: logFailure(error, { permission }) })
    }
  }
}
