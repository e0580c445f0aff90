import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { FileFailure } from '@/lib/domain/files/refusals'
import { logFailure } from '@/lib/platform/logger'
import { problem } from './problem'
import { isSameOrigin } from './same-origin'

const STATUS = {
  too_large: 413,
  too_many: 409,
  not_here: 404,
  wrong_length: 422,
  unsupported: 422,
  damaged: 422,
  locked_file: 422,
  active_content: 422,
  harmful: 422,
  not_scanned: 503,
  no_space: 507,
  unavailable: 503,
  kept: 409,
} as const satisfies Record<FileFailure | 'not_scanned', number>

/** What a route for files answers when it did not work. Of `wrong_length`, `received` says which pieces are there. */
export function fileProblem(error: {
  readonly code: keyof typeof STATUS
  readonly received?: readonly number[]
}): Response {
  const { code, received } = error
  return problem(STATUS[code], code, received === undefined ? {} : { received })
}

/**
 * A route of the API for files, of a worker without an account: the handler finds out whose file it is. What changes something
 * must come from a page of ours. What the handler throws is logged and answered with a number, never with its message.
 */
export function defineFileRoute<Params>(
  handle: (request: Request, params: Params) => Promise<Response>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    try {
      if (request.method !== 'GET' && !isSameOrigin(request.headers)) return problem(403, 'elsewhere')
      return await handle(request, await context.params)
    } catch (error) {
      unstable_rethrow(error)
      return problem(500, 'unexpected', { reference: logFailure(error, { route: 'files', method: request.method }) })
    }
  }
}
