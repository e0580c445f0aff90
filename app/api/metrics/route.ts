import { carriesToken } from '@/lib/http/bearer-token'
import { METRICS_TYPE, metricsText } from '@/lib/http/metrics-text'
import { API_HEADERS, problem } from '@/lib/http/problem'
import { env } from '@/lib/platform/env'
import { logFailure } from '@/lib/platform/logger'
import { readMetrics } from '@/lib/usecases/system/read-metrics'

export const dynamic = 'force-dynamic'

/**
 * GET /api/metrics: how this process and the installation stand, for Prometheus. With METRICS_TOKEN set and as `Authorization: Bearer`;
 * otherwise 404, like an address that does not exist. No person, no case, no office (ADR 055).
 */
export async function GET(request: Request): Promise<Response> {
  const token = env().METRICS_TOKEN
  if (token === undefined || !carriesToken(request.headers, token)) return problem(404, 'not_found')
  try {
    return new Response(metricsText(await readMetrics()), { headers: { ...API_HEADERS, 'Content-Type': METRICS_TYPE } })
  } catch (error) {
    return problem(503, 'unavailable', { reference: logFailure(error, { route: '/api/metrics' }) })
  }
}
