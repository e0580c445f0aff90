import { NextResponse } from 'next/server'
import { findReadiness } from '@/lib/data/readiness'
import { logFailure } from '@/lib/platform/logger'

export const dynamic = 'force-dynamic'

const HEADERS = { 'cache-control': 'no-store' }

/**
 * GET /api/ready: people can be served. 200, or 503 with the code of what is missing: `database_unreachable`,
 * `migrations_missing`, `role_too_powerful`.
 */
export async function GET(): Promise<NextResponse> {
  try {
    const readiness = await findReadiness()
    if (readiness === 'ready') return NextResponse.json({ status: 'ready' }, { headers: HEADERS })
    return NextResponse.json({ status: 'not_ready', code: readiness }, { status: 503, headers: HEADERS })
  } catch (error) {
    logFailure(error, { route: '/api/ready' })
    return NextResponse.json({ status: 'not_ready', code: 'database_unreachable' }, { status: 503, headers: HEADERS })
  }
}
