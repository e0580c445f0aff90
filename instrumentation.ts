import type { Instrumentation } from 'next'

/** What every process does from its first moment: the jobs that nobody asks for (lib/jobs), and reading what is counted (ADR 039). */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { startJobs } = await import('@/lib/jobs/start-jobs')
  void startJobs()
  const { loadIndex } = await import('@/lib/usecases/statistics/column-index')
  void loadIndex()
}

/**
 * What no page and no action caught, as one line without personal data. The reference is the number that the
 * person's error page shows (`digest`). A form that cannot be read is no failure of ours. A dynamic import, because Next also loads this
 * file where pino cannot run.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { log } = await import('@/lib/platform/logger')
  const { toldOf } = await import('@/lib/platform/told-of-error')
  const { isUnreadable, noteUnreadable } = await import('@/lib/platform/unreadable-requests')
  const requestId = String(request.headers['x-request-id'] ?? '')
  const where = { reference: digestOf(error), method: request.method, route: context.routePath, requestId }
  const about = { ...where, ...toldOf(error) }
  if (request.method === 'POST' && isUnreadable(error)) {
    noteUnreadable(requestId)
    log('warn', { event: 'unreadable_request', ...about })
  } else log('error', { event: 'unexpected_failure', ...about })
}

function digestOf(error: unknown): string {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : 'none'
}
